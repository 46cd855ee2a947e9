package id.tixgo.identity.store;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.store.Appender;
import id.tixgo.common.store.Store;
import id.tixgo.identity.domain.Device;
import id.tixgo.identity.domain.RevokedTokens;
import id.tixgo.identity.store.IdentityState.TokenRevoked;
import id.tixgo.identity.store.IdentityState.TokensForgotten;
import io.vertx.core.Context;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Revoked tokens, changed through the store. */
public final class StoredRevokedTokens implements RevokedTokens {
  private static final int STEP = 1000;

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
    return store.commit(context, entries -> forget(expired(now), entries));
  }

  private List<String> expired(Instant now) {
    return state.revoked.values().stream()
        .filter(token -> !token.expiresAt().isAfter(now))
        .limit(STEP)
        .map(TokenRevoked::id)
        .toList();
  }

  private static boolean forget(List<String> ids, Appender entries) {
    if (!ids.isEmpty()) {
      entries.add(new TokensForgotten(ids));
    }
    return !ids.isEmpty();
  }
}
