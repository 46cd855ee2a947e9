package id.tixgo.identity.store;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.store.Retention;
import id.tixgo.common.store.Store;
import id.tixgo.identity.domain.Device;
import id.tixgo.identity.domain.RevokedTokens;
import id.tixgo.identity.store.IdentityState.TokenRevoked;
import id.tixgo.identity.store.IdentityState.TokensForgotten;
import io.vertx.core.Context;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;

/** Revoked tokens, changed through the store. */
public final class StoredRevokedTokens implements RevokedTokens {
  private final IdentityState state;
  private final Store store;
  private final Context context;

  /**
   * @param context where answers are wanted
   */
  public StoredRevokedTokens(IdentityState state, Store store, Context context) {
    this.state = requireNonNull(state);
    this.store = requireNonNull(store);
    this.context = requireNonNull(context);
  }

  @Override
  public Future<Void> add(String tokenId, Instant expiresAt) {
    return store.commit(
        context,
        entries -> {
          entries.add(new TokenRevoked(tokenId, expiresAt));
          return null;
        });
  }

  @Override
  public boolean contains(String tokenId) {
    return state.revoked.get(tokenId).isPresent();
  }

  @Override
  public Set<Long> devices() {
    return state.revoked.values().stream()
        .flatMap(token -> Device.ofToken(token.id()).stream())
        .collect(Collectors.toSet());
  }

  @Override
  public Future<Boolean> purge(Instant now) {
    return new Retention(store, context)
        .forget(
            state.revoked.values().stream()
                .filter(token -> !token.expiresAt().isAfter(now))
                .map(TokenRevoked::id),
            TokensForgotten::new);
  }
}
