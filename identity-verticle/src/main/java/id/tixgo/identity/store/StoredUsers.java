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
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.stream.Stream;

/** Users, changed through the store. */
public final class StoredUsers implements UserStore {
  private final IdentityState state;
  private final Store store;
  private final Context context;
  private final UserFeed feed;

  /**
   * @param context where answers are wanted
   */
  public StoredUsers(IdentityState state, Store store, Context context) {
    this.state = requireNonNull(state);
    this.store = requireNonNull(store);
    this.context = requireNonNull(context);
    this.feed = new UserFeed(state);
  }

  /** Begins the feed, if it hasn't, with the users that there are. */
  public Future<Void> beginFeed() {
    return store.commit(
        context,
        entries -> {
          feed.begin(entries);
          return null;
        });
  }

  @Override
  public Future<Optional<User>> add(LongFunction<User> withId, Once<User> once) {
    return store.commit(
        context,
        state.keys.once(once.ifAny(), entries -> addIfFree(withId.apply(state.nextId()), entries)));
  }

  private Optional<User> addIfFree(User user, Appender entries) {
    if (isTaken(user.username(), user) || isEmailTaken(user)) {
      return Optional.empty();
    }
    feed.begin(entries);
    entries.add(user);
    feed.made(user, entries);
    return Optional.of(user);
  }

  @Override
  public Optional<User> byUsername(String username) {
    return state.keyToUser.get(Username.key(username));
  }

  @Override
  public Optional<User> byEmail(String email) {
    return state.emails.owner(email).flatMap(this::byId);
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
  public Future<Outcome> replace(User current, User changed, Instant at) {
    return store.commit(
        context,
        entries -> {
          Outcome outcome = outcome(current, changed);
          if (outcome == Outcome.DONE) {
            feed.begin(entries);
            entries.add(changed);
            feed.changed(current, changed, at, entries);
          }
          return outcome;
        });
  }

  @Override
  public Future<Outcome> remove(User current, Instant at) {
    return store.commit(
        context,
        entries -> {
          Outcome outcome = outcome(current, true);
          if (outcome == Outcome.DONE) {
            feed.begin(entries);
            entries.add(new UserRemoved(current.id(), current.username()));
            feed.removed(current, at, entries);
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

  private Outcome outcome(User current, User changed) {
    Outcome outcome = outcome(current, !changed.isAdmin());
    boolean newEmail = !changed.email().equals(current.email());
    return outcome == Outcome.DONE && newEmail && isEmailTaken(changed)
        ? Outcome.EMAIL_TAKEN
        : outcome;
  }

  private boolean isEmailTaken(User user) {
    return user.email().filter(email -> isTaken(email, user)).isPresent();
  }

  /** Whether it is another's name or e-mail address: what logs one in is nobody else's. */
  private boolean isTaken(String login, User user) {
    Stream<Long> owners =
        Stream.of(
                state.keyToUser.staged(Username.key(login)).map(User::id),
                state.emails.stagedOwner(login))
            .flatMap(Optional::stream);
    return owners.anyMatch(id -> id != user.id());
  }
}
