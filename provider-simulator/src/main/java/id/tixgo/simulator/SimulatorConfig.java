package id.tixgo.simulator;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.config.ConfigException;
import id.tixgo.common.config.Env;
import id.tixgo.simulator.digiflazz.DigiflazzAccount;
import java.time.Clock;
import java.util.Map;

/**
 * Settings.
 *
 * @param port 0 for a free one
 * @param smtpPort where it takes mails; 0 for a free one
 * @param webhookUrl where notifications of payments go
 * @param digiflazz the account there, with the place where its callbacks go
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
    DigiflazzAccount digiflazz,
    int retryScale,
    Clock clock) {
  public SimulatorConfig {
    requireNonNull(host);
    requireNonNull(midtransServerKey);
    requireNonNull(xenditSecretKey);
    requireNonNull(xenditCallbackToken);
    requireNonNull(webhookUrl);
    requireNonNull(digiflazz);
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
        webhookUrl(env, "SIMULATOR_WEBHOOK_URL", "http://127.0.0.1:8090/webhooks/payment"),
        digiflazz(env),
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
                webhookUrl,
                "SIMULATOR_PPOB_WEBHOOK_URL",
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
        digiflazz,
        newScale,
        clock);
  }

  private static DigiflazzAccount digiflazz(Env env) {
    return new DigiflazzAccount(
        env.text("DIGIFLAZZ_USERNAME", "tixgo-simulator"),
        env.text("DIGIFLAZZ_API_KEY", "dev-TixGoSimulator"),
        env.text("DIGIFLAZZ_WEBHOOK_SECRET", "tixgo-simulator-hook"),
        webhookUrl(env, "SIMULATOR_PPOB_WEBHOOK_URL", "http://127.0.0.1:8090/webhooks/ppob"));
  }

  private static String webhookUrl(Env env, String name, String usual) {
    String url = env.text(name, usual);
    if (!url.matches("https?://[^\\s]+")) {
      throw new ConfigException(name + " must be an http address.");
    }
    return url;
  }
}
