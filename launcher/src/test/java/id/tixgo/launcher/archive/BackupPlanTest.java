package id.tixgo.launcher.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tixgo.common.config.ConfigException;
import id.tixgo.common.config.Env;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether, how often and where a running system backs itself up. */
class BackupPlanTest {
  @Test
  void nothingShouldBeMadeUnasked() {
    assertEquals(Optional.empty(), BackupPlan.from(new Env(Map.of("BACKUP_KEEP", "3"))));
  }

  @ParameterizedTest
  @CsvSource({"30m, PT30M", "6h, PT6H", "1d, PT24H"})
  void aTimeShouldHaveItsUnit(String every, Duration expected) {
    BackupPlan plan = plan(Map.of("BACKUP_EVERY", every, "DATA_DIR", "/srv/tixgo"));
    assertEquals(
        new BackupPlan(Path.of("/srv/tixgo"), Path.of("/srv/tixgo/backups"), expected, 14), plan);
  }

  @Test
  void anotherDiskShouldDo() {
    BackupPlan plan =
        plan(Map.of("BACKUP_EVERY", "6h", "BACKUP_DIR", "/mnt/usb", "BACKUP_KEEP", "3"));
    assertEquals(Path.of("/mnt/usb"), plan.directory());
    assertEquals(3, plan.keep());
  }

  @ParameterizedTest
  @ValueSource(strings = {"6", "0h", "h", "6 hours", "-1h", "99999d"})
  void nonsenseShouldBeNamed(String every) {
    expectRefused("BACKUP_EVERY", Map.of("BACKUP_EVERY", every));
  }

  @Test
  void whatKeepsNothingShouldNotBeBackedUp() {
    expectRefused("STORE=file", Map.of("BACKUP_EVERY", "6h", "STORE", "memory"));
    expectRefused("BACKUP_KEEP", Map.of("BACKUP_EVERY", "6h", "BACKUP_KEEP", "0"));
  }

  private static BackupPlan plan(Map<String, String> settings) {
    return BackupPlan.from(new Env(settings)).orElseThrow();
  }

  private static void expectRefused(String part, Map<String, String> settings) {
    Env env = new Env(settings);
    String sentence = assertThrows(ConfigException.class, () -> BackupPlan.from(env)).getMessage();
    assertTrue(sentence.contains(part), sentence);
  }
}
