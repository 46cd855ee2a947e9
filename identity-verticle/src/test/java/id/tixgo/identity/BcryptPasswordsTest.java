package id.tixgo.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tixgo.common.caller.Role;
import id.tixgo.common.problem.Problem;
import id.tixgo.common.problem.ProblemKind;
import id.tixgo.identity.domain.NewUser;
import id.tixgo.identity.domain.Passwords;
import id.tixgo.identity.domain.Profile;
import id.tixgo.identity.domain.User;
import id.tixgo.identity.store.BcryptPasswords;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(VertxExtension.class)
class BcryptPasswordsTest {
  private static final int COST = 4;

  @Test
  void matchesShouldKnowTheRightPasswordAlone(Vertx vertx) throws Exception {
    try (BcryptPasswords passwords = new BcryptPasswords(vertx, COST, 2)) {
      User user = user(await(passwords.hash("rahasia-é")));
      assertTrue(await(passwords.matches("rahasia-é", Optional.of(user))));
      assertFalse(await(passwords.matches("rahasia", Optional.of(user))));
      assertFalse(await(passwords.matches("", Optional.of(user))));
      assertFalse(await(passwords.matches("nobody's password", Optional.empty())));
    }
  }

  @Test
  void matchesShouldNeverCutALongPassword(Vertx vertx) throws Exception {
    try (BcryptPasswords passwords = new BcryptPasswords(vertx, COST, 2)) {
      String longest = "x".repeat(Passwords.MOST_BYTES);
      User user = user(await(passwords.hash(longest)));
      assertTrue(await(passwords.matches(longest, Optional.of(user))));
      assertFalse(await(passwords.matches(longest + "y", Optional.of(user))));
    }
  }

  @Test
  void hashShouldTurnAwayWhatFindsNoRoom(Vertx vertx) throws Exception {
    try (BcryptPasswords passwords = new BcryptPasswords(vertx, 12, 2)) {
      List<Future<String>> flood =
          Stream.generate(() -> passwords.hash("rahasia")).limit(200).toList();
      List<Future<String>> refused = flood.stream().filter(Future::failed).toList();
      assertTrue(refused.size() > 100);
      refused.forEach(r -> assertEquals(ProblemKind.OVERLOADED, ((Problem) r.cause()).kind()));
    }
  }

  @Test
  void hashShouldTurnAwayWhatWouldWaitTooLong(Vertx vertx) throws Exception {
    try (BcryptPasswords passwords = new BcryptPasswords(vertx, 13, 2)) {
      await(passwords.hash("so it knows how long one takes"));
      List<Future<String>> flood =
          Stream.generate(() -> passwords.hash("rahasia")).limit(200).toList();
      long waiting = flood.stream().filter(future -> !future.isComplete()).count();
      assertTrue(waiting > 1 && waiting < 50, () -> waiting + " wait");
    }
  }

  private static User user(String hash) {
    return new NewUser("siti", "secret", Role.USER, Profile.NONE).withHash(1, hash, Instant.EPOCH);
  }

  private static <T> T await(Future<T> future) throws Exception {
    return future.await(20, TimeUnit.SECONDS);
  }
}
