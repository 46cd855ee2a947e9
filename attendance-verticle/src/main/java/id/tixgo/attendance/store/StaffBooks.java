package id.tixgo.attendance.store;

import static java.util.Objects.requireNonNull;

import id.tixgo.attendance.domain.ScanRecord;
import id.tixgo.common.journal.Table;
import id.tixgo.common.journal.Tables;
import io.vertx.core.shareddata.LocalMap;
import io.vertx.core.shareddata.Shareable;
import io.vertx.core.shareddata.SharedData;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Who checked in whom: for each member of staff and event, the check-ins in their order. */
final class StaffBooks {
  private static final EventIds NONE = new EventIds(List.of());

  private final SharedData shared;
  private final LocalMap<String, StaffBook> keyToBook;
  private final Table<Long> keyToTotal;
  private final Table<EventIds> staffToEvents;

  /** The events of one member of staff, in the order of their first check-in there. */
  private record EventIds(List<String> ids) implements Shareable {
    EventIds plus(String id) {
      return new EventIds(Stream.concat(ids.stream(), Stream.of(id)).toList());
    }
  }

  private record StaffBook(Series<ScanRecord> checkIns) implements Shareable {}

  StaffBooks(SharedData shared, Tables tables) {
    this.shared = requireNonNull(shared);
    this.keyToBook = shared.getLocalMap("attendance.staff");
    this.keyToTotal = tables.open("attendance.staff.totals");
    this.staffToEvents = tables.open("attendance.staff.events");
  }

  void add(ScanRecord checkIn) {
    String key = key(checkIn.staff(), checkIn.eventId());
    long before = keyToTotal.draft(key).orElse(0L);
    if (before == 0) {
      EventIds events = staffToEvents.draft(checkIn.staff()).orElse(NONE);
      staffToEvents.put(checkIn.staff(), events.plus(checkIn.eventId()));
    }
    book(key).checkIns().set(before, checkIn);
    keyToTotal.put(key, before + 1);
  }

  /** The event, or all where the member of staff checked in anyone. */
  Stream<String> events(String staff, Optional<String> eventId) {
    return eventId
        .map(List::of)
        .orElseGet(() -> staffToEvents.get(staff).orElse(NONE).ids())
        .stream();
  }

  /** Those that were taken back included. */
  long total(String staff, Optional<String> eventId) {
    return keys(staff, eventId).mapToLong(this::total).sum();
  }

  /** Grouped by event, in the order of entry within each. */
  List<ScanRecord> page(String staff, Optional<String> eventId, long offset, int limit) {
    List<ScanRecord> page = new ArrayList<>();
    long skip = offset;
    for (String key : keys(staff, eventId).toList()) {
      long total = total(key);
      LongStream.range(Math.min(skip, total), total)
          .limit(limit - page.size())
          .forEach(number -> page.add(book(key).checkIns().get(number)));
      skip = Math.max(0, skip - total);
    }
    return page;
  }

  private long total(String key) {
    return keyToTotal.get(key).orElse(0L);
  }

  private StaffBook book(String key) {
    StaffBook book = keyToBook.get(key);
    return book != null
        ? book
        : keyToBook.computeIfAbsent(
            key, k -> new StaffBook(new Series<>(shared, "attendance.staff." + k)));
  }

  private Stream<String> keys(String staff, Optional<String> eventId) {
    return events(staff, eventId).map(id -> key(staff, id));
  }

  /** Neither a user's name nor an event's id has a line break. */
  private static String key(String staff, String eventId) {
    return staff + '\n' + eventId;
  }
}
