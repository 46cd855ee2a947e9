package id.tixgo.notification.domain;

import static java.util.Objects.requireNonNull;

import io.vertx.core.shareddata.Shareable;
import java.time.Instant;
import java.util.Optional;

/**
 * An event as Event tells of it.
 *
 * @param place where it takes place, in words
 * @param timeZone IANA name of the zone in which its times are told
 * @param draft whether it isn't published yet
 * @param off whether it doesn't take place
 * @param createdBy the name of who made it; empty where it was told before that was
 */
public record KnownEvent(
    String id,
    String title,
    Instant startTime,
    Optional<Instant> endTime,
    Optional<String> place,
    String timeZone,
    boolean draft,
    boolean off,
    Optional<String> createdBy)
    implements Shareable {
  public KnownEvent {
    requireNonNull(id);
    requireNonNull(title);
    requireNonNull(startTime);
    requireNonNull(endTime);
    requireNonNull(place);
    requireNonNull(timeZone);
    requireNonNull(createdBy);
  }

  /** Whether those who come must know that it was another before. */
  public boolean differsForVisitors(KnownEvent before) {
    return !startTime.equals(before.startTime)
        || !place.equals(before.place)
        || !timeZone.equals(before.timeZone);
  }

  public boolean isBefore(Instant now) {
    return endTime.orElse(startTime).isBefore(now);
  }
}
