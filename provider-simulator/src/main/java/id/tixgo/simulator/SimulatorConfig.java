package id.tixgo.simulator;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.config.ConfigException;
import id.tixgo.common.config.Env;
import java.time.Clock;
import java.util.Map;

/**
 * Settings.
 *
 * @param port 0 for a free one
 * @param smtpPort where it takes mails; 0 for a free one
 * @param webhookUrl where notifications go
 * @param retryScale what the gateways' waiting times between retries are divided by
 */
public record SimulatorConfig(
    String host,
    int port,
    int smtpPort,
    String midtransServerKey,
    String xenditSecretKey,
    String xenditCallbackToken,
    String webhookUrl,
    int retryScale,
    Clock clock) {
  public SimulatorConfig {
    requireNonNull(host);
    requireNonNull(midtransServerKey);
    requireNonNull(xenditSecretKey);
    requireNonNull(xenditCallbackToken);
    requireNonNull(webhookUrl);
    requireNonNull(clock);
  }

  public static SimulatorConfig from(Env env, Clock clock) {
    return new SimulatorConfig(
        env.text("SIMULATOR_HOST", "127.0.0.1"),
        env.number("SIMULATOR_PORT", 9200, 0, 65_535),
        env.number("SIMULATOR_SMTP_PORT", 9225, 0, 65_535),
        env.text("MIDTRANS_SERVER_KEY", "SB-Mid-server-TixGoSimulator"),
        env.text("XENDIT_SECRET_KEY", "xnd_development_TixGoSimulator"),
        env.text("XENDIT_CALLBACK_TOKEN", "tixgo-simulator-callback"),
        webhookUrl(env),
        env.number("SIMULATOR_RETRY_SCALE", 1_000, 1, 10_000_000),
        clock);
  }

  /** The usual settings on a free port. */
  public static SimulatorConfig forTests(String webhookUrl) {
    return forTests(webhookUrl, Clock.systemUTC());
  }

  /** The same with a clock by which payments, pages and idempotency keys expire. */
  public static SimulatorConfig forTests(String webhookUrl, Clock clock) {
    return from(
        new Env(
            Map.of(
                "SIMULATOR_PORT",
                "0",
                "SIMULATOR_SMTP_PORT",
                "0",
                "SIMULATOR_WEBHOOK_URL",
                webhookUrl)),
        clock);
  }

  /** One whose retries come sooner, or later. */
  public SimulatorConfig withRetryScale(int newScale) {
    return new SimulatorConfig(
        host,
        port,
        smtpPort,
        midtransServerKey,
        xenditSecretKey,
        xenditCallbackToken,
        webhookUrl,
        newScale,
        clock);
  }

  private static String webhookUrl(Env env) {
    String url = env.text("SIMULATOR_WEBHOOK_URL", "http://127.0.0.1:8090/webhooks/payment");
    if (!url.matches("https?://[^\\s]+")) {
      throw new ConfigException("SIMULATOR_WEBHOOK_URL must be an http address.");
    }
    return url;
  }
}
