package id.tixgo.payment.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tixgo.common.config.ConfigException;
import id.tixgo.common.config.Env;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GatewaysConfigTest {
  private static final Map<String, String> ALL =
      Map.of(
          "MIDTRANS_SERVER_KEY", "Mid-server-hush",
          "XENDIT_SECRET_KEY", "xnd_production_hush",
          "XENDIT_CALLBACK_TOKEN", "callback-hush");

  @Test
  void peopleAloneShouldTakeMoneyWhenThereAreNoKeys() {
    GatewaysConfig config = config(Map.of());

    assertEquals(List.of("manual"), config.names());
    assertEquals(Optional.empty(), config.midtrans());
    assertEquals(Optional.empty(), config.xendit());
    assertEquals(10_000, config.timeoutMs());
  }

  @Test
  void gatewaysWithKeysShouldBeOfferedAtTheirOwnAddresses() {
    GatewaysConfig config = config(ALL);

    assertEquals(List.of("midtrans", "xendit", "manual"), config.names());
    GatewaysConfig.Midtrans midtrans = config.midtrans().orElseThrow();
    assertEquals(URI.create("https://app.midtrans.com"), midtrans.snap());
    assertEquals(URI.create("https://api.midtrans.com"), midtrans.api());
    assertEquals(URI.create("https://api.xendit.co"), config.xendit().orElseThrow().url());
  }

  @Test
  void sandboxKeyShouldGoToTheSandbox() {
    GatewaysConfig.Midtrans midtrans =
        config(Map.of("MIDTRANS_SERVER_KEY", "SB-Mid-server-a")).midtrans().orElseThrow();

    assertEquals(URI.create("https://app.sandbox.midtrans.com"), midtrans.snap());
    assertEquals(URI.create("https://api.sandbox.midtrans.com"), midtrans.api());
  }

  @Test
  void addressesShouldBeSettings() {
    GatewaysConfig.Midtrans midtrans =
        config(
                Map.of(
                    "MIDTRANS_SERVER_KEY", "a",
                    "MIDTRANS_SNAP_URL", "http://127.0.0.1:9/a",
                    "MIDTRANS_API_URL", "http://127.0.0.1:9/b",
                    "MIDTRANS_NOTIFICATION_URL", "http://127.0.0.1:8/webhooks/payment"))
            .midtrans()
            .orElseThrow();

    assertEquals(URI.create("http://127.0.0.1:9/a"), midtrans.snap());
    assertEquals(URI.create("http://127.0.0.1:9/b"), midtrans.api());
    assertEquals(Optional.of("http://127.0.0.1:8/webhooks/payment"), midtrans.notificationUrl());
  }

  @Test
  void gatewaysShouldStandInTheOrderThatIsSet() {
    assertEquals(
        List.of("xendit", "midtrans"),
        config(with("PAYMENT_GATEWAYS", "xendit, midtrans, xendit")).names());
    assertEquals(Optional.empty(), config(with("PAYMENT_GATEWAYS", "manual")).midtrans());
  }

  @Test
  void startShouldFailByNameWhenSomethingIsMissing() {
    assertTrue(refusal(Map.of("PAYMENT_GATEWAYS", "midtrans")).startsWith("MIDTRANS_SERVER_KEY"));
    assertTrue(refusal(Map.of("PAYMENT_GATEWAYS", "xendit")).startsWith("XENDIT_SECRET_KEY"));
    assertTrue(refusal(Map.of("XENDIT_SECRET_KEY", "a")).startsWith("XENDIT_CALLBACK_TOKEN"));
    assertTrue(refusal(Map.of("PAYMENT_GATEWAYS", "stripe")).startsWith("PAYMENT_GATEWAYS"));
    assertTrue(refusal(Map.of("PAYMENT_GATEWAYS", ",")).startsWith("PAYMENT_GATEWAYS"));
    assertTrue(refusal(with("XENDIT_URL", "xendit")).startsWith("XENDIT_URL"));
    assertTrue(refusal(Map.of("GATEWAY_TIMEOUT_MS", "0")).startsWith("GATEWAY_TIMEOUT_MS"));
  }

  @Test
  void secretsShouldNotBePrinted() {
    assertFalse(config(ALL).toString().contains("hush"), config(ALL).toString());
  }

  private static Map<String, String> with(String name, String value) {
    Map<String, String> variables = new HashMap<>(ALL);
    variables.put(name, value);
    return variables;
  }

  private static GatewaysConfig config(Map<String, String> variables) {
    return GatewaysConfig.from(new Env(variables));
  }

  private static String refusal(Map<String, String> variables) {
    return assertThrows(ConfigException.class, () -> config(variables)).getMessage();
  }
}
