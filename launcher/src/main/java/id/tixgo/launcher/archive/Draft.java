package id.tixgo.launcher.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/** Writes a file whole or not at all. Its owner alone may read it: password hashes are in it. */
final class Draft {
  /** Writes to the path given. */
  interface Writing {
    void write(Path draft) throws IOException;
  }

  private Draft() {}

  /** Leaves what is there as it was when the writing fails. */
  static void write(Path file, Writing writing) throws IOException {
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      throw new IOException(file + " is no file; - stands for standard output.");
    }
    Path target = Files.exists(file) ? file.toRealPath() : file;
    Path draft = target.resolveSibling(target.getFileName() + ".part");
    try {
      Files.deleteIfExists(draft);
      Files.createFile(
          draft,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      writing.write(draft);
      Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(draft);
    }
  }
}
