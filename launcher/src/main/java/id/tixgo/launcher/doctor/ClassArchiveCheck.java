package id.tixgo.launcher.doctor;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether the archive of classes is used: the JVM leaves one aside without a word that another Java
 * or other libraries have made. This JVM was given it as TixGo's own is.
 *
 * @param archive the file, where there is one
 * @param maps the files that this process has in its memory, as Linux lists them
 */
record ClassArchiveCheck(Optional<Path> archive, Path maps) implements Check {
  private static final String FLAG = "-XX:SharedArchiveFile=";
  private static final String COST =
      ": a start takes a second longer. \"bin/tixgo cds\" makes one.";

  ClassArchiveCheck {
    requireNonNull(archive);
    requireNonNull(maps);
  }

  static ClassArchiveCheck ofThisJvm() {
    Optional<Path> archive =
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
            .filter(flag -> flag.startsWith(FLAG))
            .map(flag -> Path.of(flag.substring(FLAG.length())))
            .findFirst();
    return new ClassArchiveCheck(archive, Path.of("/proc/self/maps"));
  }

  @Override
  public String subject() {
    return "The archive of classes";
  }

  /** Where the system has no such list nothing is known. */
  @Override
  public List<Finding> look() {
    if (archive.isEmpty()) {
      return List.of(Finding.warn("There is no archive of classes" + COST));
    }
    try (Stream<String> lines = Files.lines(maps)) {
      String end = "/" + archive.get().getFileName();
      return List.of(judge(lines.anyMatch(line -> line.endsWith(end))));
    } catch (IOException e) {
      return List.of();
    }
  }

  private Finding judge(boolean used) {
    String name = subject() + ", " + archive.orElseThrow();
    return used
        ? Finding.ok(name + ", fits this Java.")
        : Finding.warn(name + ", was made by another Java or with other libraries" + COST);
  }
}
