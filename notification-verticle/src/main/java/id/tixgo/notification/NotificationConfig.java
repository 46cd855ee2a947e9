package id.tixgo.notification;

import id.tixgo.common.auth.TokenConfig;
import id.tixgo.common.config.Env;
import id.tixgo.common.config.HttpConfig;
import id.tixgo.common.service.Service.Address;
import id.tixgo.common.store.StoreConfig;
import id.tixgo.notification.client.SmtpConfig;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * What Notification is told by its environment.
 *
 * @param pages where Portal is for users, without a slash at the end; empty when nobody says
 * @param feedLookMs how often it looks whether a feed has more
 * @param smtp where mails go; empty when they are only kept
 * @param firstRetry how long a mail waits after its first attempt
 * @param mailsPerSecond how many leave at most
 * @param mailsKept how long a mail is kept after it was sent or has failed; empty for ever
 */
public record NotificationConfig(
    Address address,
    URI identity,
    URI event,
    URI ticketing,
    URI payment,
    URI wallet,
    Optional<String> pages,
    int feedLookMs,
    Optional<SmtpConfig> smtp,
    Duration firstRetry,
    int mailsPerSecond,
    Optional<Duration> mailsKept,
    StoreConfig store,
    TokenConfig tokens,
    HttpConfig http) {
  public static NotificationConfig from(Env env) {
    return new NotificationConfig(
        Address.internal(env, "notification", 5003),
        env.publicNeighbour("IDENTITY", 18081),
        env.neighbour("EVENT", 8000),
        env.neighbour("TICKETING", 8003),
        env.neighbour("PAYMENT", 8005),
        env.neighbour("WALLET", 5001),
        env.text("PUBLIC_URL").map(given -> pages(env.url("PUBLIC_URL", given))),
        env.number("FEED_LOOK_MS", 1000, 10, 600_000),
        SmtpConfig.from(env),
        Duration.ofSeconds(env.number("MAIL_RETRY_SECONDS", 30, 1, 3600)),
        env.number("MAIL_PER_SECOND", 10, 1, 10_000),
        Optional.of(Duration.ofDays(env.number("MAIL_KEEP_DAYS", 90, 0, 36_500)))
            .filter(kept -> !kept.isZero()),
        StoreConfig.from(env),
        TokenConfig.from(env),
        HttpConfig.from(env));
  }

  private static String pages(URI given) {
    return given.toString().replaceAll("/+$", "");
  }
}
