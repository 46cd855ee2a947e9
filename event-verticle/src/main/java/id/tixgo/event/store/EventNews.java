package id.tixgo.event.store;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.clients.event.EventFacts;
import id.tixgo.common.clients.event.VenueFacts;
import id.tixgo.common.store.Appender;
import id.tixgo.common.time.TimeZones;
import id.tixgo.event.domain.Event;
import id.tixgo.event.domain.EventDetails;
import id.tixgo.event.domain.EventPlace;
import id.tixgo.event.domain.Room;
import id.tixgo.event.domain.Venue;
import id.tixgo.event.domain.VenueDetails;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/** What Event's feed tells of events. For transactions. */
final class EventNews {
  private static final Comparator<Event> AS_MADE =
      Comparator.comparing(Event::createdAt).thenComparing(Event::id);

  private final EventState state;

  EventNews(EventState state) {
    this.state = requireNonNull(state);
  }

  /** Begins the feed, if it hasn't, with the events that there are. */
  void begin(Appender entries) {
    state.feed.begin(
        entries,
        () ->
            state.idToEvent.values().stream()
                .sorted(AS_MADE)
                .forEach(event -> made(entries, event)));
  }

  void made(Appender entries, Event event) {
    tell(entries, EventFacts.MADE, event.updatedAt(), event, status(event));
  }

  void changed(Appender entries, Event event, Instant at) {
    tell(entries, EventFacts.CHANGED, at, event, status(event));
  }

  void removed(Appender entries, Event event, Instant at) {
    tell(entries, EventFacts.REMOVED, at, event, EventFacts.DELETED);
  }

  private void tell(Appender entries, String type, Instant at, Event event, String status) {
    state.feed.tell(entries, type, at, facts(event, status));
  }

  private EventFacts facts(Event event, String status) {
    EventDetails details = event.details();
    Optional<Venue> venue = details.place().venueId().flatMap(state.venues::stagedEver);
    Optional<Room> room = venue.flatMap(at -> details.place().roomId().flatMap(at::room));
    return new EventFacts(
        event.id(),
        details.title(),
        details.startTime(),
        details.endTime(),
        status,
        details.capacity().or(() -> room.map(Room::capacity)),
        details.location(),
        zone(venue, details),
        venue.map(at -> facts(at, details.place(), room)),
        details.imageUrl(),
        details.sales(),
        details.description(),
        Optional.of(event.createdBy()));
  }

  private static String zone(Optional<Venue> venue, EventDetails details) {
    return venue
        .map(Venue::details)
        .map(VenueDetails::timeZone)
        .or(details::timeZone)
        .orElse(TimeZones.USUAL);
  }

  private static VenueFacts facts(Venue venue, EventPlace place, Optional<Room> room) {
    VenueDetails details = venue.details();
    return new VenueFacts(
        venue.id(), details.name(), details.address(), place.roomId(), room.map(Room::name));
  }

  private static String status(Event event) {
    return event.details().status().json();
  }
}
