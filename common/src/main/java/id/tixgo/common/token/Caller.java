package id.tixgo.common.token;

import static java.util.Objects.requireNonNull;

/**
 * Who a request comes from, as Identity vouches for it now.
 *
 * @param id Identity's number of the user or device, never used twice; the name may be, by another
 * @param username the token's {@code sub}
 * @param role Identity's answer, which may differ from the token's claim
 * @param token the bearer token itself, which goes along to neighbours
 * @param limits where a device may scan; {@link Limits#NONE} for people
 */
public record Caller(long id, String username, Role role, String token, Limits limits) {
  public Caller {
    requireNonNull(username);
    requireNonNull(role);
    requireNonNull(token);
    requireNonNull(limits);
  }

  /** A person. */
  public Caller(long id, String username, Role role, String token) {
    this(id, username, role, token, Limits.NONE);
  }

  /** Without the token. */
  @Override
  public String toString() {
    return username + " (" + role.json() + ")";
  }
}
