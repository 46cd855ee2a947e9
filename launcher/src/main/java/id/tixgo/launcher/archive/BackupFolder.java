package id.tixgo.launcher.archive;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A directory of archives, each named by the time of its beginning: {@code
 * tixgo-20300302T190000Z.zip}. What has such a name is whole and was verified.
 */
public record BackupFolder(Path path) {
  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("'tixgo-'yyyyMMdd'T'HHmmss'Z.zip'");
  private static final Pattern WHOLE = Pattern.compile("tixgo-\\d{8}T\\d{6}Z\\.zip");
  private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(1);
  private static final Pattern UNFINISHED = Pattern.compile(WHOLE + "\\.unverified(\\.part)?");

  public BackupFolder {
    requireNonNull(path);
  }

  /** The one that begins now, under the name that it gets at its end. */
  Path at(Instant time) {
    return path.resolve(NAME.format(time.atOffset(ZoneOffset.UTC)));
  }

  /** The beginning of the newest, if there is one; what is named by a time to come is none. */
  public Optional<Instant> newest(Instant now) throws IOException {
    return until(now).stream().findFirst().map(BackupFolder::time);
  }

  /** Those of a clock that was wrong say nothing of how old the others are. */
  private List<Path> until(Instant now) throws IOException {
    Instant latest = now.plus(CLOCKS_DIFFER);
    return newestFirst(WHOLE).stream().filter(file -> !time(file).isAfter(latest)).toList();
  }

  private static Instant time(Path file) {
    String name = String.valueOf(file.getFileName());
    return LocalDateTime.parse(name, NAME).toInstant(ZoneOffset.UTC);
  }

  /** Removes all but the newest; what is named by a time to come stays, and doesn't count. */
  void keep(int number, Instant now) throws IOException {
    for (Path old : until(now).stream().skip(number).toList()) {
      Files.delete(old);
    }
  }

  /** Removes what a process has left that ended in the middle. */
  void clear() throws IOException {
    for (Path left : newestFirst(UNFINISHED)) {
      Files.delete(left);
    }
  }

  private List<Path> newestFirst(Pattern names) throws IOException {
    if (!Files.isDirectory(path)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(path)) {
      return files
          .filter(file -> names.matcher(String.valueOf(file.getFileName())).matches())
          .sorted(Comparator.reverseOrder())
          .toList();
    }
  }
}
