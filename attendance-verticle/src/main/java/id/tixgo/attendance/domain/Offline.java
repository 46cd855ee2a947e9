package id.tixgo.attendance.domain;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * What is known besides of a scan that a device made while it was offline.
 *
 * @param nonce the device's own name of the scan
 * @param syncedAt when it arrived
 * @param clamped whether its time is none that its device could have meant
 * @param other the {@code seq} of the scan that had been the ticket's check-in until then
 * @param timeFlag why its time isn't the one that its device said
 * @param deviceTime what its device said, where that is another
 */
public record Offline(
    String nonce,
    Instant syncedAt,
    boolean clamped,
    Optional<Long> other,
    Optional<TimeFlag> timeFlag,
    Optional<Instant> deviceTime) {
  private static final Optional<TimeFlag> CLAMPED = Optional.of(TimeFlag.CLAMPED);

  public Offline {
    requireNonNull(nonce);
    requireNonNull(syncedAt);
    requireNonNull(other);
    timeFlag = requireNonNull(timeFlag).or(() -> clamped ? CLAMPED : Optional.empty());
    requireNonNull(deviceTime);
  }
}
