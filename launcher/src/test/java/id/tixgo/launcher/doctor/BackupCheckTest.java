package id.tixgo.launcher.doctor;

import id.tixgo.launcher.archive.BackupPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Backups: none by themselves, none yet, fresh, or too old. */
class BackupCheckTest {
  @TempDir Path folder;

  @Test
  void nothingByItselfShouldBeTold() {
    BackupCheck check = new BackupCheck(Optional.empty(), Clock.systemUTC());
    Findings.expect(Finding.Level.WARN, check.look(), "BACKUP_EVERY is not set", "6h");
  }

  @Test
  void noneYetShouldBeTold() {
    Findings.expect(Finding.Level.WARN, check("2030-03-02T19:00:00Z").look(), "no backup", " yet");
  }

  @ParameterizedTest
  @CsvSource({
    "2030-03-02T20:59:00Z, OK, 119 minutes old",
    "2030-03-03T07:00:00Z, OK, 12 hours old",
    "2030-03-03T07:00:01Z, FAIL, too old"
  })
  void theAgeShouldBeJudgedByHowOftenOneIsMade(String now, Finding.Level level, String part)
      throws IOException {
    Files.createFile(folder.resolve("tixgo-20300302T190000Z.zip"));
    Files.createFile(folder.resolve("tixgo-20300302T130000Z.zip"));
    Findings.expect(level, check(now).look(), part);
  }

  private BackupCheck check(String now) {
    BackupPlan plan = new BackupPlan(folder.resolve("data"), folder, Duration.ofHours(6), 14);
    return new BackupCheck(Optional.of(plan), Clock.fixed(Instant.parse(now), ZoneOffset.UTC));
  }
}
