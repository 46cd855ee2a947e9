package id.tixgo.common.journal;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.journal.JournalReader.Content;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads one store's files from first to last, and changes none of them. A running process may go on
 * with them, or replace them: what is read is what there was at the beginning, or later.
 */
public final class JournalScan implements Closeable {
  private final List<OpenFile> files;
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
  public record Part(OpenFile file, long end) {
    public Path path() {
      return file.path();
    }

    /** While the scan is open; fails when what couldn't be stored has been cut off since. */
    public void copyTo(OutputStream out) throws IOException {
      WritableByteChannel target = Channels.newChannel(out);
      for (long at = 0, more; at < end; at += more) {
        more = file.channel().transferTo(at, end - at, target);
        if (more == 0) {
          throw new IOException(
              path() + " has become shorter: the disk may be failing. Try again.");
        }
      }
    }
  }

  /**
   * What was found.
   *
   * @param parts in their order; empty when nothing was ever stored
   * @param number the newest journal's; 0 when there is none
   * @param batch the last batch's number
   * @param outdated whether a file is of an older version
   */
  public record Found(List<Part> parts, int number, long batch, long entries, boolean outdated) {}

  private JournalScan(List<OpenFile> files, EntryTypes types, Consumer<Record> sink) {
    this.files = requireNonNull(files);
    this.types = requireNonNull(types);
    this.sink = requireNonNull(sink);
  }

  /** To hand every stored entry to the sink, in order. */
  public static JournalScan open(Path folder, EntryTypes types, Consumer<Record> sink)
      throws IOException {
    return new JournalScan(new JournalFiles(folder).open(), types, sink);
  }

  /** Hands every stored entry to the sink, in order; fails with a sentence when one is damaged. */
  public static Found read(Path folder, EntryTypes types, Consumer<Record> sink)
      throws IOException {
    try (JournalScan scan = open(folder, types, sink)) {
      return scan.read();
    }
  }

  /** Once; fails with a sentence when an entry is damaged. */
  public Found read() throws IOException {
    Optional<Long> last = Optional.empty();
    for (OpenFile file : files) {
      if (JournalFiles.isSnapshot(file.path())) {
        readSnapshot(file);
      } else {
        last = Optional.of(readJournal(file, last));
      }
    }
    int number = files.isEmpty() ? 0 : JournalFiles.number(newest().path());
    return new Found(List.copyOf(parts), number, batch, entries, outdated);
  }

  @Override
  public void close() throws IOException {
    OpenFile.closeAll(files);
  }

  private OpenFile newest() {
    return files.get(files.size() - 1);
  }

  private void readSnapshot(OpenFile file) throws IOException {
    Content content = new JournalReader(file, types, sink).read(Optional.empty());
    if (content.torn() || !content.closed()) {
      throw new DamagedFileException(file.path(), "ends too early");
    }
    count(file, content);
  }

  private long readJournal(OpenFile file, Optional<Long> last) throws IOException {
    boolean newest = file.equals(newest());
    if (newest && file.size() < FileHeader.BYTES) {
      parts.add(new Part(file, 0));
      return last.orElse(0L);
    }
    Content content = new JournalReader(file, types, sink).read(last);
    if (content.torn() && !newest) {
      throw new DamagedFileException(file.path(), "is damaged at byte " + content.end());
    }
    count(file, content);
    batch = content.batch();
    return batch;
  }

  private void count(OpenFile file, Content content) {
    parts.add(new Part(file, content.end()));
    entries += content.entries();
    outdated |= content.version() < types.version();
  }
}
