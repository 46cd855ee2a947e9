package id.tixgo.attendance.domain;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What is known of a device's clock.
 *
 * @param behind how much it is behind ours, less than nothing when it is ahead; empty when unknown
 */
public record DeviceClock(Optional<Duration> behind) {
  public static final DeviceClock UNKNOWN = new DeviceClock(Optional.empty());

  /** What a request takes on its way is no fault of the clock. */
  private static final Duration ON_THE_WAY = Duration.ofSeconds(5);

  public DeviceClock {
    requireNonNull(behind);
  }

  /** That of a device which sent something at a time of its own that came now. */
  public static DeviceClock of(Instant sentAt, Instant now) {
    Duration behind = Duration.between(sentAt, now);
    return new DeviceClock(
        Optional.of(behind.abs().compareTo(ON_THE_WAY) > 0 ? behind : Duration.ZERO));
  }

  public boolean isKnown() {
    return behind.isPresent();
  }

  /** A time of the device by our clock. */
  public Instant ours(Instant deviceTime) {
    return deviceTime.plus(behind.orElse(Duration.ZERO));
  }

  /** A time of ours by the device's clock. */
  public Instant theirs(Instant time) {
    return time.minus(behind.orElse(Duration.ZERO));
  }

  boolean isWrong() {
    return behind.filter(by -> !by.isZero()).isPresent();
  }
}
