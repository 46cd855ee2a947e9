package id.tixgo.identity.store;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.clients.identity.PasswordForgotten;
import id.tixgo.common.store.Store;
import id.tixgo.identity.domain.PasswordReset;
import id.tixgo.identity.domain.PasswordResets.ResetStore;
import io.vertx.core.Context;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.Optional;

/** Leaves to set another password, given through the store. */
public final class StoredResets implements ResetStore {
  private final IdentityState state;
  private final Store store;
  private final Context context;
  private final UserFeed feed;

  /**
   * @param context where answers are wanted
   */
  public StoredResets(IdentityState state, Store store, Context context) {
    this.state = requireNonNull(state);
    this.store = requireNonNull(store);
    this.context = requireNonNull(context);
    this.feed = new UserFeed(state);
  }

  @Override
  public Future<Void> give(PasswordReset reset, Instant at) {
    return store.commit(
        context,
        entries -> {
          feed.begin(entries);
          entries.add(reset);
          feed.forgotten(
              new PasswordForgotten(reset.userId(), reset.resetId(), reset.expiresAt()),
              at,
              entries);
          return null;
        });
  }

  @Override
  public Optional<PasswordReset> byId(String resetId) {
    return state.resets.byId(resetId);
  }
}
