package id.tixgo.identity.domain;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/** Keeps users. Each change is one atomic step. */
public interface UserStore {
  /** An id that no user had before. */
  Future<Long> nextId();

  /** False when the name is taken, in whatever case. */
  Future<Boolean> add(User user);

  Optional<User> byUsername(String username);

  Optional<User> byId(long id);

  /** All users in the order of their ids. */
  List<User> all();

  /** False when {@code current} isn't what is stored any more. */
  Future<Boolean> replace(User current, User changed);

  /** False when {@code current} isn't what is stored any more. */
  Future<Boolean> remove(User current);

  /** Gives up one admin's seat, unless it is the last; then false. */
  boolean releaseAdminSeat();

  /** Counts one more admin. */
  void takeAdminSeat();
}
