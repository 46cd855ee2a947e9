package id.tixgo.event.domain;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/**
 * A time at which a place is taken: from its start until just before its end.
 *
 * @param kind {@value #EVENT} or {@value #BLOCK}
 * @param eventId the event that takes place
 * @param reason why the room is blocked
 */
public record Slot(
    String id,
    Instant startTime,
    Instant endTime,
    String kind,
    Optional<String> eventId,
    Optional<String> reason) {
  public static final String EVENT = "event";
  public static final String BLOCK = "block";

  static final Comparator<Slot> ORDER =
      Comparator.comparing(Slot::startTime).thenComparing(Slot::id).thenComparing(Slot::kind);

  public Slot {
    requireNonNull(id);
    requireNonNull(startTime);
    requireNonNull(endTime);
    requireNonNull(kind);
    requireNonNull(eventId);
    requireNonNull(reason);
  }

  static Slot ofEvent(String id, Instant start, Instant end) {
    return new Slot(id, start, end, EVENT, Optional.of(id), Optional.empty());
  }

  public static Slot block(String id, Instant start, Instant end, Optional<String> reason) {
    return new Slot(id, start, end, BLOCK, Optional.empty(), reason);
  }

  public boolean isBlock() {
    return kind.equals(BLOCK);
  }

  /** The same thing, be it at another time; an event may have the id of a block. */
  boolean isSame(Slot other) {
    return id.equals(other.id) && kind.equals(other.kind);
  }

  boolean isToCome(Instant now) {
    return endTime.isAfter(now);
  }
}
