package id.tixgo.common.clients.event;

import static java.util.Objects.requireNonNull;

import io.vertx.core.shareddata.Shareable;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What Event's feed says of an event, whatever happened to it.
 *
 * @param status {@code draft}, {@code published}, {@code cancelled} or {@value #DELETED}
 * @param capacity how many people fit in
 */
public record EventFacts(
    String id,
    String title,
    Instant startTime,
    Optional<Instant> endTime,
    String status,
    Optional<Integer> capacity)
    implements Shareable {
  public static final String MADE = "event_made";
  public static final String CHANGED = "event_changed";
  public static final String REMOVED = "event_deleted";
  public static final String DELETED = "deleted";
  private static final Set<String> OFF = Set.of("cancelled", DELETED);

  public EventFacts {
    requireNonNull(id);
    requireNonNull(title);
    requireNonNull(startTime);
    requireNonNull(endTime);
    requireNonNull(status);
    requireNonNull(capacity);
  }

  /** Whether it doesn't take place. */
  public boolean isOff() {
    return OFF.contains(status);
  }
}
