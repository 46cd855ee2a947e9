package id.tixgo.attendance.domain;

import static java.util.Objects.requireNonNull;

import io.vertx.core.shareddata.Shareable;
import java.time.Instant;

/**
 * A ticket that was let in.
 *
 * @param gate where; empty when the door has no name
 * @param deviceId the scanner; empty when it has no name
 * @param seq the place in the event's order of changes, from 1
 */
public record CheckIn(
    String eventId,
    String ticketId,
    String checkedInBy,
    Instant checkedInAt,
    String gate,
    String deviceId,
    long seq)
    implements Shareable {
  public CheckIn {
    requireNonNull(eventId);
    requireNonNull(ticketId);
    requireNonNull(checkedInBy);
    requireNonNull(checkedInAt);
    requireNonNull(gate);
    requireNonNull(deviceId);
  }

  /** Unique over all events, and stored nowhere: {@code <event id>-<seq>}. */
  public String id() {
    return eventId + "-" + seq;
  }
}
