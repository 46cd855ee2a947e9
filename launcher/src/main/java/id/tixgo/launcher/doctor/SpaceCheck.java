package id.tixgo.launcher.doctor;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;

/** How much is free on the disk of the stores. */
record SpaceCheck(DataDirectory directory) implements Check {
  private static final double GB = 1e9;

  /** As the alert rules have it. */
  private static final long LITTLE = 200_000_000;

  private static final long NOTHING = 20_000_000;

  SpaceCheck {
    requireNonNull(directory);
  }

  @Override
  public String subject() {
    return "DATA_DIR: the space on its disk";
  }

  @Override
  public List<Finding> look() {
    try {
      FileStore disk = Files.getFileStore(directory.nearest());
      return List.of(judge(disk.getUsableSpace(), disk.getTotalSpace()));
    } catch (IOException e) {
      return List.of(Finding.fail("DATA_DIR: " + e.getMessage()));
    }
  }

  static Finding judge(long free, long total) {
    String sentence =
        String.format(
            Locale.ROOT,
            "DATA_DIR: %.2f of %.2f GB are free on its disk, %d %%",
            free / GB,
            total / GB,
            total == 0 ? 0 : Math.round(100.0 * free / total));
    String full = ". Where it is full, changes are answered 503: make room.";
    if (free < NOTHING) {
      return Finding.fail(sentence + full);
    }
    return free < LITTLE ? Finding.warn(sentence + full) : Finding.ok(sentence + ".");
  }
}
