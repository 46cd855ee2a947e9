package id.tixgo.common.journal;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The names of one journal's files: {@code journal-<n>} from number to number, and {@code
 * snapshot-<n>}, which stands for everything before {@code journal-<n>}.
 */
final class JournalFiles {
  private static final Pattern NAME = Pattern.compile("(journal|snapshot)-(\\d{8})");

  private final Path folder;

  JournalFiles(Path folder) {
    this.folder = requireNonNull(folder);
  }

  Path folder() {
    return folder;
  }

  Path journal(int number) {
    return file("journal", number);
  }

  Path snapshot(int number) {
    return file("snapshot", number);
  }

  /** A snapshot that isn't whole yet. */
  Path draft(int number) {
    return folder.resolve(snapshot(number).getFileName() + ".tmp");
  }

  /** The newest snapshot's number. */
  OptionalInt newestSnapshot() throws IOException {
    return numbers("snapshot").max();
  }

  /** The numbers of the journals from this one on, in order; fails when one is missing. */
  List<Integer> journalsFrom(int first) throws IOException {
    List<Integer> found = numbers("journal").filter(n -> n >= first).sorted().boxed().toList();
    for (int i = 0; i < found.size(); i++) {
      if (found.get(i) != first + i) {
        throw new DamagedFileException(journal(first + i), "is missing");
      }
    }
    return found;
  }

  /** What a snapshot of that number has made superfluous, and drafts that came to nothing. */
  void deleteBefore(int number) throws IOException {
    for (Path file : list()) {
      Optional<Integer> own = number(file, "\\w+");
      boolean old = own.map(n -> n < number).orElse(file.toString().endsWith(".tmp"));
      if (old) {
        Files.deleteIfExists(file);
      }
    }
  }

  private Path file(String kind, int number) {
    return folder.resolve("%s-%08d".formatted(kind, number));
  }

  private IntStream numbers(String kind) throws IOException {
    return list().stream()
        .map(file -> number(file, kind))
        .flatMap(Optional::stream)
        .mapToInt(Integer::intValue);
  }

  private List<Path> list() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }

  private static Optional<Integer> number(Path file, String kind) {
    Matcher name = NAME.matcher(String.valueOf(file.getFileName()));
    return name.matches() && name.group(1).matches(kind)
        ? Optional.of(Integer.valueOf(name.group(2)))
        : Optional.empty();
  }
}
