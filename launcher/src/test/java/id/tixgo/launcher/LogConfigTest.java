package id.tixgo.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import id.tixgo.common.config.ConfigException;
import id.tixgo.common.config.Env;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What settings say of the log. */
class LogConfigTest {
  @Test
  void nothingSetShouldBeTextOnStandardOutput() {
    LogConfig config = LogConfig.from(new Env(Map.of()));
    assertEquals(new LogConfig("text", "INFO", Map.of(), Optional.empty(), 10), config);
  }

  @Test
  void partsShouldHaveLevelsOfTheirOwn(@TempDir Path folder) {
    Path file = folder.resolve("tixgo.log");
    Map<String, String> settings =
        Map.of(
            "LOG_LEVEL", "warn",
            "LOG_LEVELS", "tixgo.access=OFF, id.tixgo.payment=debug",
            "LOG_FILE", file.toString(),
            "LOG_FILE_MB", "3");
    Map<String, String> levels = Map.of("tixgo.access", "OFF", "id.tixgo.payment", "DEBUG");
    assertEquals(
        new LogConfig("text", "WARN", levels, Optional.of(file), 3),
        LogConfig.from(new Env(settings)));
  }

  @ParameterizedTest
  @CsvSource({
    "LOG_LEVEL, LOUD",
    "LOG_LEVELS, tixgo.access",
    "LOG_LEVELS, tixgo.access=LOUD",
    "LOG_FILE, /no/such/folder/log",
    "LOG_FILE, /",
    "LOG_FILE_MB, 0",
    "LOG_FORMAT, xml"
  })
  void whatCanNotBeUsedShouldBeNamed(String variable, String value) {
    Env env = new Env(Map.of(variable, value));
    String sentence = assertThrows(ConfigException.class, () -> LogConfig.from(env)).getMessage();
    assertEquals(0, sentence.indexOf(variable), sentence);
  }
}
