package id.tixgo.common.store.wal;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.store.wal.SegmentReader.Content;
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
public final class LogScan implements Closeable {
  private static final int CHUNK = 1 << 16;

  private final List<OpenSegment> files;
  private final EntryCodec codec;
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
   * @param number the newest segment's; 0 when there is none
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

  private LogScan(List<OpenSegment> files, EntryCodec codec, Consumer<Record> sink) {
    this.files = requireNonNull(files);
    this.codec = requireNonNull(codec);
    this.sink = requireNonNull(sink);
  }

  /** To hand every stored entry to the sink, in order. */
  public static LogScan open(Path directory, EntryCodec codec, Consumer<Record> sink)
      throws IOException {
    return new LogScan(new Segments(directory).open(), codec, sink);
  }

  /** Hands every stored entry to the sink, in order; fails with a sentence when one is damaged. */
  public static Found read(Path directory, EntryCodec codec, Consumer<Record> sink)
      throws IOException {
    try (LogScan scan = open(directory, codec, sink)) {
      return scan.read();
    }
  }

  /** Once; fails with a sentence when an entry is damaged. */
  public Found read() throws IOException {
    Optional<Long> last = Optional.empty();
    for (OpenSegment file : files) {
      if (Segments.isSnapshot(file.path())) {
        readSnapshot(file);
      } else {
        last = readSegment(file, last);
      }
    }
    int number = files.isEmpty() ? 0 : Segments.number(newest().path());
    return new Found(List.copyOf(parts), number, batch, entries, outdated, torn);
  }

  /** Copies what was read of a file; fails when that is no longer there. */
  public void copy(Part part, OutputStream out) throws IOException {
    OpenSegment file =
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
    OpenSegment.closeAll(files);
  }

  private OpenSegment newest() {
    return files.get(files.size() - 1);
  }

  private void readSnapshot(OpenSegment file) throws IOException {
    Content content = new SegmentReader(file, codec, sink).read(Optional.empty());
    if (content.torn() || !content.closed()) {
      throw new DamagedFileException(file.path(), "ends too early");
    }
    count(file, content);
  }

  /** The last batch so far, if there is any. */
  private Optional<Long> readSegment(OpenSegment file, Optional<Long> last) throws IOException {
    boolean newest = file.equals(newest());
    if (newest && file.size() < SegmentHeader.BYTES) {
      parts.add(new Part(file.path(), 0));
      torn = file.size() > 0;
      return last;
    }
    Content content = new SegmentReader(file, codec, sink).read(last);
    if (!newest && content.end() < file.size()) {
      throw new DamagedFileException(file.path(), "is damaged at byte " + content.end());
    }
    count(file, content);
    batch = content.batch();
    torn = content.torn();
    return content.end() == SegmentHeader.BYTES ? last : Optional.of(batch);
  }

  private void count(OpenSegment file, Content content) {
    parts.add(new Part(file.path(), content.end()));
    entries += content.entries();
    outdated |= content.outdated();
  }
}
