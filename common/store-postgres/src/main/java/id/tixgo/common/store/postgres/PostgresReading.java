package id.tixgo.common.store.postgres;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.store.LogSnapshot;
import id.tixgo.common.store.LoggedEntry;
import id.tixgo.common.store.LogsReading;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowIterator;
import io.vertx.sqlclient.Tuple;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** One transaction that sees what was committed when it began, and keeps no node from going on. */
final class PostgresReading implements LogsReading {
  private static final String BEGIN =
      "SET idle_in_transaction_session_timeout = '10min';"
          + " BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";
  private static final String AUDITED_AFTER =
      "SELECT number, batch, type, entry::text FROM entries"
          + " WHERE store = $1 AND type = 'audited' AND number > $2 ORDER BY number LIMIT $3";

  private static final String NEWEST_HEAD =
      "SELECT number, batch, type, entry::text FROM entries"
          + " WHERE store = $1 AND type = 'audit_written' ORDER BY number DESC LIMIT 1";

  /** None is ever deleted. */
  private static final String WHOLE =
      "SELECT count(*) = coalesce((SELECT number FROM stores WHERE store = $1), 0)"
          + " FROM entries WHERE store = $1";

  private final PostgresSession session;

  private PostgresReading(PostgresSession session) {
    this.session = requireNonNull(session);
  }

  static PostgresReading open(PostgresServerAddress address) throws IOException {
    PostgresSession session = PostgresSession.open(address);
    try {
      PostgresSession.await(session.send(BEGIN));
      if (!PostgresSchema.isThere(session)) {
        throw new IOException("the database holds nothing of TixGo: is DATABASE_URL right?");
      }
      return new PostgresReading(session);
    } catch (IOException e) {
      session.close();
      throw e;
    }
  }

  @Override
  public long last(String store, int version) throws IOException {
    RowIterator<Row> rows = session.rows(PostgresLog.LOOK, Tuple.of(store)).iterator();
    if (!rows.hasNext()) {
      return 0;
    }
    Row row = rows.next();
    if (row.getInteger(2) > version) {
      throw new IOException("a newer TixGo has written to the store " + store + ".");
    }
    return row.getLong(0);
  }

  @Override
  public Optional<LogSnapshot> snapshot(String store, int version) throws IOException {
    return new PostgresSnapshots(store, version).newest(session);
  }

  @Override
  public List<LoggedEntry> after(String store, long number) throws IOException {
    return page(PostgresLog.AFTER, store, number);
  }

  @Override
  public List<LoggedEntry> auditedAfter(String store, long number) throws IOException {
    return page(AUDITED_AFTER, store, number);
  }

  @Override
  public Optional<LoggedEntry> newestAuditHead(String store) throws IOException {
    return PostgresLog.read(session.rows(NEWEST_HEAD, Tuple.of(store))).stream().findFirst();
  }

  @Override
  public boolean isWhole(String store) throws IOException {
    return session.rows(WHOLE, Tuple.of(store)).iterator().next().getBoolean(0);
  }

  private List<LoggedEntry> page(String sql, String store, long number) throws IOException {
    return PostgresLog.read(session.rows(sql, Tuple.of(store, number, PostgresLog.PAGE)));
  }

  @Override
  public void close() {
    session.close();
  }
}
