package id.tixgo.event.domain;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import id.tixgo.common.problem.Problem;
import java.time.Instant;
import java.util.Optional;

/**
 * What an organiser says of an event.
 *
 * @param capacity how many people fit in, at least 1
 * @param status {@code PUBLISHED} for events that were stored before they had one
 */
public record EventDetails(
    String title,
    Optional<String> description,
    Optional<String> location,
    Instant startTime,
    Optional<Instant> endTime,
    Optional<Integer> capacity,
    EventStatus status) {
  public EventDetails {
    requireNonNull(title);
    requireNonNull(description);
    requireNonNull(location);
    requireNonNull(startTime);
    requireNonNull(endTime);
    requireNonNull(capacity);
    status = requireNonNullElse(status, EventStatus.PUBLISHED);
    if (endTime.isPresent() && endTime.get().isBefore(startTime)) {
      throw Problem.invalid("body.end_time", "is before start_time", "end_time");
    }
  }
}
