package id.tixgo.common.store.postgres;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.store.LogSnapshot;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** The snapshots of a store as rows, each a part. */
record PostgresSnapshots(String store, int version) {
  private static final String NUMBER =
      "SELECT coalesce(max(number), 0) FROM snapshots WHERE store = $1 AND version <= $2";
  private static final String PARTS =
      "SELECT entries FROM snapshots WHERE store = $1 AND number = $2 ORDER BY part";
  private static final String WRITE =
      "INSERT INTO snapshots (store, number, part, version, entries) VALUES ($1, $2, $3, $4, $5)";
  private static final String FORGET = "DELETE FROM snapshots WHERE store = $1 AND number < $2";

  PostgresSnapshots {
    requireNonNull(store);
  }

  long number(PostgresSession session) throws IOException {
    return session.rows(NUMBER, Tuple.of(store, version)).iterator().next().getLong(0);
  }

  /** Empty also when another takes its place just now: then there are the entries. */
  Optional<LogSnapshot> newest(PostgresSession session) throws IOException {
    long number = number(session);
    RowSet<Row> rows = session.rows(PARTS, Tuple.of(store, number));
    List<byte[]> parts = new ArrayList<>(rows.size());
    rows.forEach(row -> parts.add(row.getBuffer(0).getBytes()));
    return parts.isEmpty() ? Optional.empty() : Optional.of(new LogSnapshot(number, parts));
  }

  /** In one transaction, so that there is never a part of one. */
  void write(PostgresSession session, long number, Iterator<byte[]> parts) throws IOException {
    PostgresSession.await(session.send("BEGIN"));
    int part = 0;
    while (parts.hasNext()) {
      Buffer entries = Buffer.buffer(parts.next());
      session.rows(WRITE, Tuple.of(store, number, part++, version, entries));
    }
    session.rows(FORGET, Tuple.of(store, number));
    PostgresSession.await(session.send("COMMIT"));
  }
}
