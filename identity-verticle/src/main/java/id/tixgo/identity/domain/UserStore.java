package id.tixgo.identity.domain;

import id.tixgo.common.scope.Once;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;

/** Keeps users. Each change is one atomic step. */
public interface UserStore {
  /** What came of a change. */
  enum Outcome {
    DONE,
    /** What was to be changed isn't what is stored any more. */
    CHANGED_MEANWHILE,
    /** Nobody could undo it. */
    LAST_ADMIN
  }

  /**
   * Adds a user under an id that no user had before; empty when the name is taken, in whatever
   * case.
   */
  Future<Optional<User>> add(String username, LongFunction<User> withId, Once<User> once);

  default Future<Optional<User>> add(String username, LongFunction<User> withId) {
    return add(username, withId, Once.eachTime());
  }

  Optional<User> byUsername(String username);

  Optional<User> byId(long id);

  /** All users in the order of their ids. */
  List<User> all();

  Future<Outcome> replace(User current, User changed);

  Future<Outcome> remove(User current);
}
