package id.tixgo.attendance.store;

import static java.util.Objects.requireNonNull;

import id.tixgo.attendance.domain.CheckIn;
import io.vertx.core.shareddata.LocalMap;
import io.vertx.core.shareddata.Shareable;
import io.vertx.core.shareddata.SharedData;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** All members of staff's books, one for each event at which they checked someone in. */
final class StaffBooks {
  private final SharedData shared;
  private final LocalMap<String, StaffBook> keyToBook;
  private final LocalMap<String, EventIds> staffToEvents;

  /** The events of one member of staff, in the order of their first check-in there. */
  private record EventIds(List<String> ids) implements Shareable {
    EventIds plus(String id) {
      return new EventIds(Stream.concat(ids.stream(), Stream.of(id)).toList());
    }
  }

  StaffBooks(SharedData shared) {
    this.shared = requireNonNull(shared);
    this.keyToBook = shared.getLocalMap("attendance.staff");
    this.staffToEvents = shared.getLocalMap("attendance.staff.events");
  }

  void add(CheckIn checkIn) {
    String key = key(checkIn.checkedInBy(), checkIn.eventId());
    StaffBook book = keyToBook.get(key);
    (book != null ? book : open(key, checkIn)).add(checkIn);
  }

  long total(String staff, Optional<String> eventId) {
    return books(staff, eventId).mapToLong(StaffBook::total).sum();
  }

  /** Grouped by event, in the order of entry within each. */
  List<CheckIn> page(String staff, Optional<String> eventId, long offset, int limit) {
    List<CheckIn> page = new ArrayList<>();
    long skip = offset;
    for (StaffBook book : books(staff, eventId).toList()) {
      book.from(Math.min(skip, book.total())).limit(limit - page.size()).forEach(page::add);
      skip = Math.max(0, skip - book.total());
    }
    return page;
  }

  private StaffBook open(String key, CheckIn checkIn) {
    StaffBook fresh = new StaffBook(shared, key);
    StaffBook earlier = keyToBook.putIfAbsent(key, fresh);
    if (earlier != null) {
      return earlier;
    }
    EventIds first = new EventIds(List.of(checkIn.eventId()));
    staffToEvents.merge(checkIn.checkedInBy(), first, (ids, id) -> ids.plus(checkIn.eventId()));
    return fresh;
  }

  private Stream<StaffBook> books(String staff, Optional<String> eventId) {
    List<String> ids =
        eventId
            .map(List::of)
            .orElseGet(() -> staffToEvents.getOrDefault(staff, new EventIds(List.of())).ids());
    return ids.stream().map(id -> keyToBook.get(key(staff, id))).filter(Objects::nonNull);
  }

  /** Neither a user's name nor an event's id has a line break. */
  private static String key(String staff, String eventId) {
    return staff + '\n' + eventId;
  }
}
