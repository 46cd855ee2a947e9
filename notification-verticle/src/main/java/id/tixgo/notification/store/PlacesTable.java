package id.tixgo.notification.store;

import id.tixgo.common.store.EntryTypes;
import id.tixgo.common.store.StagedMap;
import id.tixgo.common.store.StagedMaps;
import id.tixgo.common.store.StorePart;
import id.tixgo.notification.domain.KnownEvent;
import io.vertx.core.shareddata.Shareable;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Events, and who has paid for places at them: each booking knows the one before it of its event,
 * so that the last of many takes no longer than the first. One that is over stays a link until the
 * next start.
 */
final class PlacesTable implements StorePart {
  /** Before an event's first booking. */
  private static final String NONE = "";

  private final StagedMap<KnownEvent> idToEvent;
  private final StagedMap<PlacesPaid> idToPlaces;
  private final StagedMap<String> idToBefore;
  private final StagedMap<String> eventToLast;

  /** A booking that is paid. */
  record PlacesPaid(String bookingId, String eventId, long userId) implements Shareable {}

  /** A booking that was paid, and is over. */
  record PlacesGiven(String bookingId) {}

  PlacesTable(StagedMaps maps) {
    this.idToEvent = maps.open("notification.events");
    this.idToPlaces = maps.open("notification.bookings");
    this.idToBefore = maps.open("notification.bookings-before");
    this.eventToLast = maps.open("notification.bookings-of-events");
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
    return Stream.iterate(lastOf(eventId), id -> !id.equals(NONE), this::before)
        .flatMap(id -> idToPlaces.staged(id).stream())
        .map(PlacesPaid::userId)
        .distinct();
  }

  private String lastOf(String eventId) {
    return eventToLast.staged(eventId).orElse(NONE);
  }

  private String before(String bookingId) {
    return idToBefore.staged(bookingId).orElse(NONE);
  }

  private void put(PlacesPaid paid) {
    if (idToBefore.staged(paid.bookingId()).isEmpty()) {
      idToBefore.put(paid.bookingId(), lastOf(paid.eventId()));
      eventToLast.put(paid.eventId(), paid.bookingId());
    }
    idToPlaces.put(paid.bookingId(), paid);
  }

  private void remove(PlacesGiven given) {
    idToPlaces.remove(given.bookingId());
  }
}
