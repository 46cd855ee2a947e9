package id.tixgo.identity.domain;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import io.vertx.core.shareddata.Shareable;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/**
 * Leave to set another password without the old one. It ends with the password of then, so that it
 * is used once and all older ones end with it, and with the e-mail address that it was mailed to.
 *
 * @param generation the user's, when it was given
 * @param hash of its token, SHA-256 in hexadecimal
 */
public record PasswordReset(
    long userId, String resetId, int generation, String hash, Instant expiresAt)
    implements Shareable {
  public PasswordReset {
    requireNonNull(resetId);
    requireNonNull(hash);
    requireNonNull(expiresAt);
  }

  static String hash(String token) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha256.digest(token.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Takes as long for a nearly right token as for any other. */
  boolean isGood(String token, User user, Instant now) {
    boolean matches =
        MessageDigest.isEqual(hash.getBytes(UTF_8), PasswordReset.hash(token).getBytes(UTF_8));
    return matches && user.generation() == generation && now.isBefore(expiresAt);
  }

  /** Without the hash. */
  @Override
  public String toString() {
    return "PasswordReset of " + userId;
  }
}
