package id.tixgo.ticketing.domain;

import static java.util.Objects.requireNonNull;

import io.vertx.core.shareddata.Shareable;
import java.time.Instant;

/**
 * Those who wait to be let in to an event's sale, in numbers.
 *
 * @param lastNumber the one that was given last
 * @param waiting how many wait
 * @param inside how many were let in and haven't been served
 * @param next when the next one would be due if they came one by one
 */
public record SaleQueue(String eventId, long lastNumber, int waiting, int inside, Instant next)
    implements Shareable {
  public SaleQueue {
    requireNonNull(eventId);
    requireNonNull(next);
  }

  /** Nobody's yet. */
  public static SaleQueue of(String eventId) {
    return new SaleQueue(eventId, 0, 0, 0, Instant.EPOCH);
  }

  SaleQueue joined() {
    return new SaleQueue(eventId, lastNumber + 1, waiting + 1, inside, next);
  }

  SaleQueue letIn(Instant nextDue) {
    return new SaleQueue(eventId, lastNumber, waiting - 1, inside + 1, nextDue);
  }

  SaleQueue served() {
    return new SaleQueue(eventId, lastNumber, waiting, inside - 1, next);
  }

  SaleQueue without(QueuePlace place) {
    return place.isWaiting()
        ? new SaleQueue(eventId, lastNumber, waiting - 1, inside, next)
        : place.isUnserved() ? served() : this;
  }
}
