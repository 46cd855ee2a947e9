package id.tixgo.identity.domain;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.Set;

/** Tokens that ended before their time, kept until they would have expired. */
public interface RevokedTokens {
  Future<Void> add(String tokenId, Instant expiresAt);

  boolean contains(String tokenId);

  /** The numbers of devices whose tokens are among them. */
  Set<Long> devices();

  /** Drops some of those that have expired by {@code now}; completes with whether it did. */
  Future<Boolean> purge(Instant now);
}
