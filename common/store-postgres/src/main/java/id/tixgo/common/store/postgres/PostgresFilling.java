package id.tixgo.common.store.postgres;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.store.LogsFilling;
import io.vertx.sqlclient.Tuple;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/**
 * One transaction that has the table of stores for itself: a node that comes meanwhile waits for
 * it, and finds all or nothing.
 */
final class PostgresFilling implements LogsFilling {
  private static final String BEGIN =
      "SET idle_in_transaction_session_timeout = '10min'; BEGIN;"
          + " LOCK TABLE stores IN ACCESS EXCLUSIVE MODE";
  private static final String HELD =
      "SELECT EXISTS (SELECT FROM entries) OR EXISTS (SELECT FROM snapshots)"
          + " OR EXISTS (SELECT FROM stores WHERE number > 0)";

  /** Nodes that were at the database before the lock; those that come later wait. */
  private static final String USED =
      "SELECT EXISTS (SELECT FROM pg_stat_activity WHERE datname = current_database()"
          + " AND application_name LIKE 'tixgo-%' AND pid <> pg_backend_pid())";

  private static final String BEGIN_STORE =
      "INSERT INTO stores (store, number, epoch, version) VALUES ($1, $2, $3, $4)";

  private final PostgresSession session;
  private final Map<String, Store> nameToStore = new HashMap<>();

  private record Store(long number, int version) {}

  private PostgresFilling(PostgresSession session) {
    this.session = requireNonNull(session);
  }

  static PostgresFilling open(PostgresServerAddress address) throws IOException {
    PostgresSession session = PostgresSession.open(address);
    try {
      PostgresSchema.bring(session);
      PostgresSession.await(session.send(BEGIN));
      expectNot(session, USED, "the database is in use by another TixGo: stop that one.");
      expectNot(session, HELD, "the database holds data already: make an empty one.");
      PostgresSession.await(session.send("DELETE FROM stores"));
      return new PostgresFilling(session);
    } catch (IOException e) {
      session.close();
      throw e;
    }
  }

  private static void expectNot(PostgresSession session, String question, String sentence)
      throws IOException {
    if (session.rows(question, Tuple.tuple()).iterator().next().getBoolean(0)) {
      throw new IOException(sentence);
    }
  }

  @Override
  public void append(String store, int version, List<String> lines) throws IOException {
    long last = nameToStore.getOrDefault(store, new Store(0, version)).number();
    session.rows(PostgresTurn.APPEND, PostgresTurn.added(store, last, UUID.randomUUID(), lines));
    nameToStore.put(store, new Store(last + lines.size(), version));
  }

  @Override
  public void commit() throws IOException {
    for (Map.Entry<String, Store> named : nameToStore.entrySet()) {
      Store store = named.getValue();
      long epoch = ThreadLocalRandom.current().nextLong(Long.MAX_VALUE);
      session.rows(BEGIN_STORE, Tuple.of(named.getKey(), store.number(), epoch, store.version()));
    }
    PostgresSession.await(session.send("COMMIT"));
  }

  /** What isn't committed is rolled back. */
  @Override
  public void close() {
    session.close();
  }
}
