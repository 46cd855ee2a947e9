package id.tixgo.event;

import id.tixgo.common.caller.Caller;
import id.tixgo.common.caller.Limits;
import id.tixgo.common.caller.Role;
import id.tixgo.event.domain.EventDetails;
import id.tixgo.event.domain.EventPlace;
import id.tixgo.event.domain.EventQuery;
import id.tixgo.event.domain.EventStatus;
import java.time.Instant;
import java.util.Optional;

/** Details of events that say no more than they have to. */
final class EventSamples {
  static final EventQuery ALL =
      new EventQuery("", Optional.empty(), Optional.empty(), Optional.empty());

  static final Caller STAFF =
      new Caller(1, "panitia", Role.COMMITTEE, "", Optional.empty(), Limits.NONE);

  private EventSamples() {}

  static EventDetails details(String title, Instant start) {
    return details(title, start, Optional.empty(), EventPlace.UNKNOWN);
  }

  static EventDetails details(
      String title, Instant start, Optional<Instant> end, EventPlace place) {
    return new EventDetails(
        title,
        Optional.empty(),
        Optional.empty(),
        start,
        end,
        Optional.empty(),
        EventStatus.PUBLISHED,
        place,
        Optional.empty(),
        Optional.empty(),
        false);
  }

  static EventDetails withCapacity(EventDetails details, int capacity) {
    return new EventDetails(
        details.title(),
        details.description(),
        details.location(),
        details.startTime(),
        details.endTime(),
        Optional.of(capacity),
        details.status(),
        details.place(),
        details.timeZone(),
        details.imageUrl(),
        details.sales());
  }
}
