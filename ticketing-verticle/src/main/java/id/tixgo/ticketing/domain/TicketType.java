package id.tixgo.ticketing.domain;

import static java.util.Objects.requireNonNull;

import io.vertx.core.shareddata.Shareable;
import java.time.Instant;

/** A kind of ticket to one event. */
public record TicketType(
    String id, String eventId, TicketTypeDetails details, Instant createdAt, Instant updatedAt)
    implements Shareable {
  public TicketType {
    requireNonNull(id);
    requireNonNull(eventId);
    requireNonNull(details);
    requireNonNull(createdAt);
    requireNonNull(updatedAt);
  }

  public TicketType withDetails(TicketTypeDetails changed, Instant now) {
    return new TicketType(id, eventId, changed, createdAt, now);
  }

  /** How many can still be had, when nothing but its quota counts. */
  public int free(Places ofType) {
    return Math.max(0, details.quota() - ofType.taken());
  }
}
