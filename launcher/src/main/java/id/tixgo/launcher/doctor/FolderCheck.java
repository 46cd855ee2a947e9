package id.tixgo.launcher.doctor;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.store.RestoreMarker;
import id.tixgo.launcher.ServiceRegistry;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Whether stores can be kept where they are to be. */
record FolderCheck(DataDirectory directory) implements Check {
  FolderCheck {
    requireNonNull(directory);
  }

  @Override
  public String subject() {
    return "DATA_DIR: " + directory.path();
  }

  @Override
  public List<Finding> look() {
    try {
      return List.of(judge(directory.nearest()));
    } catch (IOException e) {
      return List.of(Finding.fail("DATA_DIR: " + e.getMessage()));
    }
  }

  private Finding judge(Path nearest) throws IOException {
    if (!Files.isDirectory(nearest)) {
      return Finding.fail("DATA_DIR: " + nearest + " is no folder. Name another one.");
    }
    Optional<Path> closed = closed(nearest);
    if (closed.isPresent()) {
      return Finding.fail("DATA_DIR: " + closed.get() + why(Files.getFileStore(nearest)));
    }
    RestoreMarker.expectNone(directory.path());
    String there = directory.isMade() ? " can be written." : " can be made at the first start.";
    return Finding.ok(subject() + there);
  }

  private static String why(FileStore disk) {
    return disk.isReadOnly()
        ? " can't be written: its disk is mounted read-only. Mount it for writing."
        : " can't be written by the user "
            + System.getProperty("user.name")
            + ": give it to who runs TixGo (chown -R).";
  }

  /** The folder itself, or a store's that somebody else has made. */
  private Optional<Path> closed(Path nearest) {
    if (!Files.isWritable(nearest) || !directory.isMade()) {
      return Optional.of(nearest).filter(folder -> !Files.isWritable(folder));
    }
    return ServiceRegistry.stored().stream()
        .map(store -> nearest.resolve(store.name()))
        .filter(Files::isDirectory)
        .filter(FolderCheck::isClosed)
        .findFirst();
  }

  private static boolean isClosed(Path store) {
    Path lock = store.resolve("lock");
    return !Files.isWritable(store) || (Files.exists(lock) && !Files.isWritable(lock));
  }
}
