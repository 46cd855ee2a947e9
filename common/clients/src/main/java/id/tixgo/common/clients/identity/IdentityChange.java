package id.tixgo.common.clients.identity;

import static java.util.Objects.requireNonNull;

import io.vertx.core.shareddata.Shareable;
import java.util.Locale;

/**
 * Published on {@value #ADDRESS}: what is cached of a user, or of one token, is stale.
 *
 * @param username whose, without regard to case
 * @param tokenId the one token's {@code jti}; empty when all of that user's are concerned
 */
public record IdentityChange(String username, String tokenId) implements Shareable {
  public static final String ADDRESS = "identity.changes";

  /** Concerns nobody: says that Identity can be heard. */
  static final IdentityChange HEARTBEAT = new IdentityChange("", "");

  public IdentityChange {
    requireNonNull(username);
    requireNonNull(tokenId);
  }

  public static IdentityChange ofUser(String username) {
    return new IdentityChange(username, "");
  }

  public static IdentityChange ofToken(String username, String tokenId) {
    return new IdentityChange(username, tokenId);
  }

  boolean isHeartbeat() {
    return equals(HEARTBEAT);
  }

  public boolean concerns(String subject, String id) {
    return tokenId.isEmpty() ? sameUser(subject) : tokenId.equals(id);
  }

  private boolean sameUser(String subject) {
    return username.toLowerCase(Locale.ROOT).equals(subject.toLowerCase(Locale.ROOT));
  }
}
