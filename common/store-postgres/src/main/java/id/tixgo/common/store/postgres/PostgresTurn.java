package id.tixgo.common.store.postgres;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.store.LoggedEntry;
import id.tixgo.common.store.SharedLog;
import io.vertx.core.Future;
import io.vertx.sqlclient.Tuple;
import java.io.IOException;
import java.util.List;
import java.util.UUID;

/** A transaction that has the store's row. */
final class PostgresTurn implements SharedLog.Turn {
  static final String APPEND =
      "INSERT INTO entries (store, number, batch, type, entry)"
          + " SELECT $1::text, $2::bigint + n, $3::uuid, type, entry::json"
          + " FROM unnest($4::text[], $5::text[]) WITH ORDINALITY AS added (type, entry, n)";
  private static final String MOVE = "UPDATE stores SET number = $2, version = $3 WHERE store = $1";
  private static final String RING = "SELECT pg_notify($1::text, $2::text)";

  /** What stands before the type in a line, and between it and the entry. */
  private static final String OPEN = "{\"";

  private static final String BETWEEN = "\":";

  private final PostgresLog log;
  private final long last;
  private final List<LoggedEntry> missed;

  PostgresTurn(PostgresLog log, long last, List<LoggedEntry> missed) {
    this.log = requireNonNull(log);
    this.last = last;
    this.missed = List.copyOf(missed);
  }

  @Override
  public List<LoggedEntry> missed() {
    return missed;
  }

  @Override
  public long last() {
    return last;
  }

  /**
   * One round trip. The bell follows the commit: in it, it makes the commits of all stores wait for
   * each other.
   */
  @Override
  public void append(UUID batch, List<String> lines) throws IOException {
    Tuple added = added(log.store(), last, batch, lines);
    Tuple moved = Tuple.of(log.store(), last + lines.size(), log.version());
    log.end(
        session -> {
          Future<?> stored =
              Future.all(
                  session.send(APPEND, added), session.send(MOVE, moved), session.send("COMMIT"));
          session.send(RING, Tuple.of(log.channel(), log.node().toString()));
          return PostgresSession.await(stored);
        });
    log.known().reached(last + lines.size(), batch);
  }

  @Override
  public void leave() throws IOException {
    log.end(session -> PostgresSession.await(session.send("COMMIT")));
  }

  /** For {@link #APPEND}. */
  static Tuple added(String store, long last, UUID batch, List<String> lines) {
    return Tuple.tuple()
        .addString(store)
        .addLong(last)
        .addUUID(batch)
        .addArrayOfString(lines.stream().map(PostgresTurn::type).toArray(String[]::new))
        .addArrayOfString(lines.stream().map(PostgresTurn::entry).toArray(String[]::new));
  }

  private static String type(String line) {
    return line.substring(OPEN.length(), line.indexOf(BETWEEN));
  }

  private static String entry(String line) {
    return line.substring(line.indexOf(BETWEEN) + BETWEEN.length(), line.length() - 1);
  }
}
