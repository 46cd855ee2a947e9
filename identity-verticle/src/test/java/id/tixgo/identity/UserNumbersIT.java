package id.tixgo.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tixgo.common.caller.Role;
import id.tixgo.common.json.JsonFormat;
import id.tixgo.common.scope.Once;
import id.tixgo.common.store.FileStore;
import id.tixgo.common.test.Answer;
import id.tixgo.common.test.RunningSystem;
import id.tixgo.common.test.ServiceApi;
import id.tixgo.identity.domain.User;
import id.tixgo.identity.store.BcryptPasswords;
import id.tixgo.identity.store.IdentityState;
import id.tixgo.identity.store.StoredUsers;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Digits in an address are a number, also where earlier versions let names be digits. */
class UserNumbersIT {
  private static final String PASSWORD = "secret-1";

  /** The name of the second user, which is the number of the first. */
  private static final String VICTIM = "1";

  private static RunningSystem system;
  private static ServiceApi admin;

  @BeforeAll
  static void start() {
    Path folder = RunningSystem.newFolder();
    storedUsers(folder, List.of("victim", VICTIM, "007", "99999999999999999999"));
    system = new RunningSystem(List.of("identity"), Map.of("DATA_DIR", folder.toString()));
    admin = system.identity().as(system.adminToken());
  }

  @AfterAll
  static void stop() {
    system.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"111", "000", "12345678901234567890"})
  void aNameOfDigitsAloneShouldBeRefusedAndSaySo(String digits) {
    JsonObject body = new JsonObject().put("username", digits).put("password", PASSWORD);
    for (Answer answer :
        List.of(
            system.identity().post("/auth/register", body),
            admin.post("/auth/register", body.copy().put("role", "admin")))) {
      JsonObject error =
          answer.expect(422, "VALIDATION_ERROR").json().getJsonArray("errors").getJsonObject(0);
      assertEquals("body.username", error.getString("loc"));
      assertTrue(error.getString("msg").contains("digits alone"), answer::body);
    }
  }

  @Test
  void aNumberShouldMeanTheNumberAndNeverANameOfDigits() {
    assertEquals("victim", admin.get("/auth/users/1").expect(200).text("username"));
    assertEquals(VICTIM, admin.get("/auth/users/2").expect(200).text("username"));
    assertEquals("victim", admin.get("/auth/users/VICTIM").expect(200).text("username"));
    for (String nobody : List.of("007", "0", "01", "99999999999999999999", "12345")) {
      admin.get("/auth/users/" + nobody).expect(404, "NOT_FOUND");
      admin.send("PUT", "/auth/users/" + nobody + "/role?role=user", "").expect(404, "NOT_FOUND");
      admin.delete("/auth/users/" + nobody).expect(404, "NOT_FOUND");
    }
  }

  @Test
  void aRoleShouldBeTheNumbersAndNotTheNames() {
    admin.send("PUT", "/auth/users/1/role?role=admin", "").expect(200);
    assertEquals("admin", admin.get("/auth/users/1").text("role"));
    assertEquals("committee", admin.get("/auth/users/2").text("role"));
  }

  @Test
  void whoseNameIsDigitsShouldStillLogInAndBeHimself() {
    String token = system.logIn(VICTIM, PASSWORD);
    JsonObject me = system.identity().as(token).get("/auth/me").expect(200).json();
    assertEquals(VICTIM, me.getString("username"));
    assertEquals(2, me.getLong("id"));
    JsonObject asked = new JsonObject().put("token", token);
    JsonObject verified = system.identity().post("/auth/verify-token", asked).expect(200).json();
    assertEquals(VICTIM, verified.getString("sub"));
    assertEquals(2, verified.getLong("id"));
    JsonObject passwords =
        new JsonObject().put("old_password", PASSWORD).put("new_password", "secret-2");
    system.identity().as(token).post("/auth/password", passwords).expect(204);
    system.logIn("victim", PASSWORD);
    system.logIn(VICTIM, "secret-2");
  }

  @Test
  void whoeverIsDeletedShouldBeTheNumbers() {
    admin.delete("/auth/users/4").expect(204);
    JsonObject body =
        new JsonObject().put("username", "99999999999999999999").put("password", PASSWORD);
    system.identity().post("/auth/login", body).expect(401);
    system.logIn("007", PASSWORD);
  }

  /** As an earlier version left them: the first is number 1, and so on. */
  private static void storedUsers(Path folder, List<String> names) {
    JsonFormat.install();
    Vertx vertx = Vertx.vertx();
    IdentityState state = new IdentityState(vertx);
    FileStore store = new FileStore(vertx, folder, true, state);
    StoredUsers users = new StoredUsers(state, store, vertx.getOrCreateContext());
    String hash = new BcryptPasswords(vertx, 4, 1).hash(PASSWORD).await();
    Future<?> done = store.open();
    for (String name : names) {
      done = done.compose(before -> users.add(id -> user(id, name, hash), Once.eachTime()));
    }
    done.compose(added -> store.close()).compose(closed -> vertx.close()).await();
  }

  private static User user(long id, String name, String hash) {
    Optional<String> none = Optional.empty();
    return new User(
        id, name, Role.COMMITTEE, hash, none, none, none, none, none, 0, Optional.empty());
  }
}
