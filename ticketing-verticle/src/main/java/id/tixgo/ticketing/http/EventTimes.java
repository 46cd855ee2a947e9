package id.tixgo.ticketing.http;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.clients.event.EventFacts;
import id.tixgo.common.problem.Problem;
import id.tixgo.common.time.TimeZones;
import id.tixgo.common.time.Timestamps;
import id.tixgo.ticketing.domain.Sales;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Times in requests that are an event's own when they have no offset.
 *
 * @param zone the venue's
 */
record EventTimes(ZoneId zone) {
  EventTimes {
    requireNonNull(zone);
  }

  /** An event that isn't known has the usual zone. */
  static EventTimes of(Sales sales, String eventId) {
    return new EventTimes(
        ZoneId.of(sales.event(eventId).map(EventFacts::timeZone).orElse(TimeZones.USUAL)));
  }

  /** Fails with {@code VALIDATION_ERROR}; empty where the body has none. */
  Optional<Instant> body(String name, String text) {
    return Optional.ofNullable(text)
        .map(
            given ->
                Timestamps.parse(given, zone)
                    .orElseThrow(
                        () ->
                            Problem.invalid("body." + name, Timestamps.WANTED_OF_PLACE, "format")));
  }
}
