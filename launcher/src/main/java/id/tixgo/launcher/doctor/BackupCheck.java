package id.tixgo.launcher.doctor;

import static java.util.Objects.requireNonNull;

import id.tixgo.launcher.archive.BackupFolder;
import id.tixgo.launcher.archive.BackupPlan;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Whether there is a backup, and how old the newest is.
 *
 * @param plan empty when the system makes none by itself
 */
record BackupCheck(Optional<BackupPlan> plan, Clock clock) implements Check {
  BackupCheck {
    requireNonNull(plan);
    requireNonNull(clock);
  }

  @Override
  public String subject() {
    return "The newest backup";
  }

  @Override
  public List<Finding> look() {
    return List.of(plan.map(this::judge).orElseGet(BackupCheck::off));
  }

  private static Finding off() {
    return Finding.warn(
        "BACKUP_EVERY is not set: no backup is made but those that you make. Set it, to 6h for one"
            + " every six hours.");
  }

  private Finding judge(BackupPlan wanted) {
    try {
      return new BackupFolder(wanted.directory())
          .newest(clock.instant())
          .map(begin -> judge(wanted, begin))
          .orElseGet(() -> none(wanted));
    } catch (IOException e) {
      return Finding.fail("BACKUP_DIR: " + e.getMessage() + " can't be read.");
    }
  }

  private Finding judge(BackupPlan wanted, Instant begin) {
    Duration age = Duration.between(begin, clock.instant());
    String sentence = subject() + " in " + wanted.directory() + " is " + words(age) + " old";
    return age.compareTo(wanted.tooOld()) > 0
        ? Finding.fail(sentence + ", which is too old: the log says why, or TixGo did not run.")
        : Finding.ok(sentence + ", and was verified.");
  }

  private static Finding none(BackupPlan wanted) {
    return Finding.warn(
        "There is no backup in "
            + wanted.directory()
            + " yet. One is made at the start; if there is none after it, the log says why.");
  }

  private static String words(Duration age) {
    return age.toHours() < 2 ? age.toMinutes() + " minutes" : age.toHours() + " hours";
  }
}
