package id.tixgo.common.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * The stores that are about to take the place of a data directory's, as files in a directory of it.
 * While the directory is there no store is opened: what it stands beside may be half of each.
 */
public final class RestoreMarker {
  private static final String NAME = ".replacing";

  private RestoreMarker() {}

  /**
   * Makes a temporary directory the replacement, on the disk for certain when this returns; says
   * where it is.
   */
  public static Path begin(Path directory, Path temporary) throws IOException {
    try (Stream<Path> all = Files.walk(temporary)) {
      List<Path> paths = all.toList();
      for (Path path : paths) {
        sync(path);
      }
    }
    Path replacement = directory.resolve(NAME);
    Files.move(temporary, replacement, StandardCopyOption.ATOMIC_MOVE);
    sync(directory);
    return replacement;
  }

  /** Where one is that was cut off, if any. */
  public static Path in(Path directory) {
    return directory.resolve(NAME);
  }

  /** Fails with a sentence when one is under way or was cut off. */
  public static void expectNone(Path directory) throws IOException {
    if (Files.exists(in(directory))) {
      throw new IOException(
          directory + " is being replaced, or that was cut off: then do it again, with --force.");
    }
  }

  /** Puts a file, or the names in a directory, on the disk. */
  public static void sync(Path path) throws IOException {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
