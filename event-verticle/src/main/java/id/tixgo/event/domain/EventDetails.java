package id.tixgo.event.domain;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.problem.Problem;
import java.time.Instant;
import java.util.Optional;

/**
 * What an organiser says of an event.
 *
 * @param capacity how many people fit in, at least 1
 */
public record EventDetails(
    String title,
    Optional<String> description,
    Optional<String> location,
    Instant startTime,
    Optional<Instant> endTime,
    Optional<Integer> capacity) {
  public EventDetails {
    requireNonNull(title);
    requireNonNull(description);
    requireNonNull(location);
    requireNonNull(startTime);
    requireNonNull(endTime);
    requireNonNull(capacity);
    if (endTime.isPresent() && endTime.get().isBefore(startTime)) {
      throw Problem.invalid("body.end_time", "is before start_time", "end_time");
    }
  }
}
