package id.tixgo.common.store.wal;

import java.io.IOException;
import java.nio.file.Path;

/** A file of a log that can't be read; the message is a sentence for the operator. */
public final class DamagedFileException extends IOException {
  private static final long serialVersionUID = 1;

  DamagedFileException(Path file, String what) {
    super(
        file
            + " "
            + what
            + ". Nothing was changed: restore a backup, or move the directory away to begin anew.");
  }
}
