package id.tixgo.attendance.domain;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * What is known besides of a scan that a device made while it was offline.
 *
 * @param nonce the device's own name of the scan
 * @param syncedAt when it arrived
 * @param clamped whether its time was in the future, or before the doors opened, and was set right
 * @param other the {@code seq} of the scan that had been the ticket's check-in until then
 */
public record Offline(String nonce, Instant syncedAt, boolean clamped, Optional<Long> other) {
  public Offline {
    requireNonNull(nonce);
    requireNonNull(syncedAt);
    requireNonNull(other);
  }
}
