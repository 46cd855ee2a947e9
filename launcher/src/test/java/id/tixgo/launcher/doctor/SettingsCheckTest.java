package id.tixgo.launcher.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import id.tixgo.common.config.ConfigException;
import id.tixgo.common.config.Env;
import id.tixgo.common.test.RunningSystem;
import id.tixgo.launcher.ServiceRegistry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Settings that a start would refuse. */
class SettingsCheckTest {
  @Test
  void settingsThatCanBeReadShouldBeSaidOnceForAllServices() {
    Findings.expect(
        Finding.Level.OK, look(Map.of()), "The settings can be read: identity, event", "gateway.");
  }

  @ParameterizedTest
  @CsvSource({
    "JWT_SECRET, short, 'JWT_SECRET has 5 characters, but must have at least 32.'",
    "PORTAL_PORT, 70000, 'PORTAL_PORT is 70000, but must be a whole number from 0 to 65535.'",
    "SERVICES, 'portal,till', 'SERVICES: Say which services to start: '",
    "CLUSTER, maybe, 'CLUSTER is '",
    "LOG_LEVEL, LOUD, 'LOG_LEVEL has '",
    "MANAGEMENT_PORT, everywhere, 'MANAGEMENT_PORT is '",
    "EVENT_PORT, 18082, 'EVENT_PORT and ATTENDANCE_PORT are the same, 18082: give each '"
  })
  void aSettingThatAStartRefusesShouldHaveOneSentence(String name, String value, String sentence) {
    Findings.expect(Finding.Level.FAIL, look(Map.of(name, value)), sentence);
  }

  @Test
  void aServiceThatThereIsNotShouldBeRefused() {
    Env env = new Env(Map.of());
    String sentence =
        assertThrows(ConfigException.class, () -> Installation.of(List.of("till"), env))
            .getMessage();
    assertEquals(0, sentence.indexOf("Say which services"), sentence);
  }

  private static List<Finding> look(Map<String, String> more) {
    Map<String, String> settings = new HashMap<>(Map.of("JWT_SECRET", RunningSystem.SECRET));
    settings.putAll(more);
    return new SettingsCheck(Installation.of(List.of(ServiceRegistry.ALL), new Env(settings)))
        .look();
  }
}
