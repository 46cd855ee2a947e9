package id.tixgo.identity.domain;

import id.tixgo.common.scope.Once;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;

/** Keeps users. Each change is one atomic step, told in the feed with its time. */
public interface UserStore {
  /** What came of a change. */
  enum Outcome {
    DONE,
    /** What was to be changed isn't what is stored any more. */
    CHANGED_MEANWHILE,
    /** Nobody could undo it. */
    LAST_ADMIN,
    /** The new e-mail address is another's, or another's name. */
    EMAIL_TAKEN
  }

  /**
   * Adds a user under an id that no user had before; empty when the name, in whatever case, or the
   * e-mail address is another's name or address.
   */
  Future<Optional<User>> add(LongFunction<User> withId, Once<User> once);

  Optional<User> byUsername(String username);

  Optional<User> byEmail(String email);

  /** Whose name it is, in whatever case, else whose e-mail address. */
  default Optional<User> byLogin(String text) {
    return byUsername(text)
        .or(
            () ->
                EmailAddress.of(text).flatMap(email -> byUsername(email).or(() -> byEmail(email))));
  }

  Optional<User> byId(long id);

  /** All users in the order of their ids. */
  List<User> all();

  Future<Outcome> replace(User current, User changed, Instant at);

  Future<Outcome> remove(User current, Instant at);
}
