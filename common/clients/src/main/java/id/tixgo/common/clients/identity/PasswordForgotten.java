package id.tixgo.common.clients.identity;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.config.ServiceToken;
import java.time.Instant;

/**
 * What Identity's feed says of a user who has forgotten the password: he may set another until
 * then. It has no secret: the token follows from its id for who knows the house's own.
 *
 * @param resetId of this request for another password
 */
public record PasswordForgotten(long userId, String resetId, Instant expiresAt) {
  public static final String TYPE = "password_forgotten";
  private static final String SEPARATOR = ".";

  public PasswordForgotten {
    requireNonNull(resetId);
    requireNonNull(expiresAt);
  }

  /** The token that a mail brings to the user. */
  public static String token(String resetId, ServiceToken secret) {
    return resetId + SEPARATOR + secret.sign("password reset " + resetId, new byte[0]);
  }
}
