package id.tixgo.common.journal;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.journal.JournalReader.Content;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads one store's files from first to last, and changes none of them. A running process may go on
 * with them, or replace them: what is read is at least what was answered before. It may be more: a
 * batch on its way to the disk, which a disk that fails then makes undone.
 */
public final class JournalScan implements Closeable {
  private static final int CHUNK = 1 << 16;

  private final List<OpenFile> files;
  private final EntryTypes types;
  private final Consumer<Record> sink;
  private final List<Part> parts = new ArrayList<>();
  private long entries;
  private long batch;
  private boolean outdated;
  private boolean torn;

  /**
   * A file that counts.
   *
   * @param end the byte after the last whole batch; what follows was never answered
   */
  public record Part(Path file, long end) {}

  /**
   * What was found.
   *
   * @param parts in their order; empty when nothing was ever stored
   * @param number the newest journal's; 0 when there is none
   * @param batch the last batch's number
   * @param outdated whether an older TixGo wrote one of the files
   * @param torn whether a write that was cut off follows the last batch
   */
  public record Found(
      List<Part> parts, int number, long batch, long entries, boolean outdated, boolean torn) {
    Part newest() {
      return parts.get(parts.size() - 1);
    }
  }

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
        last = readJournal(file, last);
      }
    }
    int number = files.isEmpty() ? 0 : JournalFiles.number(newest().path());
    return new Found(List.copyOf(parts), number, batch, entries, outdated, torn);
  }

  /** Copies what was read of a file; fails when that is no longer there. */
  public void copy(Part part, OutputStream out) throws IOException {
    OpenFile file =
        files.stream().filter(f -> f.path().equals(part.file())).findAny().orElseThrow();
    InputStream in = file.from(0);
    for (long rest = part.end(); rest > 0; ) {
      byte[] chunk = in.readNBytes((int) Math.min(rest, CHUNK));
      if (chunk.length == 0) {
        throw new IOException(
            part.file() + " has become shorter: the disk may be failing. Try again.");
      }
      out.write(chunk);
      rest -= chunk.length;
    }
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

  /** The last batch so far, if there is any. */
  private Optional<Long> readJournal(OpenFile file, Optional<Long> last) throws IOException {
    boolean newest = file.equals(newest());
    if (newest && file.size() < FileHeader.BYTES) {
      parts.add(new Part(file.path(), 0));
      torn = file.size() > 0;
      return last;
    }
    Content content = new JournalReader(file, types, sink).read(last);
    if (!newest && content.end() < file.size()) {
      throw new DamagedFileException(file.path(), "is damaged at byte " + content.end());
    }
    count(file, content);
    batch = content.batch();
    torn = content.torn();
    return content.end() == FileHeader.BYTES ? last : Optional.of(batch);
  }

  private void count(OpenFile file, Content content) {
    parts.add(new Part(file.path(), content.end()));
    entries += content.entries();
    outdated |= content.outdated();
  }
}
