package id.tixgo.identity.domain;

import static java.util.Objects.requireNonNull;

import io.vertx.core.shareddata.Shareable;
import java.time.Instant;
import java.util.Optional;

/**
 * A device whose good token an admin ended, kept for a while for whoever wonders why it stopped.
 *
 * @param by the admin's username
 */
public record RevokedDevice(Device device, Instant at, String by, Optional<Instant> lastSeenAt)
    implements Shareable {
  public RevokedDevice {
    requireNonNull(device);
    requireNonNull(at);
    requireNonNull(by);
    requireNonNull(lastSeenAt);
  }
}
