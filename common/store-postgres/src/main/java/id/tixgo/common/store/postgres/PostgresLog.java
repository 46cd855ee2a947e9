package id.tixgo.common.store.postgres;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.store.LogSnapshot;
import id.tixgo.common.store.LoggedEntry;
import id.tixgo.common.store.SharedLog;
import io.vertx.core.Future;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** A store's log as rows of a table, and one row of another that is locked for a turn. */
final class PostgresLog implements SharedLog {
  static final int PAGE = 2000;

  private static final String BEGIN_STORE =
      "INSERT INTO stores (store, number, epoch, version) VALUES ($1, 0, $3, $2)"
          + " ON CONFLICT DO NOTHING";
  static final String LOOK = "SELECT number, epoch, version FROM stores WHERE store = $1";
  private static final String LOCK = LOOK + " FOR UPDATE";

  /** Those who wait for a row that changes aren't served in their order; here they are. */
  private static final String QUEUE = "SELECT pg_advisory_xact_lock(hashtextextended($1, 0))";

  private static final String RESERVE = "SELECT pg_advisory_lock(hashtextextended($1, 0))";

  /** The SQLSTATE of a lock that wasn't had in time. */
  private static final String LOCK_TIMEOUT = "55P03";

  static final String AFTER =
      "SELECT number, batch, type, entry::text FROM entries"
          + " WHERE store = $1 AND number > $2 ORDER BY number LIMIT $3";

  private final PostgresServerAddress address;
  private final String store;
  private final int version;
  private final boolean alone;
  private final KnownLog known;
  private final PostgresSnapshots snapshots;
  private final UUID node = UUID.randomUUID();
  private Optional<PostgresSession> session = Optional.empty();
  private Optional<PostgresBell> bell = Optional.empty();

  /** Something to do on the connection. */
  interface Work<T> {
    T on(PostgresSession session) throws IOException;
  }

  PostgresLog(PostgresServerAddress address, String store, int version, boolean alone) {
    this.address = requireNonNull(address);
    this.store = requireNonNull(store);
    this.version = version;
    this.alone = alone;
    this.known = new KnownLog(store, version);
    this.snapshots = new PostgresSnapshots(store, version);
  }

  @Override
  public Optional<LogSnapshot> snapshot() throws IOException {
    return with(snapshots::newest);
  }

  @Override
  public long snapshotNumber() throws IOException {
    return with(snapshots::number);
  }

  @Override
  public void writeSnapshot(long number, Iterator<byte[]> parts) throws IOException {
    try (PostgresSession own = PostgresSession.open(address)) {
      snapshots.write(own, number, parts);
    }
  }

  @Override
  public List<LoggedEntry> after(long number) throws IOException {
    return with(on -> entries(on.rows(AFTER, Tuple.of(store, number, PAGE))));
  }

  @Override
  public Turn take(long after) throws IOException {
    return with(on -> take(on, after));
  }

  /** One round trip: what others committed is seen by what is read once the lock is ours. */
  private Turn take(PostgresSession on, long after) throws IOException {
    Future<?> begun = on.send("BEGIN");
    Future<?> queued = on.send(QUEUE, Tuple.of("turn of " + store));
    Future<RowSet<Row>> locked = on.send(LOCK, Tuple.of(store));
    Future<RowSet<Row>> missed = on.send(AFTER, Tuple.of(store, after, PAGE));
    PostgresSession.await(Future.all(begun, queued, locked, missed));
    return new PostgresTurn(this, known.last(locked.result()), entries(missed.result()));
  }

  @Override
  public void listen(Runnable rung) {
    PostgresBell started = new PostgresBell(address, channel(), node, rung);
    bell = Optional.of(started);
    started.start();
  }

  @Override
  public void close() {
    bell.ifPresent(PostgresBell::stop);
    drop();
  }

  String store() {
    return store;
  }

  int version() {
    return version;
  }

  /** By which a node doesn't hear itself. */
  UUID node() {
    return node;
  }

  String channel() {
    return "tixgo_" + store;
  }

  /** How far this node knows it. */
  KnownLog known() {
    return known;
  }

  /** Does what is to do in a turn that has begun. */
  void end(Work<?> work) throws IOException {
    with(work);
  }

  private <T> T with(Work<T> work) throws IOException {
    try {
      return work.on(session());
    } catch (IOException e) {
      drop();
      throw e;
    }
  }

  private PostgresSession session() throws IOException {
    if (session.isEmpty()) {
      session = Optional.of(PostgresSession.open(address));
      prepare(session.get());
    }
    return session.get();
  }

  /** Once a connection: the store may have been replaced meanwhile, or be another node's. */
  private void prepare(PostgresSession on) throws IOException {
    if (alone) {
      reserve(on);
    }
    if (known.isNew()) {
      PostgresSchema.bring(on);
      long epoch = ThreadLocalRandom.current().nextLong(Long.MAX_VALUE);
      on.rows(BEGIN_STORE, Tuple.of(store, version, epoch));
    }
    known.last(on.rows(LOOK, Tuple.of(store)));
    known.check(on);
  }

  /** For as long as the connection lasts. */
  private void reserve(PostgresSession on) throws IOException {
    try {
      on.rows(RESERVE, Tuple.of(channel()));
    } catch (IOException e) {
      throw e.getCause() instanceof PgException no && no.getSqlState().equals(LOCK_TIMEOUT)
          ? new IOException("another node has this store; this one waits until that one ends", e)
          : e;
    }
  }

  private void drop() {
    session.ifPresent(PostgresSession::close);
    session = Optional.empty();
  }

  private List<LoggedEntry> entries(RowSet<Row> rows) {
    List<LoggedEntry> entries = read(rows);
    entries.forEach(entry -> known.reached(entry.number(), entry.batch()));
    return entries;
  }

  /** Rows of {@link #AFTER}. */
  static List<LoggedEntry> read(RowSet<Row> rows) {
    List<LoggedEntry> entries = new ArrayList<>(rows.size());
    for (Row row : rows) {
      String text = "{\"" + row.getString(2) + "\":" + row.getString(3) + "}";
      entries.add(new LoggedEntry(row.getLong(0), row.getUUID(1), text));
    }
    return entries;
  }
}
