package id.tixgo.common.store.wal;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The names of one log's files: segments {@code journal-<n>} from number to number, and {@code
 * snapshot-<n>}, which stands for everything before {@code journal-<n>}.
 */
final class Segments {
  private static final Pattern NAME = Pattern.compile("(journal|snapshot)-(\\d{8})");

  /** By number; a snapshot stands before the segment of its number. */
  private static final Comparator<Path> OLDEST_FIRST =
      Comparator.comparing((Path file) -> number(file, "\\w+").orElse(0))
          .thenComparing(file -> !isSnapshot(file));

  private final Path directory;

  Segments(Path directory) {
    this.directory = requireNonNull(directory);
  }

  Path directory() {
    return directory;
  }

  Path segment(int number) {
    return file("journal", number);
  }

  Path snapshot(int number) {
    return file("snapshot", number);
  }

  /** A snapshot that isn't whole yet. */
  Path temporary(int number) {
    return directory.resolve(snapshot(number).getFileName() + ".tmp");
  }

  /** The newest snapshot's number. */
  OptionalInt newestSnapshot() throws IOException {
    return numbers(list(), "snapshot").max();
  }

  /**
   * Opens what counts at one moment: the newest snapshot, and the segments from it on. A running
   * process may replace them meanwhile; then they are looked for again. It deletes the oldest
   * first, so whoever could open all of them, in their order, has overlooked none. Fails when a
   * segment is missing.
   */
  List<OpenSegment> open() throws IOException {
    while (true) {
      Set<Path> names = list();
      try {
        return OpenSegment.all(counting(names));
      } catch (IOException e) {
        if (list().equals(names)) {
          throw e;
        }
      }
    }
  }

  static boolean isSnapshot(Path file) {
    return number(file, "snapshot").isPresent();
  }

  /** The number in a file's name. */
  static int number(Path file) {
    return number(file, "\\w+").orElseThrow();
  }

  /** What a snapshot of that number has made superfluous, and staged that came to nothing. */
  void deleteBefore(int number) throws IOException {
    for (Path file : list().stream().sorted(OLDEST_FIRST).toList()) {
      if (number(file, "\\w+").map(n -> n < number).orElse(file.toString().endsWith(".tmp"))) {
        Files.deleteIfExists(file);
      }
    }
  }

  private List<Path> counting(Set<Path> names) throws IOException {
    List<Path> counting = new ArrayList<>();
    OptionalInt snapshot = numbers(names, "snapshot").max();
    snapshot.ifPresent(n -> counting.add(snapshot(n)));
    int last = numbers(names, "\\w+").max().orElse(0);
    for (int n = snapshot.orElse(1); n <= last; n++) {
      if (!names.contains(segment(n))) {
        throw new DamagedFileException(segment(n), "is missing");
      }
      counting.add(segment(n));
    }
    return counting;
  }

  private Path file(String kind, int number) {
    return directory.resolve("%s-%08d".formatted(kind, number));
  }

  private static IntStream numbers(Set<Path> names, String kind) {
    return names.stream()
        .map(file -> number(file, kind))
        .flatMap(Optional::stream)
        .mapToInt(Integer::intValue);
  }

  private Set<Path> list() throws IOException {
    if (!Files.isDirectory(directory)) {
      return Set.of();
    }
    try (Stream<Path> files = Files.list(directory)) {
      return files.collect(Collectors.toSet());
    }
  }

  private static Optional<Integer> number(Path file, String kind) {
    Matcher name = NAME.matcher(String.valueOf(file.getFileName()));
    return name.matches() && name.group(1).matches(kind)
        ? Optional.of(Integer.valueOf(name.group(2)))
        : Optional.empty();
  }
}
