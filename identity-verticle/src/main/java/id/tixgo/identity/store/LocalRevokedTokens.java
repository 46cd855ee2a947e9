package id.tixgo.identity.store;

import id.tixgo.identity.domain.RevokedTokens;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.shareddata.LocalMap;
import java.time.Instant;

/** Revoked tokens in a local map from their id to the second in which they expire. */
public final class LocalRevokedTokens implements RevokedTokens {
  private final LocalMap<String, Long> idToExpiry;

  public LocalRevokedTokens(Vertx vertx) {
    this.idToExpiry = vertx.sharedData().getLocalMap("identity.revoked");
  }

  @Override
  public Future<Void> add(String tokenId, Instant expiresAt) {
    idToExpiry.put(tokenId, expiresAt.getEpochSecond());
    return Future.succeededFuture();
  }

  @Override
  public boolean contains(String tokenId) {
    return idToExpiry.containsKey(tokenId);
  }

  @Override
  public void purge(Instant now) {
    idToExpiry.entrySet().stream()
        .filter(entry -> entry.getValue() <= now.getEpochSecond())
        .forEach(entry -> idToExpiry.remove(entry.getKey(), entry.getValue()));
  }
}
