package id.tixgo.common.store.audit;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.store.audit.AuditFile.Found;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One chain's lines from the first on, until one doesn't follow from those before it. */
final class ChainReading {
  private final String service;
  private final Path file;
  private final Gathered gathered;
  private final List<String> hashes = new ArrayList<>();
  private Optional<BrokenLink> broken = Optional.empty();

  /**
   * @param gathered is shown every line of the chain that is whole
   */
  ChainReading(String service, Path file, Gathered gathered) {
    this.service = requireNonNull(service);
    this.file = requireNonNull(file);
    this.gathered = requireNonNull(gathered);
  }

  /** Reads what stands in the file; a last line that isn't whole may be on its way there. */
  ChainReading readFile() throws IOException {
    if (Files.exists(file)) {
      try (AuditFile lines = AuditFile.of(FileChannel.open(file, StandardOpenOption.READ))) {
        Optional<Found> line = lines.at(0);
        while (line.isPresent() && broken.isEmpty()) {
          take(line.get().text());
          line = lines.at(line.get().end());
        }
      }
    }
    return this;
  }

  /** Reads on in what the store's log has of the chain. */
  void readOn(AuditEnds ends) {
    AuditHead written = ends.written();
    if (written.seq() > count()) {
      fail(count() + 1, "is missing, though lines up to " + written.seq() + " were written");
    } else if (written.seq() > 0 && !hash(written.seq()).equals(written.hash())) {
      fail(written.seq(), "is another than the one that its store has written");
    }
    ends.unwritten().forEach(this::takeUnwritten);
  }

  /** Fails where another service has taken over another line, or one that isn't here. */
  void compare(String other, List<String> taken) {
    for (int i = 0; i < taken.size() && broken.isEmpty(); i++) {
      if (i >= count()) {
        fail(i + 1L, "is missing, though " + other + " has taken it over");
      } else if (!hash(i + 1L).equals(taken.get(i))) {
        fail(i + 1L, "is another than the one that " + other + " has taken over");
      }
    }
  }

  long count() {
    return hashes.size();
  }

  String service() {
    return service;
  }

  /** The last line's hash. */
  String end() {
    return hashes.isEmpty() ? AuditHead.NONE.hash() : hash(count());
  }

  Optional<BrokenLink> broken() {
    return broken;
  }

  private void takeUnwritten(AuditLine line) {
    if (line.seq() > count()) {
      take(line.text());
    } else if (!hash(line.seq()).equals(AuditLine.hash(line.text()))) {
      fail(line.seq(), "is another than the one that its store has stored");
    }
  }

  private void take(String line) {
    long next = count() + 1;
    Optional<Long> seq = AuditLine.seq(line);
    if (seq.isEmpty()) {
      fail(next, "is no line of an audit: it was changed");
    } else if (seq.get() != next) {
      fail(next, "is missing: line " + seq.get() + " stands in its place");
    } else if (!AuditLine.isWhole(line, end())) {
      fail(next, "was changed, or the line before it: its hash doesn't follow");
    } else {
      hashes.add(AuditLine.hash(line));
      gathered.take(line).ifPresent(what -> fail(next, what));
    }
  }

  /** The first one counts. */
  private void fail(long seq, String what) {
    if (broken.isEmpty()) {
      broken = Optional.of(new BrokenLink(service, seq, file, what));
    }
  }

  private String hash(long seq) {
    return hashes.get((int) seq - 1);
  }
}
