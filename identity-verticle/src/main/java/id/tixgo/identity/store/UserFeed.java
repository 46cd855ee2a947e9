package id.tixgo.identity.store;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.clients.identity.UserFacts;
import id.tixgo.common.store.Appender;
import id.tixgo.identity.domain.User;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/** What the transactions on users tell other services. */
final class UserFeed {
  private final IdentityState state;

  UserFeed(IdentityState state) {
    this.state = requireNonNull(state);
  }

  /** Begins with the users that there are. */
  void begin(Appender entries) {
    state.feed.begin(
        entries,
        () ->
            state.keyToUser.values().stream()
                .sorted(Comparator.comparingLong(User::id))
                .forEach(user -> made(user, entries)));
  }

  void made(User user, Appender entries) {
    tell(UserFacts.CREATED, user.createdAt().orElse(Instant.EPOCH), facts(user), entries);
  }

  /** A new password concerns nobody else. */
  void changed(User before, User user, Instant at, Appender entries) {
    if (!facts(before).equals(facts(user))) {
      tell(UserFacts.CHANGED, at, facts(user), entries);
    }
  }

  /** Of who is gone nothing more is said than who it was. */
  void removed(User user, Instant at, Appender entries) {
    Optional<String> none = Optional.empty();
    UserFacts facts =
        new UserFacts(user.id(), user.username(), user.role().json(), none, none, none);
    tell(UserFacts.DELETED, at, facts, entries);
  }

  private void tell(String type, Instant at, UserFacts facts, Appender entries) {
    state.feed.tell(entries, type, at, facts);
  }

  private static UserFacts facts(User user) {
    return new UserFacts(
        user.id(),
        user.username(),
        user.role().json(),
        user.email(),
        user.fullName(),
        user.locale());
  }
}
