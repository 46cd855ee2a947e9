package id.tixgo.common.store.audit;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.store.wal.EntryCodec;
import id.tixgo.common.store.wal.LogScan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How far a service's audit is, as its store's files say; also while the service runs.
 *
 * @param written what stands in the chain's own file for certain
 * @param unwritten the lines that follow, whether they stand there or not
 */
public record AuditEnds(AuditHead written, List<AuditLine> unwritten) {
  /** That of a store that was never audited. */
  public static final AuditEnds NONE = new AuditEnds(AuditHead.NONE, List.of());

  public AuditEnds {
    requireNonNull(written);
    unwritten = List.copyOf(unwritten);
  }

  /** Reads a store's whole log; fails with a sentence when that is damaged. */
  public static AuditEnds read(Path folder, EntryCodec codec) throws IOException {
    AuditEnds[] ends = {NONE};
    LogScan.read(folder, codec, entry -> ends[0] = ends[0].after(entry));
    return ends[0];
  }

  /** After one more entry of the store, of whatever type. */
  public AuditEnds after(Record entry) {
    if (entry instanceof AuditHead head && head.seq() > written.seq()) {
      return new AuditEnds(
          head, unwritten.stream().filter(line -> line.seq() > head.seq()).toList());
    }
    return entry instanceof AuditLine line && line.seq() > head().seq() ? with(line) : this;
  }

  /** Where the chain ends. */
  public AuditHead head() {
    return unwritten.isEmpty() ? written : unwritten.get(unwritten.size() - 1).head();
  }

  /** The line that says what follows. */
  public AuditLine next(AuditEntry entry) {
    return AuditLine.after(head(), AuditLine.ENTRY, entry.json(), entry.at());
  }

  private AuditEnds with(AuditLine line) {
    List<AuditLine> lines = new ArrayList<>(unwritten);
    lines.add(line);
    return new AuditEnds(written, lines);
  }
}
