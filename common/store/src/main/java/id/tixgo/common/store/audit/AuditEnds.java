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
  public AuditEnds {
    requireNonNull(written);
    unwritten = List.copyOf(unwritten);
  }

  /** Reads a store's whole log; fails with a sentence when that is damaged. */
  public static AuditEnds read(Path folder, EntryCodec codec) throws IOException {
    Reading reading = new Reading();
    LogScan.read(folder, codec, reading::take);
    return reading.ends();
  }

  /** Entry by entry, of which many may be lines. */
  public static final class Reading {
    private AuditHead written = AuditHead.NONE;
    private AuditHead last = AuditHead.NONE;
    private final List<AuditLine> unwritten = new ArrayList<>();

    /** One more entry of the store, of whatever type. */
    public void take(Record entry) {
      if (entry instanceof AuditHead head && head.seq() > written.seq()) {
        written = head;
        unwritten.removeIf(line -> line.seq() <= head.seq());
        last = unwritten.isEmpty() ? head : last;
      } else if (entry instanceof AuditLine line && line.seq() > last.seq()) {
        unwritten.add(line);
        last = line.head();
      }
    }

    public AuditEnds ends() {
      return new AuditEnds(written, unwritten);
    }
  }

  /** Where the chain ends. */
  public AuditHead head() {
    return unwritten.isEmpty() ? written : unwritten.get(unwritten.size() - 1).head();
  }

  /** The line that says what follows. */
  public AuditLine next(AuditEntry entry) {
    return AuditLine.after(head(), AuditLine.ENTRY, entry.json(), entry.at());
  }
}
