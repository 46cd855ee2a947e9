package id.tixgo.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tixgo.common.caller.Role;
import id.tixgo.common.clients.identity.IdentityChange;
import id.tixgo.common.problem.Problem;
import id.tixgo.common.store.MemoryStore;
import id.tixgo.identity.domain.Accounts;
import id.tixgo.identity.domain.NewUser;
import id.tixgo.identity.domain.Passwords;
import id.tixgo.identity.domain.Profile;
import id.tixgo.identity.domain.User;
import id.tixgo.identity.store.IdentityState;
import id.tixgo.identity.store.StoredUsers;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(VertxExtension.class)
class AccountsTest {
  private final List<IdentityChange> changes = new ArrayList<>();
  private Accounts accounts;

  /** Plain text for hashes, so that a test takes no time. */
  private static final class PlainPasswords implements Passwords {
    @Override
    public Future<String> hash(String password) {
      return Future.succeededFuture("#" + password);
    }

    @Override
    public Future<Boolean> matches(String password, Optional<User> user) {
      return Future.succeededFuture(
          user.filter(u -> u.passwordHash().equals("#" + password)).isPresent());
    }
  }

  @BeforeEach
  void setUp(Vertx vertx) {
    IdentityState state = new IdentityState(vertx);
    StoredUsers users =
        new StoredUsers(state, new MemoryStore(vertx, state), vertx.getOrCreateContext());
    accounts = new Accounts(users, new PlainPasswords(), changes::add, () -> {}, Clock.systemUTC());
  }

  @Test
  void registerShouldRefuseANameThatDiffersInCaseAlone() {
    register("Siti", Role.USER);
    Future<User> again = accounts.register(newUser("sITI", Role.USER));
    assertEquals("User sITI sudah terdaftar", again.cause().getMessage());
  }

  @Test
  void registerShouldCountBytesNotCharacters() {
    NewUser user = new NewUser("siti", "é".repeat(37), Role.USER, Profile.NONE);
    assertEquals("PASSWORD_TOO_LONG", code(accounts.register(user)));
  }

  @Test
  void whatLogsOneInShouldBeNobodyElses() {
    register("siti@tixgo.id", Role.USER);
    assertEquals("USERNAME_TAKEN", code(accounts.register(newUser("SITI@TixGo.ID", Role.USER))));
    assertEquals("EMAIL_TAKEN", code(accounts.register(withEmail("siti", "siti@tixgo.id"))));
    assertTrue(accounts.register(withEmail("dewi", "dewi@tixgo.id")).succeeded());
    assertEquals("USERNAME_TAKEN", code(accounts.register(newUser("dewi@tixgo.id", Role.USER))));
    assertEquals("EMAIL_TAKEN", code(accounts.register(withEmail("dewi2", "dewi@tixgo.id"))));
  }

  @Test
  void anAddressShouldBeFreeWhenItsUserIsDeleted() {
    User siti = accounts.register(withEmail("siti", "siti@tixgo.id")).result();
    assertTrue(accounts.delete(siti).succeeded());
    assertTrue(accounts.register(newUser("siti@tixgo.id", Role.USER)).succeeded());
  }

  @Test
  void logInShouldTakeTheNameAndTheAddress() {
    User siti = accounts.register(withEmail("siti", "siti@tixgo.id")).result();
    for (String login : List.of("siti", "SITI", "siti@tixgo.id", " Siti@TIXGO.id ")) {
      assertEquals(siti, accounts.logIn(login, "secret").result(), login);
    }
    assertEquals("BAD_CREDENTIALS", code(accounts.logIn("siti@tixgo.id", "wrong")));
  }

  @Test
  void oneOfManyShouldGetAnAddressThatAllWantAtOnce() throws Exception {
    List<Callable<Boolean>> wanted =
        IntStream.range(0, 16)
            .<Callable<Boolean>>mapToObj(
                i -> () -> accounts.register(withEmail("u" + i + "x", "one@tixgo.id")).succeeded())
            .toList();
    assertEquals(1, countTrue(wanted));
  }

  @Test
  void idsShouldNeverBeUsedTwice() {
    User first = register("one", Role.USER);
    assertTrue(accounts.delete(first).succeeded());
    assertEquals(first.id() + 1, register("one", Role.USER).id());
  }

  @Test
  void logInShouldSayTheSameOfAWrongPasswordAndOfNobody() {
    register("siti", Role.USER);
    assertEquals(
        accounts.logIn("siti", "wrong").cause().getMessage(),
        accounts.logIn("nobody", "wrong").cause().getMessage());
  }

  @Test
  void changePasswordShouldBeginANewGeneration() {
    register("siti", Role.USER);
    assertTrue(accounts.changePassword("siti", "secret", "another").succeeded());
    assertEquals(1, accounts.find("siti").generation());
    assertEquals(List.of(IdentityChange.ofUser("siti")), changes);
    assertTrue(accounts.logIn("siti", "another").succeeded());
  }

  @Test
  void theLastAdminShouldStayOne() {
    User admin = register("admin", Role.ADMIN);
    assertEquals("LAST_ADMIN", code(accounts.setRole(admin, Role.USER)));
    assertEquals("LAST_ADMIN", code(accounts.delete(admin)));
    User other = register("other", Role.ADMIN);
    assertTrue(accounts.delete(admin).succeeded());
    assertEquals("LAST_ADMIN", code(accounts.delete(other)));
  }

  @Test
  void oneAdminShouldBeLeftWhenAllAreDemotedAtOnce() throws Exception {
    for (int round = 0; round < 200; round++) {
      List<User> admins =
          List.of(register("ann" + round, Role.ADMIN), register("bob" + round, Role.ADMIN));
      List<Callable<Boolean>> demotions =
          admins.stream()
              .<Callable<Boolean>>map(a -> () -> accounts.setRole(a, Role.USER).succeeded())
              .toList();
      int demoted = countTrue(demotions);
      assertEquals(round == 0 ? 1 : 2, demoted, "round " + round);
      assertFalse(accounts.setRole(onlyAdmin(), Role.USER).succeeded());
    }
  }

  private User onlyAdmin() {
    List<User> admins =
        IntStream.range(0, 200)
            .boxed()
            .flatMap(i -> Stream.of("ann" + i, "bob" + i))
            .map(
                name ->
                    Future.succeededFuture(name)
                        .map(accounts::find)
                        .otherwise((User) null)
                        .result())
            .filter(user -> user != null && user.isAdmin())
            .toList();
    assertEquals(1, admins.size());
    return admins.get(0);
  }

  private static int countTrue(List<Callable<Boolean>> calls) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(calls.size());
    try {
      int count = 0;
      for (var done : threads.invokeAll(calls)) {
        count += done.get() ? 1 : 0;
      }
      return count;
    } finally {
      threads.shutdownNow();
    }
  }

  private User register(String name, Role role) {
    return accounts.register(newUser(name, role)).result();
  }

  private static NewUser newUser(String name, Role role) {
    return new NewUser(name, "secret", role, Profile.NONE);
  }

  private static NewUser withEmail(String name, String email) {
    Profile profile =
        new Profile(
            Optional.of(email),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    return new NewUser(name, "secret", Role.USER, profile);
  }

  private static String code(Future<?> failed) {
    return ((Problem) failed.cause()).code();
  }
}
