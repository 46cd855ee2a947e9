package id.tixgo.common.store;

import static id.tixgo.common.config.AddressPart.decoded;
import static java.util.Objects.requireNonNull;

import id.tixgo.common.config.ConfigException;
import id.tixgo.common.config.Env;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.Optional;

/** A PostgreSQL database and who we are there: {@code DATABASE_URL}. */
public record DatabaseConfig(
    String host, int port, String database, String user, String password, Encryption encryption) {
  private static final String NAME = "DATABASE_URL";
  private static final int PORT = 5432;
  private static final int LAST_PORT = 65_535;
  private static final Map<String, Encryption> MODES =
      Map.of(
          "sslmode=disable",
          Encryption.NONE,
          "sslmode=require",
          Encryption.WITH_ANYBODY,
          "sslmode=verify-full",
          Encryption.VERIFIED);

  /** What is asked for on the way there. */
  public enum Encryption {
    NONE,
    /** Whoever answers may be somebody else. */
    WITH_ANYBODY,
    /** The database must show a certificate for its name that this JVM trusts. */
    VERIFIED
  }

  public DatabaseConfig {
    requireNonNull(host);
    requireNonNull(database);
    requireNonNull(user);
    requireNonNull(password);
    requireNonNull(encryption);
  }

  public static DatabaseConfig from(Env env) {
    return parse(env.text(NAME).orElseThrow(DatabaseConfig::refused));
  }

  private static DatabaseConfig parse(String url) {
    try {
      URI uri = new URI(url);
      if (isKnown(uri)) {
        return of(uri);
      }
    } catch (URISyntaxException | IllegalArgumentException e) {
      // It may say what was given, and so the password.
    }
    throw refused();
  }

  private static boolean isKnown(URI uri) {
    return String.valueOf(uri.getScheme()).matches("postgres(ql)?")
        && uri.getHost() != null
        && uri.getPort() <= LAST_PORT
        && uri.getRawUserInfo() != null
        && uri.getRawPath().matches("/[^/]+")
        && (uri.getRawQuery() == null || MODES.containsKey(uri.getRawQuery()))
        && uri.getRawFragment() == null;
  }

  private static DatabaseConfig of(URI uri) {
    String[] account = uri.getRawUserInfo().split(":", 2);
    return new DatabaseConfig(
        uri.getHost().replaceAll("[\\[\\]]", ""),
        uri.getPort() > 0 ? uri.getPort() : PORT,
        decoded(uri.getRawPath().substring(1)),
        decoded(account[0]),
        account.length == 2 ? decoded(account[1]) : "",
        Optional.ofNullable(uri.getRawQuery()).map(MODES::get).orElse(Encryption.NONE));
  }

  /** Never with what was given: it has a password. */
  private static ConfigException refused() {
    return new ConfigException(
        NAME
            + " must be an address like postgresql://user:password@host:5432/database, with"
            + " ?sslmode=require or ?sslmode=verify-full for TLS; what has a meaning in addresses is"
            + " written as %40.");
  }

  /** Without the password. */
  @Override
  public String toString() {
    return "postgresql://" + host + ":" + port + "/" + database;
  }
}
