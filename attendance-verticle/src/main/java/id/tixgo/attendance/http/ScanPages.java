package id.tixgo.attendance.http;

import static java.util.Objects.requireNonNull;

import id.tixgo.attendance.domain.AttendanceQueries;
import id.tixgo.attendance.domain.Change;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Predicate;

/** An event's scans, some at a time, read when they are asked for; at least one batch. */
final class ScanPages implements Iterator<List<Change>> {
  private static final int BATCH = 250;

  private final AttendanceQueries store;
  private final String eventId;
  private final Predicate<Change> wanted;
  private final long last;
  private long after;
  private boolean ended;

  ScanPages(AttendanceQueries store, String eventId, Predicate<Change> wanted) {
    this.store = requireNonNull(store);
    this.eventId = requireNonNull(eventId);
    this.wanted = requireNonNull(wanted);
    this.last = store.counts(eventId).lastSeq();
  }

  @Override
  public boolean hasNext() {
    return !ended;
  }

  @Override
  public List<Change> next() {
    if (ended) {
      throw new NoSuchElementException();
    }
    List<Change> some = store.changes(eventId, after, (int) Math.min(BATCH, last - after));
    after += BATCH;
    ended = after >= last;
    return some.stream().filter(wanted).toList();
  }
}
