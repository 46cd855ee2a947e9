package id.tixgo.launcher.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where stores are kept: folders, space, and the time that a write takes. */
class DataDirectoryTest {
  @TempDir Path folder;

  @Test
  void aFolderThatIsNotMadeYetShouldNotBeMadeByLooking() throws IOException {
    DataDirectory directory = new DataDirectory(folder.resolve("not/yet"));
    Findings.expect(Finding.Level.OK, new FolderCheck(directory).look(), "at the first start");
    Findings.expect(Finding.Level.OK, new SpaceCheck(directory).look(), "GB are free on its disk");
    assertEquals(List.of(), new SyncCheck(directory, /* awaited= */ true).look());
    expectEmpty();
  }

  @Test
  void theTimeOfAWriteShouldLeaveNothingBehind() throws IOException {
    DataDirectory directory = new DataDirectory(folder);
    Findings.expect(Finding.Level.OK, new FolderCheck(directory).look(), " can be written.");
    List<Finding> findings = new SyncCheck(directory, /* awaited= */ false).look();
    Findings.expect(Finding.Level.OK, findings, "DATA_DIR: its disk keeps a write in ", " ms.");
    expectEmpty();
  }

  @Test
  void aFileInThePlaceOfTheFolderShouldFail() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    Findings.expect(
        Finding.Level.FAIL,
        new FolderCheck(new DataDirectory(file)).look(),
        "DATA_DIR: " + file + " is no folder.");
  }

  @Test
  void aRestoreThatWasCutOffShouldHaveTheSentenceOfTheStart() throws IOException {
    Files.createDirectory(folder.resolve(".replacing"));
    Findings.expect(
        Finding.Level.FAIL,
        new FolderCheck(new DataDirectory(folder)).look(),
        "is being replaced, or that was cut off: then do it again, with --force.");
  }

  @ParameterizedTest
  @CsvSource({"19, true, OK", "40, true, WARN", "40, false, OK"})
  void aSlowDiskShouldSayWhatItCostsWhereAnswersWaitForIt(
      double ms, boolean awaited, Finding.Level level) {
    String part = level == Finding.Level.WARN ? "at most 25 a second" : "in " + ms + " ms.";
    SyncCheck check = new SyncCheck(new DataDirectory(folder), awaited);
    Findings.expect(level, check.judge(ms), part);
  }

  @ParameterizedTest
  @CsvSource({"3000000000, OK", "150000000, WARN", "1000000, FAIL"})
  void littleSpaceShouldBeToldBeforeThereIsNone(long free, Finding.Level level) {
    Findings.expect(level, SpaceCheck.judge(free, 10_000_000_000L), " of 10.00 GB are free");
  }

  private void expectEmpty() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(List.of(), files.toList());
    }
  }
}
