package id.tixgo.event.domain;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import id.tixgo.common.problem.Problem;
import id.tixgo.common.time.TimeZones;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What an organiser says of an event.
 *
 * @param location in his words
 * @param endTime there is one where a room is taken
 * @param capacity how many people fit in, at least 1
 * @param status {@code PUBLISHED} for events that were stored before they had one
 * @param place unknown for events that were stored before there were venues
 * @param timeZone IANA name of the zone of its times, where it has no venue
 * @param sales whether a ticket has to be bought
 */
public record EventDetails(
    String title,
    Optional<String> description,
    Optional<String> location,
    Instant startTime,
    Optional<Instant> endTime,
    Optional<Integer> capacity,
    EventStatus status,
    EventPlace place,
    Optional<String> timeZone,
    Optional<String> imageUrl,
    boolean sales) {
  /** Of an event that has no end. */
  private static final Duration LONGEST = Duration.ofHours(12);

  public EventDetails {
    requireNonNull(title);
    requireNonNull(description);
    requireNonNull(location);
    requireNonNull(startTime);
    requireNonNull(endTime);
    requireNonNull(capacity);
    status = requireNonNullElse(status, EventStatus.PUBLISHED);
    place = requireNonNullElse(place, EventPlace.UNKNOWN);
    requireNonNull(imageUrl);
    checkTimes(place, startTime, endTime);
    if (timeZone.isPresent() && timeZone.flatMap(TimeZones::find).isEmpty()) {
      throw Problem.invalid("body.time_zone", TimeZones.WANTED, "time_zone");
    }
  }

  public EventDetails withStatus(EventStatus other) {
    return new EventDetails(
        title,
        description,
        location,
        startTime,
        endTime,
        capacity,
        other,
        place,
        timeZone,
        imageUrl,
        sales);
  }

  /** Its end, or when it is over for certain where nobody has said when. */
  public Instant end() {
    return endTime.orElse(startTime.plus(LONGEST));
  }

  public boolean isOver(Instant now) {
    return !end().isAfter(now);
  }

  private static void checkTimes(EventPlace place, Instant start, Optional<Instant> end) {
    if (end.isPresent() && end.get().isBefore(start)) {
      throw Problem.invalid("body.end_time", "is before start_time", "end_time");
    }
    if (place.roomId().isPresent() && end.filter(start::isBefore).isEmpty()) {
      throw Problem.invalid(
          "body.end_time", "must be after start_time where a room is taken", "end_time");
    }
  }
}
