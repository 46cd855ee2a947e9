package id.tixgo.ticketing.domain;

import static java.util.Objects.requireNonNull;

import io.vertx.core.shareddata.Shareable;
import java.time.Instant;
import java.util.Optional;

/**
 * A buyer's place in the queue before an event's sale; each has one at most. Whoever was let in
 * keeps it for as long as he may book.
 *
 * @param number by which they are let in
 */
public record QueuePlace(
    String eventId, long userId, long number, Instant joinedAt, Optional<LetIn> letIn)
    implements Shareable {
  public QueuePlace {
    requireNonNull(eventId);
    requireNonNull(joinedAt);
    requireNonNull(letIn);
  }

  /**
   * That a buyer was let in.
   *
   * @param until he may book
   * @param served whether he has booked, or tried to
   */
  public record LetIn(Instant at, Instant until, boolean served) {
    public LetIn {
      requireNonNull(at);
      requireNonNull(until);
    }
  }

  public boolean isWaiting() {
    return letIn.isEmpty();
  }

  boolean isUnserved() {
    return letIn.filter(in -> !in.served()).isPresent();
  }

  /** Whether he was let in and his time isn't over. */
  public boolean mayBook(Instant now) {
    return letIn.filter(in -> now.isBefore(in.until())).isPresent();
  }

  QueuePlace letIn(Instant at, Instant until) {
    return with(new LetIn(at, until, false));
  }

  QueuePlace served() {
    return letIn.map(in -> with(new LetIn(in.at(), in.until(), true))).orElse(this);
  }

  private QueuePlace with(LetIn changed) {
    return new QueuePlace(eventId, userId, number, joinedAt, Optional.of(changed));
  }
}
