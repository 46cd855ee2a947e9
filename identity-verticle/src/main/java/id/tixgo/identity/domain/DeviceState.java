package id.tixgo.identity.domain;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * What has become of a device and its token.
 *
 * @param endedAt when the token ended; empty while it is good, and where that wasn't kept
 * @param endedBy the admin who revoked it
 */
public record DeviceState(
    Device device,
    Status status,
    Optional<Instant> lastSeenAt,
    Optional<Instant> endedAt,
    Optional<String> endedBy) {

  /** Whether the token is good, else why it isn't. */
  public enum Status {
    ACTIVE,
    EXPIRED,
    REVOKED,
    /** By itself, as earlier versions let a device. */
    LOGGED_OUT;

    public String json() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public DeviceState {
    requireNonNull(device);
    requireNonNull(status);
    requireNonNull(lastSeenAt);
    requireNonNull(endedAt);
    requireNonNull(endedBy);
  }

  static DeviceState active(Device device, Optional<Instant> lastSeenAt) {
    return new DeviceState(device, Status.ACTIVE, lastSeenAt, Optional.empty(), Optional.empty());
  }

  static DeviceState loggedOut(Device device, Optional<Instant> lastSeenAt) {
    return new DeviceState(
        device, Status.LOGGED_OUT, lastSeenAt, Optional.empty(), Optional.empty());
  }

  static DeviceState expired(Device device, Optional<Instant> lastSeenAt) {
    return new DeviceState(
        device, Status.EXPIRED, lastSeenAt, Optional.of(device.expiresAt()), Optional.empty());
  }

  static DeviceState of(RevokedDevice revoked) {
    return new DeviceState(
        revoked.device(),
        Status.REVOKED,
        revoked.lastSeenAt(),
        Optional.of(revoked.at()),
        Optional.of(revoked.by()));
  }
}
