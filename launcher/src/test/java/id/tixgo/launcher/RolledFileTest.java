package id.tixgo.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A log file that never grows too long. */
class RolledFileTest {
  @TempDir private Path folder;

  @Test
  void theNewestLinesShouldBeKeptInFewFiles() throws IOException {
    write("a\n", "b\n", "c\n", "d\n", "e\n", "f\n", "g\n");
    assertEquals("g\n", text("log"));
    assertEquals("e\nf\n", text("log.1"));
    assertEquals("c\nd\n", text("log.2"));
    assertFalse(Files.exists(folder.resolve("log.3")));
  }

  @Test
  void whatWasThereShouldBeGoneOnWith() throws IOException {
    write("a\n");
    write("b\n");
    assertEquals("a\nb\n", text("log"));
  }

  @Test
  void whatIsWrittenAtOnceShouldStayTogether() throws IOException {
    write("a\n", "long\nlines\n", "b\n");
    assertEquals("b\n", text("log"));
    assertEquals("long\nlines\n", text("log.1"));
    assertEquals("a\n", text("log.2"));
  }

  @Test
  void oneThatWasTakenAwayShouldBeBegunAnewWithoutHarmToTheOthers() throws IOException {
    write("a\n", "b\n", "c\n");
    try (RolledFile file = new RolledFile(folder.resolve("log"), 4, 2)) {
      Files.delete(folder.resolve("log"));
      write(file, "d\n", "e\n", "f\n");
    }
    assertEquals("e\nf\n", text("log"));
    assertEquals("a\nb\n", text("log.1"));
  }

  @Test
  void oneThatCanNotBeMovedShouldBeGoneOnWith() throws IOException {
    Files.createDirectories(folder.resolve("log.1/full"));
    Files.createDirectories(folder.resolve("log.2/full"));
    write("a\n", "b\n", "c\n", "d\n", "e\n");
    assertEquals("a\nb\nc\nd\ne\n", text("log"));
  }

  private static void write(RolledFile file, String... lines) throws IOException {
    for (String line : lines) {
      file.write(line.getBytes(StandardCharsets.UTF_8));
    }
  }

  private void write(String... lines) throws IOException {
    try (RolledFile file = new RolledFile(folder.resolve("log"), 4, 2)) {
      write(file, lines);
    }
  }

  private String text(String name) throws IOException {
    return Files.readString(folder.resolve(name));
  }
}
