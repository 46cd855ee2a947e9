package id.tixgo.attendance.store;

import static java.util.Objects.requireNonNull;

import id.tixgo.attendance.domain.Change;
import id.tixgo.attendance.domain.ScanRecord;
import id.tixgo.common.store.Retention;
import id.tixgo.common.store.key.UsedKeys;
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
public final class FeedRetention {
  private final AttendanceState state;
  private final Retention retention;
  private final Optional<Duration> kept;

  /**
   * @param kept how long changes stay in the feed, a day or more; empty for ever
   */
  public FeedRetention(AttendanceState state, Retention retention, Optional<Duration> kept) {
    this.state = requireNonNull(state);
    this.retention = requireNonNull(retention);
    this.kept = requireNonNull(kept);
  }

  /** Forgets some of what is old of an event; completes with whether there was anything. */
  public Future<Boolean> step(Instant now) {
    return retention.forget(
        state.books().filter(book -> !next(book, now, 1).equals(book.feed.forgotten())).limit(1),
        books -> next(books.get(0), now, Retention.STEP));
  }

  private RetentionMark next(EventAggregate book, Instant now, int most) {
    RetentionMark before = book.feed.forgotten();
    RetentionMark keys = before.withKeys(end(book, before.keys(), now.minus(UsedKeys.KEPT), most));
    long changes = kept.map(days -> end(book, before.changes(), now.minus(days), most)).orElse(0L);
    return changes > before.changes()
        ? keys.withChanges(changes, scans(book.feed.changes(before.changes(), changes)))
        : keys;
  }

  /** The last change of those before a time, so many after {@code from} at most. */
  private static long end(EventAggregate book, long from, Instant time, int most) {
    long last = Math.min(from + most, book.passages.counts().lastSeq());
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
    return change instanceof ScanRecord scan ? IdempotencyKeys.arrivedAt(scan) : change.at();
  }
}
