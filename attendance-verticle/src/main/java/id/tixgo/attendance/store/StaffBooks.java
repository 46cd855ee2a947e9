package id.tixgo.attendance.store;

import static java.util.Objects.requireNonNull;

import id.tixgo.attendance.domain.ScanRecord;
import io.vertx.core.shareddata.LocalMap;
import io.vertx.core.shareddata.Shareable;
import io.vertx.core.shareddata.SharedData;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Who checked in whom: for each member of staff and event, the check-ins in their order. Changed by
 * the ledger alone, as they are stored; read by anyone.
 */
final class StaffBooks {
  private final SharedData shared;
  private final LocalMap<String, StaffBook> staffToBook;

  /** One member's, with the events in the order of their first check-in there. */
  private record StaffBook(Map<String, CheckIns> eventIdToCheckIns, List<CheckIns> inOrder)
      implements Shareable {
    StaffBook() {
      this(new ConcurrentHashMap<>(), new CopyOnWriteArrayList<>());
    }
  }

  /** One member's at one event. */
  private static final class CheckIns {
    private final String eventId;
    private final Series<ScanRecord> series;
    private volatile long total;

    CheckIns(String eventId, Series<ScanRecord> series) {
      this.eventId = eventId;
      this.series = series;
    }

    void add(ScanRecord checkIn) {
      long number = total;
      series.set(number, checkIn);
      total = number + 1;
    }

    /** Those with {@code from <= number < to}. */
    Stream<ScanRecord> between(long from, long to) {
      return LongStream.range(from, to).mapToObj(series::get);
    }
  }

  StaffBooks(SharedData shared) {
    this.shared = requireNonNull(shared);
    this.staffToBook = shared.getLocalMap("attendance.staff");
  }

  void add(ScanRecord checkIn) {
    StaffBook book = staffToBook.get(checkIn.staff());
    CheckIns known = book == null ? null : book.eventIdToCheckIns().get(checkIn.eventId());
    (known == null ? begin(checkIn.staff(), checkIn.eventId()) : known).add(checkIn);
  }

  /** The event, or all where the member of staff checked in anyone. */
  Stream<String> events(String staff, Optional<String> eventId) {
    return checkIns(staff, eventId).map(checkIns -> checkIns.eventId);
  }

  /** Those that were taken back included. */
  long total(String staff, Optional<String> eventId) {
    return checkIns(staff, eventId).mapToLong(checkIns -> checkIns.total).sum();
  }

  /** Grouped by event, in the order of entry within each. */
  List<ScanRecord> page(String staff, Optional<String> eventId, long offset, int limit) {
    List<ScanRecord> page = new ArrayList<>();
    long skip = offset;
    for (CheckIns checkIns : checkIns(staff, eventId).toList()) {
      long total = checkIns.total;
      checkIns.between(Math.min(skip, total), total).limit(limit - page.size()).forEach(page::add);
      skip = Math.max(0, skip - total);
    }
    return page;
  }

  private CheckIns begin(String staff, String eventId) {
    StaffBook book = staffToBook.computeIfAbsent(staff, name -> new StaffBook());
    String name = "attendance.staff." + staff + '\n' + eventId;
    CheckIns first = new CheckIns(eventId, new Series<>(shared, name));
    book.eventIdToCheckIns().put(eventId, first);
    book.inOrder().add(first);
    return first;
  }

  private Stream<CheckIns> checkIns(String staff, Optional<String> eventId) {
    StaffBook book = staffToBook.get(staff);
    if (book == null) {
      return Stream.empty();
    }
    return eventId.isEmpty()
        ? book.inOrder().stream()
        : Stream.ofNullable(book.eventIdToCheckIns().get(eventId.get()));
  }
}
