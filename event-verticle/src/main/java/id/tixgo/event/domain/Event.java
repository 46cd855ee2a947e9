package id.tixgo.event.domain;

import static java.util.Objects.requireNonNull;

import io.vertx.core.shareddata.Shareable;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Something that people hold tickets for. */
public record Event(
    String id, EventDetails details, String createdBy, Instant createdAt, Instant updatedAt)
    implements Shareable {
  public Event {
    requireNonNull(id);
    requireNonNull(details);
    requireNonNull(createdBy);
    requireNonNull(createdAt);
    requireNonNull(updatedAt);
  }

  /** With other details, changed now: later than the last change, even within a microsecond. */
  public Event withDetails(EventDetails changed, Instant now) {
    Instant next = updatedAt.plus(1, ChronoUnit.MICROS);
    return new Event(id, changed, createdBy, createdAt, now.isAfter(next) ? now : next);
  }
}
