package id.tixgo.launcher.archive;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.config.ConfigException;
import id.tixgo.common.config.Env;
import id.tixgo.common.store.StoreConfig;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The backups that a running system makes of all its stores by itself.
 *
 * @param data the directory of the stores
 * @param directory where the archives are kept
 * @param every how old the newest may become
 * @param keep how many are kept, the newest ones
 */
public record BackupPlan(Path data, Path directory, Duration every, int keep) {
  private static final Pattern TIME = Pattern.compile("([1-9]\\d{0,3})([mhd])");

  public BackupPlan {
    requireNonNull(data);
    requireNonNull(directory);
    requireNonNull(every);
  }

  /** Empty when none are wanted; throws {@link ConfigException}. */
  public static Optional<BackupPlan> from(Env env) {
    return env.text("BACKUP_EVERY").map(every -> of(env, time(every)));
  }

  private static BackupPlan of(Env env, Duration every) {
    Path data =
        StoreConfig.from(env)
            .directory()
            .orElseThrow(
                () -> new ConfigException("BACKUP_EVERY is set, but is for STORE=file alone."));
    Path directory = env.text("BACKUP_DIR").map(Path::of).orElse(data.resolve("backups"));
    return new BackupPlan(data, directory, every, env.number("BACKUP_KEEP", 14, 1, 1000));
  }

  private static Duration time(String text) {
    Matcher time = TIME.matcher(text);
    if (!time.matches()) {
      throw new ConfigException(
          "BACKUP_EVERY is '" + text + "', but must be a time like 30m, 6h or 1d.");
    }
    long number = Long.parseLong(time.group(1));
    return switch (time.group(2)) {
      case "m" -> Duration.ofMinutes(number);
      case "h" -> Duration.ofHours(number);
      default -> Duration.ofDays(number);
    };
  }

  /** When somebody should be told that the newest is too old: one was left out. */
  public Duration tooOld() {
    return every.multipliedBy(2);
  }
}
