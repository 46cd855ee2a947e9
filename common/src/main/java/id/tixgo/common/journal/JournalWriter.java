package id.tixgo.common.journal;

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
 */
final class JournalWriter implements Closeable {
  private static final Logger LOG = LoggerFactory.getLogger(JournalWriter.class);
  private static final int ROOM = 1 << 20;
  private static final int SMALL = 1 << 18;

  private final FileChannel channel;
  private long end;

  /** The bytes that the file has, zeros after its end included. */
  private long size;

  private int frames;
  private int syncedFrames;
  private boolean clean = true;

  private JournalWriter(FileChannel channel, long end) {
    this.channel = requireNonNull(channel);
    this.end = end;
    this.size = end;
  }

  /** A new file, on the disk under its name when this returns. */
  static JournalWriter create(Path file, FileHeader header) throws IOException {
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    JournalWriter writer = new JournalWriter(channel, 0);
    try {
      writer.write(ByteBuffer.wrap(header.bytes()));
      writer.sync();
      syncFolder(file);
      return writer;
    } catch (IOException e) {
      writer.close();
      Files.deleteIfExists(file);
      throw e;
    }
  }

  /** Goes on in a file whose whole frames end there. */
  static JournalWriter reopen(Path file, long end) throws IOException {
    FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
    channel.truncate(end);
    return new JournalWriter(channel, end);
  }

  /** The bytes that whole frames take. */
  long end() {
    return end;
  }

  void append(byte[] text, int length, long batch) throws IOException {
    ByteBuffer frame = ByteBuffer.allocate(Frame.BYTES + length);
    frame.put(Frame.of(text, length, batch, frames - syncedFrames).bytes());
    frame.put(text, 0, length).flip();
    write(frame);
    frames++;
  }

  /**
   * Makes the file longer than its frames, once they have filled it: a sync takes half as long when
   * it leaves the file's length alone (docs/adr/008). Nothing is written there yet, and a start
   * reads zeros. A file that is small stays so.
   */
  void makeRoom() {
    if (end < size || end < SMALL) {
      return;
    }
    try {
      channel.write(ByteBuffer.allocate(1), end + ROOM - 1);
      size = end + ROOM;
    } catch (IOException e) {
      LOG.debug("No room for more: {}", e.getMessage());
    }
  }

  void sync() throws IOException {
    force();
    synced(frames);
  }

  /** Brings all that was appended to the disk. From any thread. */
  void force() throws IOException {
    channel.force(false);
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

  /** Takes back what was appended after this byte and never synced. */
  void cutTo(long position) {
    end = position;
    frames = syncedFrames;
    clean = false;
  }

  /** Ends the file with its last frame, and brings all of it to the disk. */
  void finish() throws IOException {
    cutOff();
    sync();
  }

  @Override
  public void close() throws IOException {
    try (channel) {
      if (channel.isOpen()) {
        cutOff();
      }
    }
  }

  /** Makes the names in the file's folder last. */
  static void syncFolder(Path file) throws IOException {
    Path folder = requireNonNull(file.toAbsolutePath().getParent());
    try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
      names.force(true);
    }
  }

  private void cutOff() throws IOException {
    channel.truncate(end);
    size = end;
  }

  private void write(ByteBuffer bytes) throws IOException {
    if (!clean) {
      cutOff();
    }
    clean = false;
    int length = bytes.remaining();
    channel.position(end);
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
    end += length;
    size = Math.max(size, end);
    clean = true;
  }
}
