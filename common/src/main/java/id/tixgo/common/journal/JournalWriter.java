package id.tixgo.common.journal;

import static java.util.Objects.requireNonNull;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Appends frames to one file. After a failure, the next frame goes where the last whole one ends.
 */
final class JournalWriter implements Closeable {
  private final FileChannel channel;
  private final Syncs syncs;
  private long end;
  private int frames;
  private int syncedFrames;
  private boolean clean = true;

  private JournalWriter(FileChannel channel, Syncs syncs, long end) {
    this.channel = requireNonNull(channel);
    this.syncs = requireNonNull(syncs);
    this.end = end;
  }

  /** A new file, on the disk under its name when this returns. */
  static JournalWriter create(Path file, FileHeader header) throws IOException {
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    JournalWriter writer = new JournalWriter(channel, new Syncs(file, Storing.TURNS), 0);
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

  /**
   * Goes on in a file whose whole frames end there; what a killed process left unsynced is synced.
   */
  static JournalWriter reopen(Path file, long end) throws IOException {
    FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
    JournalWriter writer = new JournalWriter(channel, new Syncs(file, Storing.TURNS), end);
    channel.truncate(end);
    writer.force();
    return writer;
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

  void sync() throws IOException {
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

  /** Takes back what was appended after this byte and never synced. */
  void cutTo(long position) {
    end = position;
    frames = syncedFrames;
    clean = false;
  }

  @Override
  public void close() throws IOException {
    syncs.close();
    channel.close();
  }

  /** Makes the names in the file's folder last. */
  static void syncFolder(Path file) throws IOException {
    Path folder = requireNonNull(file.toAbsolutePath().getParent());
    try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
      names.force(true);
    }
  }

  private void write(ByteBuffer bytes) throws IOException {
    if (!clean) {
      channel.truncate(end);
    }
    clean = false;
    int length = bytes.remaining();
    channel.position(end);
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
    end += length;
    clean = true;
  }
}
