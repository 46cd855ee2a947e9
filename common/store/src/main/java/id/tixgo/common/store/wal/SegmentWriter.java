package id.tixgo.common.store.wal;

import static java.util.Objects.requireNonNull;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Appends frames to one file. After a failure, the next frame goes where the last whole one ends.
 * Zeros are written ahead of them: a sync of what makes the file no longer is half the work.
 */
final class SegmentWriter implements Closeable {
  private static final Logger LOG = LoggerFactory.getLogger(SegmentWriter.class);

  /** Once a file is that long; until then, its length. */
  private static final int MOST_PREALLOCATED = 1 << 18;

  private static final int LEAST_PREALLOCATED = 1 << 12;

  private final FileChannel channel;
  private final FrameCompressor compressor;
  private final SyncPool syncs;
  private long end;
  private long preallocatedEnd;
  private int frames;
  private int syncedFrames;
  private boolean clean = true;

  private interface Step {
    void take() throws IOException;
  }

  private SegmentWriter(Path file, byte[] dictionary, long end) throws IOException {
    this.compressor = new FrameCompressor(dictionary);
    this.syncs = new SyncPool(file, WriteAheadLog.MAX_SYNCS_IN_FLIGHT);
    this.channel = syncs.forWrites();
    this.end = end;
  }

  /** A new file, on the disk under its name when this returns; none when it fails. */
  static SegmentWriter create(Path file, EntryCodec codec) throws IOException {
    if (Files.exists(file) && Files.size(file) <= SegmentHeader.BYTES) {
      Files.delete(file); // of a try that failed, and could not be deleted then
    }
    Files.createFile(file);
    try {
      SegmentWriter writer = new SegmentWriter(file, codec.dictionary(), 0);
      return writer.after(() -> writer.begin(file, SegmentHeader.of(codec)));
    } catch (IOException e) {
      Files.deleteIfExists(file);
      throw e;
    }
  }

  /**
   * Goes on in a file whose whole frames end there; what a killed process left unsynced is synced.
   */
  static SegmentWriter reopen(Path file, EntryCodec codec, long end) throws IOException {
    SegmentWriter writer = new SegmentWriter(file, codec.dictionary(), end);
    writer.clean = false;
    return writer.after(writer::sync);
  }

  /** The bytes that whole frames take. */
  long end() {
    return end;
  }

  void append(byte[] text, int length, long batch) throws IOException {
    byte[] compressed = compressor.compress(text, length);
    ByteBuffer frame = ByteBuffer.allocate(Frame.BYTES + compressed.length);
    frame.put(Frame.of(compressed, batch, frames - syncedFrames).bytes());
    write(frame.put(compressed).flip());
    frames++;
  }

  /**
   * Whether it's time for room; where there was no place for it, only after that much was written.
   */
  boolean lacksPreallocated() {
    return preallocatedEnd <= end;
  }

  /** Writes zeros after the frames; none when it fails. */
  void preallocate() throws IOException {
    ByteBuffer zeros =
        ByteBuffer.allocate((int) Math.min(MOST_PREALLOCATED, Math.max(LEAST_PREALLOCATED, end)));
    long zerosEnd = end + zeros.remaining();
    try {
      writeAt(end, zeros);
    } catch (IOException e) {
      cutIfPossible();
      throw e;
    } finally {
      preallocatedEnd = zerosEnd;
    }
  }

  /** Leaves nothing after the frames, and brings them to the disk. */
  void finish() throws IOException {
    clean = false;
    sync();
  }

  void sync() throws IOException {
    cut();
    force();
    synced(frames);
  }

  /** Brings all that was appended to the disk. From any thread. */
  void force() throws IOException {
    syncs.force();
  }

  int frames() {
    return frames;
  }

  /** So many frames are on the disk. */
  void synced(int count) {
    syncedFrames = count;
  }

  boolean isSynced() {
    return frames == syncedFrames;
  }

  /**
   * Takes back what was appended after this byte and never synced. Where the disk doesn't let it,
   * the next write or sync does it.
   */
  void cutTo(long position) {
    end = position;
    frames = syncedFrames;
    cutIfPossible();
  }

  @Override
  public void close() throws IOException {
    compressor.close();
    syncs.close();
  }

  /** Makes the names in the file's directory last. */
  static void syncDirectory(Path file) throws IOException {
    Path directory = requireNonNull(file.toAbsolutePath().getParent());
    try (FileChannel names = FileChannel.open(directory, StandardOpenOption.READ)) {
      names.force(true);
    }
  }

  /** This, once the step is taken; when it can't be, nothing is left open. */
  private SegmentWriter after(Step step) throws IOException {
    try {
      step.take();
      return this;
    } catch (IOException e) {
      close();
      throw e;
    }
  }

  private void begin(Path file, SegmentHeader header) throws IOException {
    write(ByteBuffer.wrap(header.bytes()));
    sync();
    syncDirectory(file);
  }

  private void cutIfPossible() {
    clean = false;
    try {
      cut();
    } catch (IOException e) {
      LOG.warn("what couldn't be stored can't be cut off yet: {}", e.getMessage());
    }
  }

  private void cut() throws IOException {
    if (!clean) {
      channel.truncate(end);
      preallocatedEnd = end;
      clean = true;
    }
  }

  private void write(ByteBuffer bytes) throws IOException {
    int length = bytes.remaining();
    writeAt(end, bytes);
    end += length;
  }

  private void writeAt(long position, ByteBuffer bytes) throws IOException {
    cut();
    clean = false;
    channel.position(position);
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
    clean = true;
  }
}
