package id.tixgo.launcher.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An archive that there is, that there isn't, and that the JVM has left aside. */
class ClassArchiveCheckTest {
  private static final Path ARCHIVE = Path.of("/opt/tixgo/tixgo-17.jsa");

  @TempDir Path folder;

  @Test
  void anArchiveInMemoryShouldBeOneThatFits() throws IOException {
    Findings.expect(
        Finding.Level.OK, look("7f00-7f01 r--p 00000000 08:01 42  " + ARCHIVE), "fits this Java.");
  }

  @Test
  void anArchiveThatIsNotInMemoryShouldBeMadeAnew() throws IOException {
    Findings.expect(
        Finding.Level.WARN, look("7f00-7f01 r--p 00000000 08:01 42  /lib/libc.so"), "tixgo cds");
  }

  @Test
  void noArchiveShouldBeAWarning() {
    ClassArchiveCheck check = new ClassArchiveCheck(Optional.empty(), folder);
    Findings.expect(Finding.Level.WARN, check.look(), "There is no archive", "tixgo cds");
  }

  private List<Finding> look(String line) throws IOException {
    Path maps = Files.writeString(folder.resolve("maps"), line + "\n");
    return new ClassArchiveCheck(Optional.of(ARCHIVE), maps).look();
  }
}
