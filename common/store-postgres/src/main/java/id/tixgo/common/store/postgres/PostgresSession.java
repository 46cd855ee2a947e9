package id.tixgo.common.store.postgres;

import static java.util.Objects.requireNonNull;

import io.vertx.core.Future;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.io.Closeable;
import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A connection to the database. What is sent is answered in its order, and waits for no answer
 * before it. To wait for one is for a thread that may block.
 */
final class PostgresSession implements Closeable {
  private static final long LONGEST_S = 10;

  /**
   * Whoever holds the lock and says nothing, since he is stopped or cut off, loses it; a machine
   * that is gone is found so within seconds; and nobody waits for the lock longer than for any
   * answer. A commit is on the disk, and a statement sees what was committed before it began.
   */
  static final String LIMITS =
      "SET idle_in_transaction_session_timeout = '3s'; SET lock_timeout = '8s';"
          + " SET tcp_keepalives_idle = 5; SET tcp_keepalives_interval = 2;"
          + " SET tcp_keepalives_count = 3; SET tcp_user_timeout = 11000; SET default_transaction_isolation = 'read committed';"
          + " SET synchronous_commit = on; SET client_min_messages = warning";

  private final PgConnection connection;

  private PostgresSession(PgConnection connection) {
    this.connection = requireNonNull(connection);
  }

  static PostgresSession open(PostgresServerAddress address) throws IOException {
    PostgresSession session = connected(address.connect());
    try {
      await(session.send(LIMITS));
      return session;
    } catch (IOException e) {
      session.close();
      throw e;
    }
  }

  /** One that comes too late is closed. */
  private static PostgresSession connected(Future<PgConnection> connecting) throws IOException {
    try {
      return new PostgresSession(await(connecting));
    } catch (IOException e) {
      connecting.onSuccess(PgConnection::close);
      throw e;
    }
  }

  Future<RowSet<Row>> send(String sql) {
    return connection.query(sql).execute();
  }

  Future<RowSet<Row>> send(String sql, Tuple values) {
    return connection.preparedQuery(sql).execute(values);
  }

  /** Sends it and waits for the rows. */
  RowSet<Row> rows(String sql, Tuple values) throws IOException {
    return await(send(sql, values));
  }

  /** Waits for an answer; an {@link IOException} says why there is none, or that it is a no. */
  static <T> T await(Future<T> answer) throws IOException {
    try {
      return answer.toCompletionStage().toCompletableFuture().get(LONGEST_S, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw new IOException(e.getCause().getMessage(), e.getCause());
    } catch (TimeoutException e) {
      throw new IOException("no answer within " + LONGEST_S + " s", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  /** What isn't committed is rolled back. */
  @Override
  public void close() {
    connection.close();
  }
}
