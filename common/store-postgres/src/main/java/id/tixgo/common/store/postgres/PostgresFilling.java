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

  /** Nodes that were at the database before the lock; those that come later, and copies, wait. */
  private static final String USED =
      "SELECT EXISTS (SELECT FROM pg_stat_activity WHERE datname = current_database()"
          + " AND application_name LIKE 'tixgo-%' AND application_name <> 'tixgo-copy')";

  private static final String UNKNOWN =
      "whether it was stored isn't known: import again, which is refused where it was.";

  /** Waits, where that is still on its way. */
  private static final String STORED = "SELECT EXISTS (SELECT FROM stores WHERE epoch = $1)";

  private static final String BEGIN_STORE =
      "INSERT INTO stores (store, number, epoch, version) VALUES ($1, $2, $3, $4)";

  private final PostgresServerAddress address;
  private final PostgresSession session;
  private final Map<String, Store> nameToStore = new HashMap<>();

  /** By which its stores are known from those of any other. */
  private final long epoch = ThreadLocalRandom.current().nextLong(Long.MAX_VALUE);

  private record Store(long number, int version) {}

  private PostgresFilling(PostgresServerAddress address, PostgresSession session) {
    this.address = requireNonNull(address);
    this.session = requireNonNull(session);
  }

  static PostgresFilling open(PostgresServerAddress address) throws IOException {
    PostgresSession session = PostgresSession.open(address);
    try {
      expectFree(session);
      PostgresSchema.bring(session);
      PostgresSession.await(session.send(BEGIN));
      expectFree(session);
      PostgresSession.await(session.send("DELETE FROM stores"));
      return new PostgresFilling(address, session);
    } catch (IOException | RuntimeException e) {
      session.close();
      throw e;
    }
  }

  /** Asked before the tables are made or changed, too: one that is refused changes nothing. */
  private static void expectFree(PostgresSession session) throws IOException {
    expectNot(session, USED, "the database is in use by another TixGo: stop that one.");
    if (PostgresSchema.isThere(session)) {
      expectNot(session, HELD, "the database holds data already: make an empty one.");
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
      session.rows(BEGIN_STORE, Tuple.of(named.getKey(), store.number(), epoch, store.version()));
    }
    try {
      PostgresSession.await(session.send("COMMIT"));
    } catch (IOException e) {
      if (!isStored()) {
        throw e;
      }
    }
  }

  /** An answer that was lost, or is long in coming, may have been a yes. */
  private boolean isStored() throws IOException {
    try (PostgresSession again = PostgresSession.open(address)) {
      return again.rows(STORED, Tuple.of(epoch)).iterator().next().getBoolean(0);
    } catch (IOException e) {
      throw new IOException(UNKNOWN, e);
    }
  }

  /** What isn't committed is rolled back. */
  @Override
  public void close() {
    session.close();
  }
}
