package id.tixgo.launcher;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is given away: the libraries of images and releases. */
class DistributionIT {
  private static final Path LIB = Path.of("target", "tixgo", "lib");

  @Test
  void theDistributionShouldHaveServicesAndNoSimulator() throws IOException {
    List<String> jars = jars();
    assertTrue(jars.stream().anyMatch(jar -> jar.startsWith("launcher-")), jars.toString());
    assertTrue(jars.stream().anyMatch(jar -> jar.startsWith("gateway-verticle-")), jars.toString());
    assertTrue(jars.stream().noneMatch(jar -> jar.contains("simulator")), jars.toString());
    assertTrue(jars.stream().noneMatch(jar -> jar.contains("common-test")), jars.toString());
  }

  private static List<String> jars() throws IOException {
    try (Stream<Path> files = Files.list(LIB)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
