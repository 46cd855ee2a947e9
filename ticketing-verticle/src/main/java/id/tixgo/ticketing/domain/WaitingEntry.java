package id.tixgo.ticketing.domain;

import static java.util.Objects.requireNonNull;

import io.vertx.core.shareddata.Shareable;
import java.time.Instant;
import java.util.Optional;

/**
 * Somebody who waits for places.
 *
 * @param number its place in the order of all entries
 * @param bookingId the hold that was offered; empty while there was nothing to offer
 */
public record WaitingEntry(
    String id,
    long number,
    String eventId,
    String ticketTypeId,
    int quantity,
    long userId,
    String username,
    Instant createdAt,
    Optional<String> bookingId)
    implements Shareable {
  public WaitingEntry {
    requireNonNull(id);
    requireNonNull(eventId);
    requireNonNull(ticketTypeId);
    requireNonNull(username);
    requireNonNull(createdAt);
    requireNonNull(bookingId);
  }

  /** Whether nothing was offered yet. */
  public boolean isWaiting() {
    return bookingId.isEmpty();
  }

  WaitingEntry offered(String booking) {
    return new WaitingEntry(
        id,
        number,
        eventId,
        ticketTypeId,
        quantity,
        userId,
        username,
        createdAt,
        Optional.of(booking));
  }
}
