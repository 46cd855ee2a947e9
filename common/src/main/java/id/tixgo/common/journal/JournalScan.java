package id.tixgo.common.journal;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.journal.JournalReader.Content;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads one store's files from first to last, and changes none of them. */
public final class JournalScan {
  private final JournalFiles files;
  private final EntryTypes types;
  private final Consumer<Record> sink;
  private final List<Part> parts = new ArrayList<>();
  private long entries;
  private long batch;
  private boolean outdated;

  /**
   * A file that counts.
   *
   * @param end the byte after what was stored whole; what follows was never answered
   */
  public record Part(Path file, long end) {}

  /**
   * What was found.
   *
   * @param parts in their order; empty when nothing was ever stored
   * @param number the newest journal's; 0 when there is none
   * @param batch the last batch's number
   * @param outdated whether a file is of an older version
   */
  public record Found(List<Part> parts, int number, long batch, long entries, boolean outdated) {}

  private JournalScan(Path folder, EntryTypes types, Consumer<Record> sink) {
    this.files = new JournalFiles(folder);
    this.types = requireNonNull(types);
    this.sink = requireNonNull(sink);
  }

  /** Hands every stored entry to the sink, in order; fails with a sentence when one is damaged. */
  public static Found read(Path folder, EntryTypes types, Consumer<Record> sink)
      throws IOException {
    return new JournalScan(folder, types, sink).read();
  }

  private Found read() throws IOException {
    int first = files.newestSnapshot().orElse(1);
    if (files.newestSnapshot().isPresent()) {
      readSnapshot(files.snapshot(first));
    }
    List<Integer> journals = files.journalsFrom(first);
    if (journals.isEmpty() && !parts.isEmpty()) {
      throw new DamagedFileException(files.journal(first), "is missing");
    }
    Optional<Long> last = Optional.empty();
    for (int n : journals) {
      last = Optional.of(readJournal(n, n == first + journals.size() - 1, last));
    }
    int number = journals.isEmpty() ? 0 : first + journals.size() - 1;
    return new Found(List.copyOf(parts), number, batch, entries, outdated);
  }

  private void readSnapshot(Path file) throws IOException {
    Content content = new JournalReader(file, types, sink).read(Optional.empty());
    if (content.torn() || !content.closed()) {
      throw new DamagedFileException(file, "ends too early");
    }
    count(file, content);
  }

  private long readJournal(int n, boolean newest, Optional<Long> last) throws IOException {
    Path file = files.journal(n);
    if (newest && Files.size(file) < FileHeader.BYTES) {
      parts.add(new Part(file, 0));
      return last.orElse(0L);
    }
    Content content = new JournalReader(file, types, sink).read(last);
    if (content.torn() && !newest) {
      throw new DamagedFileException(file, "is damaged at byte " + content.end());
    }
    count(file, content);
    batch = content.batch();
    return batch;
  }

  private void count(Path file, Content content) {
    parts.add(new Part(file, content.end()));
    entries += content.entries();
    outdated |= content.version() < types.version();
  }
}
