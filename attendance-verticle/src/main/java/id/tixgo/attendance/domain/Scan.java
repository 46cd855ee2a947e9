package id.tixgo.attendance.domain;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * A ticket held up at a door.
 *
 * @param gate where; empty when the door has no name
 * @param deviceId the scanner; empty when it has no name
 */
public record Scan(
    String eventId, String ticketId, String gate, String deviceId, String staff, Instant at) {
  public Scan {
    requireNonNull(eventId);
    requireNonNull(ticketId);
    requireNonNull(gate);
    requireNonNull(deviceId);
    requireNonNull(staff);
    requireNonNull(at);
  }

  /** The check-in that this scan becomes. */
  public CheckIn admitted(long seq) {
    return new CheckIn(eventId, ticketId, staff, at, gate, deviceId, seq);
  }
}
