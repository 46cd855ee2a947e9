package id.tixgo.common.caller;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * Who a request comes from, as Identity vouches for it now.
 *
 * @param id Identity's number of the user or device, never used twice; the name may be, by another
 * @param username the token's {@code sub}
 * @param role Identity's answer, which may differ from the token's claim
 * @param token the bearer token itself, which goes along to neighbours
 * @param since when the account was made; empty for one of before that was kept
 * @param limits where a device may scan; {@link Limits#NONE} for people
 */
public record Caller(
    long id, String username, Role role, String token, Optional<Instant> since, Limits limits) {
  /** Begins the name of every device; no user's has a colon. */
  public static final String DEVICE = "device:";

  public Caller {
    requireNonNull(username);
    requireNonNull(role);
    requireNonNull(token);
    requireNonNull(since);
    requireNonNull(limits);
  }

  /** What the access log calls it: an e-mail address doesn't stand there. */
  public String logName() {
    return username.contains("@") ? "user " + id : username;
  }

  /** Without the token. */
  @Override
  public String toString() {
    return username + " (" + role.json() + ")";
  }
}
