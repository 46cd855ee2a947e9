package id.tixgo.event.http;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.caller.Caller;
import id.tixgo.common.caller.Role;
import id.tixgo.common.http.IfMatch;
import id.tixgo.event.domain.Event;
import id.tixgo.event.domain.EventDetails;
import id.tixgo.event.domain.Venues;
import java.time.Clock;

/** Events as clients see them at this moment. */
public final class ShownEvents {
  private final Venues venues;
  private final Clock clock;

  public ShownEvents(Venues venues, Clock clock) {
    this.venues = requireNonNull(venues);
    this.clock = requireNonNull(clock);
  }

  /** As the caller sees it: who made it is for staff to know, and may be an e-mail address. */
  EventJson of(Event event, Caller caller) {
    return of(event, caller.role() == Role.USER ? null : event.createdBy());
  }

  /** As staff see it. */
  EventJson of(Event event) {
    return of(event, event.createdBy());
  }

  private EventJson of(Event event, String maker) {
    EventDetails details = event.details();
    return new EventJson(
        event.id(),
        details.title(),
        details.description().orElse(null),
        details.location().orElse(null),
        details.startTime(),
        details.endTime().orElse(null),
        details.capacity().orElse(null),
        event.status(clock.instant()).json(),
        details.place().venueId().orElse(null),
        details.place().roomId().orElse(null),
        venues.zone(details.place(), details.timeZone()).getId(),
        details.imageUrl().orElse(null),
        details.sales(),
        maker,
        event.createdAt(),
        event.updatedAt());
  }

  String tag(Event event) {
    return IfMatch.tag(of(event));
  }
}
