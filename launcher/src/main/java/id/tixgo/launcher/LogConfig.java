package id.tixgo.launcher;

import static java.util.Objects.requireNonNull;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import id.tixgo.common.config.ConfigException;
import id.tixgo.common.config.Env;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.LoggerFactory;

/**
 * What is logged, how and where.
 *
 * @param loggerToLevel of parts of the program that have a level of their own
 * @param file empty for standard output
 */
public record LogConfig(
    String format,
    String level,
    Map<String, String> loggerToLevel,
    Optional<Path> file,
    int longestMb) {
  private static final List<String> LEVELS =
      List.of("ERROR", "WARN", "INFO", "DEBUG", "TRACE", "OFF");

  public LogConfig {
    requireNonNull(format);
    requireNonNull(level);
    loggerToLevel = Map.copyOf(loggerToLevel);
    requireNonNull(file);
  }

  /** Throws {@link ConfigException}. */
  public static LogConfig from(Env env) {
    return new LogConfig(
        env.choice("LOG_FORMAT", "text", List.of("text", "json")),
        level("LOG_LEVEL", env.text("LOG_LEVEL", "INFO")),
        levels(env.list("LOG_LEVELS", "")),
        env.text("LOG_FILE").map(Path::of).map(LogConfig::writable),
        env.number("LOG_FILE_MB", 10, 1, 1000));
  }

  /** For {@code logback.xml}: call before anything is logged. */
  void apply() {
    System.setProperty("LOG_FORMAT", format);
    System.setProperty("LOG_LEVEL", level);
    System.setProperty("LOG_FILE", file.map(Path::toString).orElse(""));
    System.setProperty("LOG_FILE_MB", String.valueOf(longestMb));
    if (LoggerFactory.getILoggerFactory() instanceof LoggerContext loggers) {
      loggerToLevel.forEach((name, own) -> loggers.getLogger(name).setLevel(Level.valueOf(own)));
    }
  }

  private static Map<String, String> levels(List<String> pairs) {
    Map<String, String> loggerToLevel = new TreeMap<>();
    for (String pair : pairs) {
      int equals = pair.indexOf('=');
      if (equals < 1) {
        throw new ConfigException(
            "LOG_LEVELS must be like tixgo.access=WARN, with commas between.");
      }
      loggerToLevel.put(pair.substring(0, equals), level("LOG_LEVELS", pair.substring(equals + 1)));
    }
    return loggerToLevel;
  }

  private static String level(String variable, String text) {
    String level = text.toUpperCase(Locale.ROOT);
    if (!LEVELS.contains(level)) {
      throw new ConfigException(
          variable + " has '" + text + "', but levels are " + String.join(", ", LEVELS) + ".");
    }
    return level;
  }

  private static Path writable(Path file) {
    if (Files.isDirectory(file)
        || (Files.exists(file) && !Files.isWritable(file))
        || !Files.isWritable(folder(file))) {
      throw new ConfigException("LOG_FILE names " + file + ", which can't be written.");
    }
    return file;
  }

  private static Path folder(Path file) {
    return requireNonNull(file.toAbsolutePath().getParent());
  }
}
