package id.tixgo.common.store.postgres;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.store.DatabaseConfig;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.ClientSSLOptions;
import io.vertx.core.net.TrustOptions;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import io.vertx.pgclient.SslMode;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.TrustManagerFactory;

/**
 * Where the database is, and how we call ourselves there.
 *
 * @param store for which there are connections
 */
record PostgresServerAddress(Vertx vertx, DatabaseConfig database, String store) {
  PostgresServerAddress {
    requireNonNull(vertx);
    requireNonNull(database);
    requireNonNull(store);
  }

  Future<PgConnection> connect() {
    return PgConnection.connect(vertx, options());
  }

  private PgConnectOptions options() {
    PgConnectOptions options =
        new PgConnectOptions()
            .setHost(database.host())
            .setPort(database.port())
            .setDatabase(database.database())
            .setUser(database.user())
            .setPassword(database.password())
            .addProperty("application_name", "tixgo-" + store)
            .setCachePreparedStatements(true);
    return switch (database.encryption()) {
      case NONE -> options.setSslMode(SslMode.DISABLE);
      case WITH_ANYBODY -> options.setSslMode(SslMode.REQUIRE).setSslOptions(trustingAnybody());
      case VERIFIED -> options.setSslMode(SslMode.VERIFY_FULL).setSslOptions(trustingTheJvms());
    };
  }

  private static ClientSSLOptions trustingAnybody() {
    return new ClientSSLOptions().setTrustAll(true).setHostnameVerificationAlgorithm("");
  }

  /** The client asks for options where the JVM has a choice of its own. */
  private static ClientSSLOptions trustingTheJvms() {
    try {
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init((KeyStore) null);
      return new ClientSSLOptions()
          .setTrustOptions(TrustOptions.wrap(trust.getTrustManagers()[0]))
          .setHostnameVerificationAlgorithm("HTTPS");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
