package id.tixgo.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tixgo.common.test.Answer;
import id.tixgo.common.test.RunningSystem;
import id.tixgo.common.test.ServiceApi;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class IdentityIT {
  private static RunningSystem system;

  @BeforeAll
  static void start() {
    system = RunningSystem.whole();
  }

  @AfterAll
  static void stop() {
    system.close();
  }

  @Test
  void registerShouldAnswerWithIdNameAndRole() {
    Answer answer = register("panitia.1", "secret123", "committee").expect(201);
    assertEquals("panitia.1", answer.text("username"));
    assertEquals("committee", answer.text("role"));
    assertTrue(answer.json().getLong("id") > 0);
    assertFalse(answer.body().contains("hash"));
  }

  @Test
  void registerShouldRefuseATakenNameWhateverItsCase() {
    register("panitiatl", "secret123", "committee").expect(201);
    Answer again = register("PanitiaTL", "secret123", "committee").expect(400, "USERNAME_TAKEN");
    assertEquals("User PanitiaTL sudah terdaftar", again.text("detail"));
  }

  @Test
  void registerShouldHoldPasswordsAndNamesToTheirRules() {
    register("long", "x".repeat(73), "user").expect(400, "PASSWORD_TOO_LONG");
    register("bytes", "é".repeat(37), "user").expect(400, "PASSWORD_TOO_LONG");
    register("fits", "é".repeat(36), "user").expect(201);
    register("short", "12345", "user").expect(422, "VALIDATION_ERROR");
    register("ab", "secret123", "user").expect(422, "VALIDATION_ERROR");
    register("a b c", "secret123", "user").expect(422, "VALIDATION_ERROR");
    register("x".repeat(51), "secret123", "user").expect(422, "VALIDATION_ERROR");
    register("king", "secret123", "king").expect(422, "VALIDATION_ERROR");
  }

  @Test
  void registerShouldLeaveClosedRolesToAdmins() {
    register("boss", "secret123", "admin").expect(403, "FORBIDDEN");
    JsonObject body = user("boss", "secret123", "admin");
    system.identity().as(system.tokenOf("user")).post("/auth/register", body).expect(403);
    system.identity().as(system.adminToken()).post("/auth/register", body).expect(201);
  }

  @Test
  void loginShouldTakeJsonAndForms() {
    String name = system.newUser("user");
    Answer form =
        system
            .identity()
            .with("Content-Type", "application/x-www-form-urlencoded")
            .send("POST", "/auth/login", "username=" + name + "&password=secret%2D1")
            .expect(200);
    assertEquals("bearer", form.text("token_type"));
    assertEquals(7200, form.json().getInteger("expires_in"));
    assertEquals("no-store", form.header("Cache-Control").orElse(""));
  }

  @Test
  void loginShouldSayTheSameOfAWrongPasswordAndOfNobody() {
    String name = system.newUser("user");
    for (String who : List.of(name, "nobody-" + name)) {
      JsonObject body = new JsonObject().put("username", who).put("password", "wrong");
      Answer answer = system.identity().post("/auth/login", body).expect(401, "BAD_CREDENTIALS");
      assertEquals("Invalid username/password", answer.text("detail"));
    }
  }

  @Test
  void meAndVerifyTokenShouldTellWhoseTheTokenIs() {
    String token = system.tokenOf("committee");
    Answer me = system.identity().as(token).get("/auth/me").expect(200);
    assertEquals("committee", me.text("role"));
    Answer verified = verify(token).expect(200);
    assertEquals(me.text("username"), verified.text("sub"));
    assertTrue(verified.json().getBoolean("valid"));
    verify(token + "x").expect(401, "UNAUTHORIZED");
  }

  @Test
  void usersShouldBeShownToAdminsAlonePageByPage() {
    String name = system.newUser("user");
    ServiceApi admin = system.identity().as(system.adminToken());
    Answer page = admin.get("/auth/users?limit=1").expect(200);
    assertEquals(1, page.array().size());
    assertEquals("</auth/users?limit=1&cursor=1>; rel=\"next\"", page.header("Link").orElse(""));
    assertTrue(Integer.parseInt(page.header("X-Total-Count").orElseThrow()) > 1);
    long id = admin.get("/auth/users/" + name).expect(200).json().getLong("id");
    assertEquals(name, admin.get("/auth/users/" + id).expect(200).text("username"));
    system.identity().as(system.tokenOf("committee")).get("/auth/users").expect(403, "FORBIDDEN");
    admin.get("/auth/users?limit=0").expect(422, "VALIDATION_ERROR");
    admin.get("/auth/users?cursor=-1").expect(422, "VALIDATION_ERROR");
  }

  @Test
  void theLastAdminShouldStay() {
    try (RunningSystem alone = new RunningSystem(List.of("identity"), Map.of())) {
      ServiceApi admin = alone.identity().as(alone.adminToken());
      admin.delete("/auth/users/admin").expect(409, "LAST_ADMIN");
      admin.send("PUT", "/auth/users/admin/role?role=user", "").expect(409, "LAST_ADMIN");
    }
  }

  private static Answer verify(String token) {
    return system.identity().post("/auth/verify-token", new JsonObject().put("token", token));
  }

  private static Answer register(String name, String password, String role) {
    return system.identity().post("/auth/register", user(name, password, role));
  }

  private static JsonObject user(String name, String password, String role) {
    return new JsonObject().put("username", name).put("password", password).put("role", role);
  }
}
