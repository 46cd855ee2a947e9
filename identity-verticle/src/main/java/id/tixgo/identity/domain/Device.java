package id.tixgo.identity.domain;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.caller.Caller;
import id.tixgo.common.caller.Limits;
import io.vertx.core.shareddata.Shareable;
import java.time.Instant;
import java.util.Optional;

/**
 * A scanner at a door, with one token of its own.
 *
 * @param id from 1, never used twice, nor by a user
 * @param name unique among devices without regard to case
 * @param createdBy the admin's username
 * @param expiresAt when its token ends, in whole seconds
 */
public record Device(
    long id, String name, Limits limits, Instant createdAt, String createdBy, Instant expiresAt)
    implements Shareable {
  private static final String TOKEN = "device.";

  public Device {
    requireNonNull(name);
    requireNonNull(limits);
    requireNonNull(createdAt);
    requireNonNull(createdBy);
    requireNonNull(expiresAt);
  }

  /** Its token's {@code sub}: {@code device:Gate A 1}. */
  public String subject() {
    return subject(name);
  }

  public static String subject(String name) {
    return Caller.DEVICE + name;
  }

  /** How its token's id begins: {@code device.7.}. */
  String tokenPrefix() {
    return TOKEN + id + ".";
  }

  /** The number of the device whose token has this id; empty when it is a user's. */
  public static Optional<Long> ofToken(String tokenId) {
    return tokenId.startsWith(TOKEN)
        ? Optional.of(Long.valueOf(tokenId.split("\\.", 3)[1]))
        : Optional.empty();
  }

  public boolean isExpired(Instant now) {
    return !expiresAt.isAfter(now);
  }

  /** Whether a {@code sub} is a device's. */
  public static boolean isSubject(String subject) {
    return subject.startsWith(Caller.DEVICE);
  }
}
