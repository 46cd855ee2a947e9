package id.tixgo.common.clients.event;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import id.tixgo.common.time.TimeZones;
import io.vertx.core.shareddata.Shareable;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What Event's feed says of an event, whatever happened to it, or to its venue. Older messages say
 * nothing of what comes after the capacity.
 *
 * @param status {@code draft}, {@code published}, {@code cancelled} or {@value #DELETED}
 * @param capacity how many people fit in: its own, else its room's
 * @param location in the organiser's words
 * @param timeZone IANA name of the zone in which its times are told
 * @param venue where it takes place, when that is one of the venues
 * @param sales whether nobody enters without a ticket that was sold
 * @param description for those who may come
 * @param createdBy the name of who made it
 */
public record EventFacts(
    String id,
    String title,
    Instant startTime,
    Optional<Instant> endTime,
    String status,
    Optional<Integer> capacity,
    Optional<String> location,
    String timeZone,
    Optional<VenueFacts> venue,
    Optional<String> imageUrl,
    boolean sales,
    Optional<String> description,
    Optional<String> createdBy)
    implements Shareable {
  public static final String MADE = "event_made";
  public static final String CHANGED = "event_changed";
  public static final String REMOVED = "event_deleted";
  public static final String DELETED = "deleted";
  private static final String DRAFT = "draft";
  private static final Set<String> OFF = Set.of("cancelled", DELETED);

  public EventFacts {
    requireNonNull(id);
    requireNonNull(title);
    requireNonNull(startTime);
    requireNonNull(endTime);
    requireNonNull(status);
    requireNonNull(capacity);
    requireNonNull(location);
    timeZone = requireNonNullElse(timeZone, TimeZones.USUAL);
    requireNonNull(venue);
    requireNonNull(imageUrl);
    requireNonNull(description);
    requireNonNull(createdBy);
  }

  /** Whether it isn't published yet. */
  public boolean isDraft() {
    return status.equals(DRAFT);
  }

  /** Whether it doesn't take place. */
  public boolean isOff() {
    return OFF.contains(status);
  }
}
