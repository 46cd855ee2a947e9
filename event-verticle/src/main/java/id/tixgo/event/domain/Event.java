package id.tixgo.event.domain;

import static java.util.Objects.requireNonNull;

import io.vertx.core.shareddata.Shareable;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

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

  /** When it takes its place; never where it has none or doesn't take place. */
  public Optional<Slot> slot() {
    return details.place().venueId().isPresent() && details.status() != EventStatus.CANCELLED
        ? Optional.of(Slot.ofEvent(id, details.startTime(), details.end()))
        : Optional.empty();
  }

  /** Whether it asks for more than it had before; what it has, it keeps. */
  public boolean asksForMoreThan(Event before) {
    return !details.place().equals(before.details.place())
        || !details.capacity().equals(before.details.capacity())
        || (slot().isPresent() && !slot().equals(before.slot()));
  }

  /** How far it is at that time. */
  public EventStatus status(Instant now) {
    boolean isCompleted = details.status() == EventStatus.PUBLISHED && details.isOver(now);
    return isCompleted ? EventStatus.COMPLETED : details.status();
  }

  /** With other details, changed now: later than the last change, even within a microsecond. */
  public Event withDetails(EventDetails changed, Instant now) {
    Instant next = updatedAt.plus(1, ChronoUnit.MICROS);
    return new Event(id, changed, createdBy, createdAt, now.isAfter(next) ? now : next);
  }
}
