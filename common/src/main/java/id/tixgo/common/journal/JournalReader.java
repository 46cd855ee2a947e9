package id.tixgo.common.journal;

import static java.util.Objects.requireNonNull;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads one file of a journal, and tells a write that was cut off from damage. */
final class JournalReader {
  private static final int BUFFER = 1 << 20;

  private final Path file;
  private final EntryTypes types;
  private final Consumer<Record> sink;
  private long entries;

  JournalReader(Path file, EntryTypes types, Consumer<Record> sink) {
    this.file = requireNonNull(file);
    this.types = requireNonNull(types);
    this.sink = requireNonNull(sink);
  }

  /**
   * What a file held.
   *
   * @param version of its entries
   * @param end the byte after the last whole frame
   * @param batch of the last whole frame
   * @param torn whether something follows it that was never stored whole
   * @param closed whether the last frame is empty, as that of a whole snapshot is
   */
  record Content(int version, long entries, long end, long batch, boolean torn, boolean closed) {}

  /**
   * @param before the last batch before this file; empty when any may be the first
   */
  Content read(Optional<Long> before) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER)) {
      FileHeader header = FileHeader.parse(in.readNBytes(FileHeader.BYTES));
      header.expect(types);
      return frames(in, header, before);
    } catch (IOException e) {
      throw new DamagedFileException(file, e.getMessage());
    }
  }

  private Content frames(InputStream in, FileHeader header, Optional<Long> before)
      throws IOException {
    long end = FileHeader.BYTES;
    Optional<Long> last = before;
    boolean closed = false;
    byte[] head = in.readNBytes(Frame.BYTES);
    while (head.length > 0) {
      Optional<Frame> frame = frame(in, head, last);
      if (frame.isEmpty()) {
        new Hole(file, end, last.orElse(0L)).expectTorn();
        return new Content(header.version(), entries, end, last.orElse(0L), true, false);
      }
      end += Frame.BYTES + frame.get().length();
      last = frame.map(Frame::batch);
      closed = frame.get().length() == 0;
      head = in.readNBytes(Frame.BYTES);
    }
    return new Content(header.version(), entries, end, last.orElse(0L), false, closed);
  }

  /** The next frame, its entries taken; empty when it isn't whole. */
  private Optional<Frame> frame(InputStream in, byte[] head, Optional<Long> last)
      throws IOException {
    Optional<Frame> frame = head.length < Frame.BYTES ? Optional.empty() : Frame.parse(head, 0);
    if (frame.isEmpty()) {
      return frame;
    }
    byte[] text = in.readNBytes(frame.get().length());
    if (text.length < frame.get().length() || !frame.get().holds(text)) {
      return Optional.empty();
    }
    expectNext(frame.get(), last);
    types.read(text, this::take);
    return frame;
  }

  private void take(Record entry) {
    entries++;
    sink.accept(entry);
  }

  private static void expectNext(Frame frame, Optional<Long> last) throws IOException {
    if (last.isPresent() && frame.batch() != last.get() + 1) {
      throw new IOException("lacks what was written before batch " + frame.batch());
    }
  }
}
