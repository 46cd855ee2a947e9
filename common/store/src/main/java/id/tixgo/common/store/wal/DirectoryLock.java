package id.tixgo.common.store.wal;

import static java.util.Objects.requireNonNull;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** Keeps a second process away from a directory; the system lets go of it when the process ends. */
public final class DirectoryLock implements Closeable {
  private final FileChannel channel;

  private DirectoryLock(FileChannel channel) {
    this.channel = requireNonNull(channel);
  }

  /** Makes the directory when there is none; fails with a sentence when another process has it. */
  public static DirectoryLock take(Path directory) throws IOException {
    return tryTake(directory)
        .orElseThrow(
            () -> new IOException(directory + " is in use by another TixGo. Stop that one first."));
  }

  /** The same; empty when another process has it. */
  public static Optional<DirectoryLock> tryTake(Path directory) throws IOException {
    Files.createDirectories(directory);
    FileChannel channel =
        FileChannel.open(
            directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (lock(channel).isEmpty()) {
      channel.close();
      return Optional.empty();
    }
    return Optional.of(new DirectoryLock(channel));
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  private static Optional<FileLock> lock(FileChannel channel) throws IOException {
    try {
      return Optional.ofNullable(channel.tryLock());
    } catch (OverlappingFileLockException e) {
      return Optional.empty();
    }
  }
}
