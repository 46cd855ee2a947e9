package id.tixgo.event.store;

import id.tixgo.common.store.audit.AuditRule;
import id.tixgo.event.domain.Event;
import id.tixgo.event.domain.Venue;
import id.tixgo.event.store.EventState.EventRemoved;
import id.tixgo.event.store.VenueTables.RoomBlocked;
import id.tixgo.event.store.VenueTables.RoomFreed;
import id.tixgo.event.store.VenueTables.VenueRemoved;
import java.util.List;
import java.util.stream.Stream;

/** What the audit says of events and venues: all, since it is no secret. */
final class EventAudit {
  private static final String EVENT = "event";
  private static final String VENUE = "venue";
  private static final String BLOCK = "block";
  private static final String[] OF_VENUES = {"details", "rooms"};
  private static final String[] OF_BLOCKS = {"room", "slot"};

  private EventAudit() {}

  static List<AuditRule<?>> rules(EventState state) {
    return List.of(
        AuditRule.of(Event.class, EVENT, e -> Stream.of(e.id()))
            .from(e -> state.idToEvent.staged(e.id()))
            .showing("details"),
        AuditRule.of(EventRemoved.class, EVENT, removed -> Stream.of(removed.id()))
            .from(removed -> state.idToEvent.staged(removed.id()))
            .gone()
            .showing("details"),
        AuditRule.of(Venue.class, VENUE, venue -> Stream.of(venue.id()))
            .from(venue -> state.venues.idToVenue.staged(VenueTables.key(venue.id())))
            .showing(OF_VENUES),
        AuditRule.of(VenueRemoved.class, VENUE, removed -> Stream.of(removed.id()))
            .from(removed -> state.venues.idToVenue.staged(VenueTables.key(removed.id())))
            .gone()
            .showing(OF_VENUES),
        AuditRule.of(RoomBlocked.class, BLOCK, EventAudit::names).showing(OF_BLOCKS),
        AuditRule.of(RoomFreed.class, BLOCK, freed -> Stream.of(freed.id()))
            .from(freed -> state.venues.idToBlock.staged(freed.id()))
            .gone()
            .showing(OF_BLOCKS));
  }

  /** Before it has an id, a request calls it by its room. */
  private static Stream<?> names(RoomBlocked blocked) {
    return Stream.of(
        blocked.slot().id(),
        blocked.room().venueId().orElseThrow(),
        blocked.room().roomId().orElseThrow());
  }
}
