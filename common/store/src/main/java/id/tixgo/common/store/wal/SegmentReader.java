package id.tixgo.common.store.wal;

import static java.util.Objects.requireNonNull;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** Reads one file of a log, and tells a write that was cut off from damage. */
final class SegmentReader {
  private static final int BUFFER = 1 << 20;
  private static final int LOOKS = 5;
  private static final long BETWEEN_LOOKS_NS = TimeUnit.MILLISECONDS.toNanos(2);

  private final OpenSegment file;
  private final EntryCodec codec;
  private final Consumer<Record> sink;
  private FrameDecompressor decompressor;
  private long entries;

  SegmentReader(OpenSegment file, EntryCodec codec, Consumer<Record> sink) {
    this.file = requireNonNull(file);
    this.codec = requireNonNull(codec);
    this.sink = requireNonNull(sink);
  }

  /**
   * What a file held.
   *
   * @param outdated whether an older TixGo wrote it
   * @param end the byte after the last whole frame
   * @param batch of the last whole frame
   * @param torn whether something follows it that was never stored whole
   * @param closed whether the last frame is empty, as that of a whole snapshot is
   */
  record Content(
      boolean outdated, long entries, long end, long batch, boolean torn, boolean closed) {}

  /**
   * @param before the last batch before this file; empty when any may be the first
   */
  Content read(Optional<Long> before) throws IOException {
    try (FrameDecompressor opened = new FrameDecompressor(codec.dictionary())) {
      decompressor = opened;
      boolean outdated = header().isOlderThan(codec);
      return frames(outdated, before);
    } catch (IOException e) {
      throw new DamagedFileException(file.path(), e.getMessage());
    }
  }

  private SegmentHeader header() throws IOException {
    SegmentHeader header = SegmentHeader.parse(file.from(0).readNBytes(SegmentHeader.BYTES));
    header.expect(codec);
    return header;
  }

  private Content frames(boolean outdated, Optional<Long> before) throws IOException {
    long end = SegmentHeader.BYTES;
    Optional<Long> last = before;
    boolean closed = false;
    InputStream in = new BufferedInputStream(file.from(end), BUFFER);
    byte[] head = in.readNBytes(Frame.BYTES);
    while (head.length > 0) {
      Optional<Frame> frame = frame(in, head, last);
      if (frame.isPresent()) {
        end += Frame.BYTES + frame.get().length();
        last = frame.map(Frame::batch);
        closed = frame.get().length() == 0;
      } else {
        TornWriteCheck check = look(end, last);
        if (!check.isFilled()) {
          return new Content(
              outdated, entries, end, last.orElse(0L), !check.isPreallocated(), false);
        }
        in = new BufferedInputStream(file.from(end), BUFFER);
      }
      head = in.readNBytes(Frame.BYTES);
    }
    return new Content(outdated, entries, end, last.orElse(0L), false, closed);
  }

  /**
   * Whoever reads what a running process writes may come before a write has ended, which looks like
   * damage for a moment.
   */
  private TornWriteCheck look(long at, Optional<Long> last) throws IOException {
    for (int look = 0; look < LOOKS; look++) {
      TornWriteCheck check = new TornWriteCheck(file.rest(at), at, last);
      if (!check.isDamaged()) {
        return check;
      }
      LockSupport.parkNanos(BETWEEN_LOOKS_NS);
    }
    throw new IOException("is damaged at byte " + at);
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
    codec.read(decompressor.decompress(text), this::take);
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
