package id.tixgo.event.http;

import id.tixgo.event.domain.Event;
import id.tixgo.event.domain.EventDetails;
import java.time.Instant;

/** An event as clients see it. */
record EventJson(
    String id,
    String title,
    String description,
    String location,
    Instant startTime,
    Instant endTime,
    Integer capacity,
    String status,
    String createdBy,
    Instant createdAt,
    Instant updatedAt) {
  static EventJson of(Event event) {
    EventDetails details = event.details();
    return new EventJson(
        event.id(),
        details.title(),
        details.description().orElse(null),
        details.location().orElse(null),
        details.startTime(),
        details.endTime().orElse(null),
        details.capacity().orElse(null),
        details.status().json(),
        event.createdBy(),
        event.createdAt(),
        event.updatedAt());
  }
}
