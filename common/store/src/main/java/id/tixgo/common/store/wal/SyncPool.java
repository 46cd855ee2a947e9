package id.tixgo.common.store.wal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;

/**
 * A file that is written by one thread and brought to the disk by a few at once. Each has the file
 * open for itself: of a write that failed the system tells whoever syncs, but only once for each
 * time that the file is open. Were it open once, one sync of many would fail, and maybe not the one
 * of the batch that is lost.
 */
final class SyncPool implements Closeable {
  private final List<FileChannel> all = new ArrayList<>();
  private final Deque<FileChannel> idle;

  /**
   * @param most threads that sync at once
   */
  SyncPool(Path file, int most) throws IOException {
    try {
      while (all.size() <= most) {
        all.add(FileChannel.open(file, StandardOpenOption.WRITE));
      }
    } catch (IOException e) {
      close();
      throw e;
    }
    idle = new ConcurrentLinkedDeque<>(all.subList(1, all.size()));
  }

  /** The one that is written to. */
  FileChannel forWrites() {
    return all.get(0);
  }

  /** From any thread. */
  void force() throws IOException {
    FileChannel channel = idle.pop();
    try {
      channel.force(false);
    } finally {
      idle.push(channel);
    }
  }

  @Override
  public void close() throws IOException {
    for (FileChannel channel : all) {
      channel.close();
    }
  }
}
