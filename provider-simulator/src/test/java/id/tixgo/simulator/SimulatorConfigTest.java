package id.tixgo.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import id.tixgo.common.config.ConfigException;
import id.tixgo.common.config.Env;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Settings. */
class SimulatorConfigTest {
  @Test
  void whatIsUnsetShouldSuitOneMachine() {
    SimulatorConfig config = from(Map.of());
    assertEquals("127.0.0.1", config.host());
    assertEquals(9200, config.port());
    assertEquals("http://127.0.0.1:8090/webhooks/payment", config.webhookUrl());
    assertEquals(1_000, config.retryScale());
  }

  @Test
  void aWrongSettingShouldBeNamed() {
    assertEquals(
        "SIMULATOR_WEBHOOK_URL must be an http address.", sentence("SIMULATOR_WEBHOOK_URL", "x"));
    assertEquals(
        "SIMULATOR_RETRY_SCALE is 0, but must be a whole number from 1 to 10000000.",
        sentence("SIMULATOR_RETRY_SCALE", "0"));
  }

  private static String sentence(String name, String value) {
    return assertThrows(ConfigException.class, () -> from(Map.of(name, value))).getMessage();
  }

  private static SimulatorConfig from(Map<String, String> settings) {
    return SimulatorConfig.from(new Env(settings), Clock.systemUTC());
  }
}
