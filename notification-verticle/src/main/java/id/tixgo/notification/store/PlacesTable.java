package id.tixgo.notification.store;

import id.tixgo.common.store.EntryTypes;
import id.tixgo.common.store.StagedMap;
import id.tixgo.common.store.StagedMaps;
import id.tixgo.common.store.StorePart;
import id.tixgo.notification.domain.KnownEvent;
import io.vertx.core.shareddata.Shareable;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Events, and who has paid for places at them. */
final class PlacesTable implements StorePart {
  private final StagedMap<KnownEvent> idToEvent;
  private final StagedMap<PlacesPaid> idToPlaces;
  private final StagedMap<EventBookings> eventToBookings;

  /** A booking that is paid. */
  record PlacesPaid(String bookingId, String eventId, long userId) implements Shareable {}

  /** A booking that was paid, and is over. */
  record PlacesGiven(String bookingId) {}

  private record EventBookings(List<String> ids) implements Shareable {
    EventBookings with(String id) {
      return ids.contains(id)
          ? this
          : new EventBookings(Stream.concat(ids.stream(), Stream.of(id)).toList());
    }

    EventBookings without(String id) {
      return new EventBookings(ids.stream().filter(other -> !other.equals(id)).toList());
    }
  }

  PlacesTable(StagedMaps maps) {
    this.idToEvent = maps.open("notification.events");
    this.idToPlaces = maps.open("notification.bookings");
    this.eventToBookings = maps.open("notification.bookings-of-events");
  }

  @Override
  public EntryTypes register(EntryTypes types) {
    return types
        .with("known_event", KnownEvent.class, event -> idToEvent.put(event.id(), event))
        .with("places_paid", PlacesPaid.class, this::put)
        .with("places_given", PlacesGiven.class, this::remove);
  }

  @Override
  public Stream<Record> snapshot() {
    return Stream.concat(idToEvent.values().stream(), idToPlaces.values().stream())
        .map(Record.class::cast);
  }

  @Override
  public long snapshotSize() {
    return (long) idToEvent.size() + idToPlaces.size();
  }

  Optional<KnownEvent> event(String id) {
    return idToEvent.get(id);
  }

  /** For transactions, as what follows is. */
  Optional<KnownEvent> stagedEvent(String id) {
    return idToEvent.staged(id);
  }

  boolean isPaid(String bookingId) {
    return idToPlaces.staged(bookingId).isPresent();
  }

  /** Whoever has paid for places at an event, each once. */
  Stream<Long> stagedVisitors(String eventId) {
    return staged(eventId).ids().stream()
        .flatMap(id -> idToPlaces.staged(id).stream())
        .map(PlacesPaid::userId)
        .distinct();
  }

  private EventBookings staged(String eventId) {
    return eventToBookings.staged(eventId).orElse(new EventBookings(List.of()));
  }

  private void put(PlacesPaid paid) {
    idToPlaces.put(paid.bookingId(), paid);
    eventToBookings.put(paid.eventId(), staged(paid.eventId()).with(paid.bookingId()));
  }

  private void remove(PlacesGiven given) {
    idToPlaces
        .staged(given.bookingId())
        .ifPresent(
            paid ->
                eventToBookings.put(
                    paid.eventId(), staged(paid.eventId()).without(paid.bookingId())));
    idToPlaces.remove(given.bookingId());
  }
}
