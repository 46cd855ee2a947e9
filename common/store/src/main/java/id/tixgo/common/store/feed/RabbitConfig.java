package id.tixgo.common.store.feed;

import static id.tixgo.common.config.AddressPart.decoded;
import static java.util.Objects.requireNonNull;

import id.tixgo.common.config.ConfigException;
import id.tixgo.common.config.Env;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/**
 * A RabbitMQ broker and who we are there: {@code RABBITMQ_URL}.
 *
 * @param tls whether the connection is encrypted, and the broker must show a certificate that this
 *     JVM trusts
 * @param virtualHost the broker's part that is ours: {@code /} unless the address names another
 */
public record RabbitConfig(
    String host, int port, boolean tls, String user, String password, String virtualHost) {
  private static final String NAME = "RABBITMQ_URL";
  private static final int PORT = 5672;
  private static final int TLS_PORT = 5671;
  private static final int LAST_PORT = 65_535;

  /** Whom a broker lets in that nobody has set up, from its own machine alone. */
  private static final String GUEST = "guest";

  public RabbitConfig {
    requireNonNull(host);
    requireNonNull(user);
    requireNonNull(password);
    requireNonNull(virtualHost);
  }

  /** Empty where no broker is named. */
  public static Optional<RabbitConfig> from(Env env) {
    return env.text(NAME).map(RabbitConfig::parse);
  }

  private static RabbitConfig parse(String url) {
    try {
      URI uri = new URI(url);
      boolean known = String.valueOf(uri.getScheme()).matches("amqps?");
      boolean plain = uri.getRawQuery() == null && uri.getRawFragment() == null;
      if (known && plain && uri.getHost() != null) {
        return of(uri);
      }
    } catch (URISyntaxException | IllegalArgumentException e) {
      // It may say what was given, and so the password.
    }
    throw refused();
  }

  private static RabbitConfig of(URI uri) {
    boolean tls = uri.getScheme().equals("amqps");
    String[] account = Optional.ofNullable(uri.getRawUserInfo()).orElse(GUEST).split(":", 2);
    return new RabbitConfig(
        uri.getHost().replaceAll("[\\[\\]]", ""),
        port(uri.getPort(), tls),
        tls,
        decoded(account[0]),
        account.length == 2 ? decoded(account[1]) : GUEST,
        virtualHost(Optional.ofNullable(uri.getRawPath()).orElse("")));
  }

  private static int port(int named, boolean tls) {
    if (named > LAST_PORT) {
      throw refused();
    }
    if (named > 0) {
      return named;
    }
    return tls ? TLS_PORT : PORT;
  }

  private static String virtualHost(String path) {
    String name = path.replaceFirst("^/", "");
    if (name.contains("/")) {
      throw refused();
    }
    return name.isEmpty() ? "/" : decoded(name);
  }

  /** Never with what was given: it has a password. */
  private static ConfigException refused() {
    return new ConfigException(
        NAME
            + " must be an address like amqp://user:password@broker:5672/virtual-host, or amqps://"
            + " for TLS; what has a meaning in addresses is written as %40.");
  }

  /** Without the password. */
  @Override
  public String toString() {
    return (tls ? "amqps" : "amqp") + "://" + host + ":" + port;
  }
}
