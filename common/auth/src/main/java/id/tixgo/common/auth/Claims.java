package id.tixgo.common.auth;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * What a token says of itself, once its signature, algorithm and times are found good.
 *
 * @param id {@code jti}, empty when the token has none
 * @param expiresAt {@code exp}
 */
public record Claims(String subject, String role, String id, Instant expiresAt) {
  public Claims {
    requireNonNull(subject);
    requireNonNull(role);
    requireNonNull(id);
    requireNonNull(expiresAt);
  }
}
