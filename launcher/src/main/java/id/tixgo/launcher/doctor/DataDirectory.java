package id.tixgo.launcher.doctor;

import static java.util.Objects.requireNonNull;

import java.nio.file.Files;
import java.nio.file.Path;

/** {@code DATA_DIR}, which a first start makes. */
record DataDirectory(Path path) {
  DataDirectory {
    requireNonNull(path);
  }

  boolean isMade() {
    return Files.isDirectory(path);
  }

  /** The directory, or what is there of the folders that it will be made in. */
  Path nearest() {
    Path at = path.toAbsolutePath().normalize();
    while (!Files.exists(at) && at.getParent() != null) {
      at = at.getParent();
    }
    return at;
  }
}
