package id.tixgo.attendance.domain;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * A ticket held up at a door.
 *
 * @param gate where; empty when the door has no name
 * @param deviceId the scanner; empty when it has no name
 * @param key the client's {@code Idempotency-Key}
 */
public record Scan(
    String eventId,
    String ticketId,
    String gate,
    String deviceId,
    Direction direction,
    Staff staff,
    Instant at,
    Optional<String> key) {
  public Scan {
    requireNonNull(eventId);
    requireNonNull(ticketId);
    requireNonNull(gate);
    requireNonNull(deviceId);
    requireNonNull(direction);
    requireNonNull(staff);
    requireNonNull(at);
    requireNonNull(key);
  }

  /** The same scan of a ticket whose code is spelled so. */
  public Scan of(String code) {
    return code.equals(ticketId)
        ? this
        : new Scan(eventId, code, gate, deviceId, direction, staff, at, key);
  }

  /** What it was made with. */
  public ScanDevice device() {
    return ScanDevice.of(staff.number(), staff.name(), deviceId);
  }

  /** The same scan on another device. */
  public Scan on(String device) {
    return new Scan(eventId, ticketId, gate, device, direction, staff, at, key);
  }

  /** The same scan at another time. */
  public Scan madeAt(Instant time) {
    return new Scan(eventId, ticketId, gate, deviceId, direction, staff, time, key);
  }

  /** What is kept of it. */
  ScanRecord record(
      Optional<Refusal> refusal,
      boolean first,
      Optional<String> ticketType,
      Optional<OfflineInfo> offline,
      long seq) {
    return new ScanRecord(
        eventId,
        ticketId,
        staff.name(),
        staff.number(),
        at,
        gate,
        deviceId,
        direction,
        refusal,
        first,
        ticketType,
        key,
        offline,
        seq);
  }
}
