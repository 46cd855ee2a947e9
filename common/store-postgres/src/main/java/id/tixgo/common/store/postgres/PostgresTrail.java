package id.tixgo.common.store.postgres;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.store.audit.AuditHead;
import id.tixgo.common.store.audit.AuditLine;
import id.tixgo.common.store.audit.AuditTrail;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;

/** A chain's lines are where they were stored, whichever node did: among the log's entries. */
final class PostgresTrail implements AuditTrail {
  private static final int PAGE = 500;

  /** As the index has it. */
  private static final String SEQ = "((entry->>'seq')::bigint)";

  private static final String LINES =
      "SELECT "
          + SEQ
          + ", (entry->>'at')::timestamptz, entry->>'text' FROM entries"
          + " WHERE store = $1 AND type = 'audited' AND "
          + SEQ;
  private static final String AFTER = LINES + " > $2 ORDER BY " + SEQ + " LIMIT $3";
  private static final String BEFORE = LINES + " < $2 ORDER BY " + SEQ + " DESC LIMIT $3";

  private final PostgresServerAddress address;
  private final String store;
  private Optional<PostgresSession> session = Optional.empty();
  private final AtomicReference<AuditHead> last = new AtomicReference<>(AuditHead.NONE);

  PostgresTrail(PostgresServerAddress address, String store) throws IOException {
    this.address = requireNonNull(address);
    this.store = requireNonNull(store);
    lines(BEFORE, Long.MAX_VALUE, 1);
  }

  @Override
  public String id() throws IOException {
    return lines(AFTER, 0, 1).stream().findFirst().map(line -> line.head().hash()).orElse("");
  }

  @Override
  public AuditHead last() {
    return last.get();
  }

  /** They are stored already. */
  @Override
  public void append(List<AuditLine> lines) {
    lines.forEach(this::know);
  }

  /** Another node's may be newer than all that this one was told of. */
  private void know(AuditLine line) {
    last.accumulateAndGet(line.head(), (a, b) -> a.seq() >= b.seq() ? a : b);
  }

  @Override
  public void sync() {}

  @Override
  public List<String> after(long seq, int limit) throws IOException {
    return lines(AFTER, seq, limit).stream().map(AuditLine::text).toList();
  }

  @Override
  public void before(long seq, Predicate<String> more) throws IOException {
    long oldest = seq;
    List<AuditLine> page = lines(BEFORE, oldest, PAGE);
    while (!page.isEmpty()) {
      for (AuditLine line : page) {
        if (!more.test(line.text())) {
          return;
        }
        oldest = line.seq();
      }
      page = lines(BEFORE, oldest, PAGE);
    }
  }

  @Override
  public synchronized void close() {
    session.ifPresent(PostgresSession::close);
    session = Optional.empty();
  }

  private synchronized List<AuditLine> lines(String sql, long seq, int limit) throws IOException {
    try {
      if (session.isEmpty()) {
        session = Optional.of(PostgresSession.open(address));
      }
      return lines(session.get().rows(sql, Tuple.of(store, seq, limit)));
    } catch (IOException e) {
      close();
      throw e;
    }
  }

  private List<AuditLine> lines(RowSet<Row> rows) {
    List<AuditLine> lines = new ArrayList<>(rows.size());
    for (Row row : rows) {
      lines.add(
          new AuditLine(row.getLong(0), row.getOffsetDateTime(1).toInstant(), row.getString(2)));
    }
    lines.forEach(this::know);
    return lines;
  }
}
