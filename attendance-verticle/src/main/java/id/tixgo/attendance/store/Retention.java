package id.tixgo.attendance.store;

import static java.util.Objects.requireNonNull;

import id.tixgo.attendance.domain.Change;
import id.tixgo.attendance.domain.ScanRecord;
import id.tixgo.common.journal.Entries;
import id.tixgo.common.journal.Ledger;
import io.vertx.core.Context;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Forgets what has no use any more: keys of requests after a day, and after the time that the
 * operator wants, what happened at the doors. What says who is in, stays.
 */
public final class Retention {
  private static final int STEP = 1000;

  private final AttendanceState state;
  private final Ledger ledger;
  private final Context context;
  private final Optional<Duration> kept;

  /**
   * @param context where answers are wanted
   * @param kept how long changes stay in the feed, a day or more; empty for ever
   */
  public Retention(AttendanceState state, Ledger ledger, Context context, Optional<Duration> kept) {
    this.state = requireNonNull(state);
    this.ledger = requireNonNull(ledger);
    this.context = requireNonNull(context);
    this.kept = requireNonNull(kept);
  }

  /** Forgets some of what is old; completes with whether there may be more. */
  public Future<Boolean> step(Instant now) {
    return state
        .books()
        .filter(book -> !next(book, now, 1).equals(book.feed.forgotten()))
        .findFirst()
        .map(book -> ledger.commit(context, entries -> forget(book, now, entries)))
        .orElse(Future.succeededFuture(false));
  }

  private boolean forget(EventBook book, Instant now, Entries entries) {
    entries.add(next(book, now, STEP));
    return true;
  }

  private Forgotten next(EventBook book, Instant now, int most) {
    Forgotten before = book.feed.forgotten();
    Forgotten keys = before.withKeys(end(book, before.keys(), now.minus(Keys.KEPT), most));
    long changes = kept.map(days -> end(book, before.changes(), now.minus(days), most)).orElse(0L);
    return changes > before.changes()
        ? keys.withChanges(changes, scans(book.feed.changes(before.changes(), changes)))
        : keys;
  }

  /** The last change of those before a time, so many after {@code from} at most. */
  private static long end(EventBook book, long from, Instant time, int most) {
    long last = Math.min(from + most, book.counts().lastSeq());
    return book.feed
        .changes(from, last)
        .filter(change -> !arrivedAt(change).isBefore(time))
        .findFirst()
        .map(change -> change.seq() - 1)
        .orElse(last);
  }

  private static List<ScanRecord> scans(Stream<Change> changes) {
    return changes.filter(ScanRecord.class::isInstance).map(ScanRecord.class::cast).toList();
  }

  private static Instant arrivedAt(Change change) {
    return change instanceof ScanRecord scan ? Keys.arrivedAt(scan) : change.at();
  }
}
