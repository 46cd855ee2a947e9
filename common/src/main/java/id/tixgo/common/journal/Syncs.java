package id.tixgo.common.journal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;

/**
 * Brings what was written to a file to the disk, for a few threads at once. Each has the file open
 * for itself: of a write that failed the system tells whoever syncs, but only once for each time
 * that the file is open. Were it open once, one sync of many would fail, and maybe not the one of
 * the batch that is lost.
 */
final class Syncs implements Closeable {
  private final Deque<FileChannel> idle = new ConcurrentLinkedDeque<>();

  /**
   * @param most at once
   */
  Syncs(Path file, int most) throws IOException {
    try {
      while (idle.size() < most) {
        idle.push(FileChannel.open(file, StandardOpenOption.WRITE));
      }
    } catch (IOException e) {
      close();
      throw e;
    }
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
    while (!idle.isEmpty()) {
      idle.pop().close();
    }
  }
}
