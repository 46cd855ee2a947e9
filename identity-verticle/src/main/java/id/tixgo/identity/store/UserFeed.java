package id.tixgo.identity.store;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.clients.identity.PasswordForgotten;
import id.tixgo.common.clients.identity.UserFacts;
import id.tixgo.common.store.Appender;
import id.tixgo.identity.domain.EmailAddress;
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

  void forgotten(PasswordForgotten facts, Instant at, Appender entries) {
    state.feed.tell(entries, PasswordForgotten.TYPE, at, facts);
  }

  /** Of who is gone nothing more is said than who it was, also in what was told before. */
  void removed(User user, Instant at, Appender entries) {
    String beginning = "{\"id\":" + user.id() + ",";
    state.feed.retell(
        entries,
        message -> message.data().startsWith(beginning),
        message -> gone(message.data(UserFacts.class)));
    tell(UserFacts.DELETED, at, gone(facts(user)), entries);
  }

  /** A name that is an e-mail address is one that somebody is reached by. */
  private static UserFacts gone(UserFacts facts) {
    Optional<String> none = Optional.empty();
    boolean isAddress = EmailAddress.of(facts.username()).isPresent();
    String name = isAddress ? "user " + facts.id() : facts.username();
    return new UserFacts(facts.id(), name, facts.role(), none, none, none);
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
