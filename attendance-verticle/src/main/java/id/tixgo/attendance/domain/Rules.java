package id.tixgo.attendance.domain;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.clients.event.EventFacts;
import id.tixgo.common.problem.Problem;
import io.vertx.core.shareddata.Shareable;
import java.time.Instant;
import java.util.Optional;

/**
 * What an event's doors hold to.
 *
 * @param reentry whether a ticket that has left may enter again
 * @param capacity how many may be inside at once, at least 1; the event's own when empty
 * @param opensAt nobody enters before
 * @param closesAt nobody enters from then on
 */
public record Rules(
    boolean reentry,
    Optional<Integer> capacity,
    Optional<Instant> opensAt,
    Optional<Instant> closesAt)
    implements Shareable {
  public static final Rules NONE =
      new Rules(false, Optional.empty(), Optional.empty(), Optional.empty());

  public Rules {
    requireNonNull(capacity);
    requireNonNull(opensAt);
    requireNonNull(closesAt);
    if (opensAt.isPresent() && closesAt.isPresent() && !opensAt.get().isBefore(closesAt.get())) {
      throw Problem.invalid("body.closes_at", "is not after opens_at", "closes_at");
    }
  }

  boolean areOpen(Instant at) {
    return opensAt.map(time -> !at.isBefore(time)).orElse(true)
        && closesAt.map(at::isBefore).orElse(true);
  }

  boolean areFull(long inside, Optional<EventFacts> event) {
    return capacity(event).map(most -> inside >= most).orElse(false);
  }

  /** How many may be inside at once: as the rules say, else as many as fit into the event. */
  public Optional<Integer> capacity(Optional<EventFacts> event) {
    return capacity.isPresent() ? capacity : event.flatMap(EventFacts::capacity);
  }
}
