package id.tixgo.common.token;

import static java.util.Objects.requireNonNull;

/**
 * Who a request comes from, as Identity vouches for it now.
 *
 * @param username the token's {@code sub}
 * @param role Identity's answer, which may differ from the token's claim
 * @param token the bearer token itself, which goes along to neighbours
 * @param limits where a device may scan; {@link Limits#NONE} for people
 */
public record Caller(String username, Role role, String token, Limits limits) {
  public Caller {
    requireNonNull(username);
    requireNonNull(role);
    requireNonNull(token);
    requireNonNull(limits);
  }

  /** A person. */
  public Caller(String username, Role role, String token) {
    this(username, role, token, Limits.NONE);
  }

  /** Without the token. */
  @Override
  public String toString() {
    return username + " (" + role.json() + ")";
  }
}
