package id.tixgo.attendance.store;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.store.StagedMaps;
import io.vertx.core.shareddata.LocalMap;
import io.vertx.core.shareddata.SharedData;
import java.util.Optional;
import java.util.stream.Stream;

/** All events that anything is kept of. */
final class EventAggregates {
  private final StagedMaps maps;
  private final CheckInsByStaff staff;
  private final LocalMap<String, EventAggregate> eventIdToBook;

  EventAggregates(SharedData shared, StagedMaps maps, CheckInsByStaff staff) {
    this.maps = requireNonNull(maps);
    this.staff = requireNonNull(staff);
    this.eventIdToBook = shared.getLocalMap("attendance.events");
  }

  Optional<EventAggregate> find(String eventId) {
    return Optional.ofNullable(eventIdToBook.get(eventId));
  }

  Stream<EventAggregate> all() {
    return eventIdToBook.values().stream();
  }

  /** Made when there is none; for transactions and projections. */
  EventAggregate get(String eventId) {
    EventAggregate book = eventIdToBook.get(eventId);
    return book != null
        ? book
        : eventIdToBook.computeIfAbsent(eventId, id -> new EventAggregate(maps, staff, id));
  }

  /** The fewest entries that make them. */
  Stream<Record> snapshot() {
    return eventIdToBook.keySet().stream()
        .flatMap(id -> new EventSnapshot(id, eventIdToBook.get(id)).entries());
  }
}
