package id.tixgo.attendance.store;

import static java.util.Objects.requireNonNull;

import id.tixgo.attendance.domain.Change;
import id.tixgo.attendance.domain.Counts;
import id.tixgo.attendance.domain.ScanRecord;
import java.util.stream.Stream;

/**
 * What an event's numbers were before its last changes: those of now, less what came since.
 *
 * @param now the numbers that the changes since lead to
 */
record Past(EventAggregate book, Counts now) {
  Past {
    requireNonNull(book);
    requireNonNull(now);
  }

  /** How many check-ins counted when that change was the last. */
  long checkedIn(long upTo) {
    return now.checkedIn()
        - since(upTo).filter(this::countsNow).count()
        + since(upTo)
            .map(Passages::replaced)
            .filter(seq -> seq > 0 && seq <= upTo && book.feed.get(seq) != null)
            .distinct()
            .count();
  }

  private Stream<Change> since(long upTo) {
    return book.feed.changes(upTo, now.lastSeq());
  }

  private boolean countsNow(Change change) {
    return change instanceof ScanRecord scan
        && scan.first()
        && book.passages.countedAt(scan, now.lastSeq());
  }
}
