package id.tixgo.common.store.postgres;

import id.tixgo.common.store.BrokenLogException;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowIterator;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;

/**
 * How far a node knows a store's log. By it the node notices that the log is another one now: made
 * anew, or put back to what it was before.
 */
final class KnownLog {
  private static final String BATCH = "SELECT batch FROM entries WHERE store = $1 AND number = $2";

  private final String store;
  private final int version;
  private Optional<Long> epoch = Optional.empty();
  private long number;
  private Optional<UUID> batch = Optional.empty();

  KnownLog(String store, int version) {
    this.store = store;
    this.version = version;
  }

  boolean isNew() {
    return epoch.isEmpty();
  }

  /** The newest entry that the node has read or stored. */
  void reached(long newest, UUID of) {
    number = newest;
    batch = Optional.of(of);
  }

  /** The number in the store's row: {@code number, epoch, version}; fails when it isn't ours. */
  long last(RowSet<Row> rows) {
    RowIterator<Row> row = rows.iterator();
    if (!row.hasNext()) {
      throw new BrokenLogException("the store isn't in the database any more.");
    }
    Row found = row.next();
    if (found.getInteger(2) > version) {
      throw new BrokenLogException("a newer TixGo has written to the store.");
    }
    long now = found.getLong(1);
    if (epoch.orElse(now) != now || found.getLong(0) < number) {
      throw replaced();
    }
    epoch = Optional.of(now);
    return found.getLong(0);
  }

  /** For each new connection: what is known must still stand there. */
  void check(PostgresSession session) throws IOException {
    if (batch.isEmpty()) {
      return;
    }
    RowIterator<Row> row = session.rows(BATCH, Tuple.of(store, number)).iterator();
    if (!row.hasNext() || !row.next().getUUID(0).equals(batch.get())) {
      throw replaced();
    }
  }

  private static BrokenLogException replaced() {
    return new BrokenLogException("the store was replaced by another.");
  }
}
