package id.tixgo.identity.store;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.scope.Once;
import id.tixgo.common.store.Appender;
import id.tixgo.common.store.Store;
import id.tixgo.identity.domain.User;
import id.tixgo.identity.domain.UserStore;
import id.tixgo.identity.domain.Username;
import id.tixgo.identity.store.IdentityState.UserRemoved;
import io.vertx.core.Context;
import io.vertx.core.Future;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;

/** Users, changed through the store. */
public final class StoredUsers implements UserStore {
  private final IdentityState state;
  private final Store store;
  private final Context context;

  /**
   * @param context where answers are wanted
   */
  public StoredUsers(IdentityState state, Store store, Context context) {
    this.state = requireNonNull(state);
    this.store = requireNonNull(store);
    this.context = requireNonNull(context);
  }

  @Override
  public Future<Optional<User>> add(String username, LongFunction<User> withId, Once<User> once) {
    return store.commit(
        context,
        state.keys.once(
            once.ifAny(),
            entries ->
                state.keyToUser.staged(Username.key(username)).isPresent()
                    ? Optional.empty()
                    : Optional.of(added(withId.apply(state.nextId()), entries))));
  }

  @Override
  public Optional<User> byUsername(String username) {
    return state.keyToUser.get(Username.key(username));
  }

  @Override
  public Optional<User> byId(long id) {
    return state.idToKey.get(String.valueOf(id)).flatMap(state.keyToUser::get);
  }

  @Override
  public List<User> all() {
    return state.keyToUser.values().stream().sorted(Comparator.comparingLong(User::id)).toList();
  }

  @Override
  public Future<Outcome> replace(User current, User changed) {
    return store.commit(
        context,
        entries -> {
          Outcome outcome = outcome(current, !changed.isAdmin());
          if (outcome == Outcome.DONE) {
            entries.add(changed);
          }
          return outcome;
        });
  }

  @Override
  public Future<Outcome> remove(User current) {
    return store.commit(
        context,
        entries -> {
          Outcome outcome = outcome(current, true);
          if (outcome == Outcome.DONE) {
            entries.add(new UserRemoved(current.id(), current.username()));
          }
          return outcome;
        });
  }

  private Outcome outcome(User current, boolean losesAdmin) {
    Optional<User> stored = state.keyToUser.staged(Username.key(current.username()));
    if (!stored.equals(Optional.of(current))) {
      return Outcome.CHANGED_MEANWHILE;
    }
    return losesAdmin && state.isLastAdmin(current) ? Outcome.LAST_ADMIN : Outcome.DONE;
  }

  private static User added(User user, Appender entries) {
    entries.add(user);
    return user;
  }
}
