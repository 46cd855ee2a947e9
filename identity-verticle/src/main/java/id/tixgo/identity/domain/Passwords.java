package id.tixgo.identity.domain;

import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Hashes passwords and compares them, away from the event loop. */
public interface Passwords {
  /** bcrypt reads no more; a longer password is refused, never cut. */
  int MOST_BYTES = 72;

  int FEWEST_CHARACTERS = 6;

  /** Fails with {@code OVERLOADED} when too many wait. */
  Future<String> hash(String password);

  /**
   * Compares a password with a user's hash; without a user it works as long and says no. Fails with
   * {@code OVERLOADED} when too many wait.
   */
  Future<Boolean> matches(String password, Optional<User> user);

  static boolean isTooLong(String password) {
    return password.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES;
  }

  static boolean isFit(String password) {
    return password.length() >= FEWEST_CHARACTERS && !isTooLong(password);
  }
}
