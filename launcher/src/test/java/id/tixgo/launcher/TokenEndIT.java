package id.tixgo.launcher;

import id.tixgo.common.test.Answer;
import id.tixgo.common.test.RunningSystem;
import id.tixgo.common.test.ServiceApi;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What Identity says of a token counts in every service from the next request on. */
class TokenEndIT {
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
  void logoutShouldEndThatTokenEverywhereAndNoOther() {
    String name = system.newUser("committee");
    String ended = system.logIn(name, "secret-1");
    String other = system.logIn(name, "secret-1");
    everywhere(ended, 200);
    system.identity().as(ended).send("POST", "/auth/logout", "").expect(204);
    everywhere(ended, 401);
    everywhere(other, 200);
  }

  @Test
  void passwordShouldEndAllOlderTokensEvenOfTheSameSecond() {
    String name = system.newUser("committee");
    String old = system.logIn(name, "secret-1");
    everywhere(old, 200);
    change(old, "not-it", "secret-2").expect(400, "WRONG_PASSWORD");
    change(old, "secret-1", "x".repeat(80)).expect(400, "PASSWORD_TOO_LONG");
    change(old, "secret-1", "secret-1").expect(400, "SAME_PASSWORD");
    change(old, "secret-2", "secret-2").expect(400, "WRONG_PASSWORD");
    everywhere(old, 200);
    change(old, "secret-1", "secret-2").expect(204);
    everywhere(old, 401);
    everywhere(system.logIn(name, "secret-2"), 200);
  }

  @Test
  void roleShouldCountFromTheNextRequestOnWithoutANewLogin() {
    String name = system.newUser("user");
    String token = system.logIn(name, "secret-1");
    JsonObject scan = new JsonObject().put("event_id", "role").put("ticket_id", name);
    system.attendance().as(token).post("/checkins", scan).expect(403, "FORBIDDEN");
    ServiceApi admin = system.identity().as(system.adminToken());
    admin
        .put("/auth/users/" + name + "/role", new JsonObject().put("role", "committee"))
        .expect(200);
    system.attendance().as(token).post("/checkins", scan).expect(201);
    admin.send("PUT", "/auth/users/" + name + "/role?role=user", "").expect(200);
    system.attendance().as(token).post("/checkins", scan).expect(403, "FORBIDDEN");
    admin.send("PUT", "/auth/users/" + name + "/role", "").expect(422, "VALIDATION_ERROR");
  }

  @Test
  void deletedUserShouldBeRefusedAndSoShouldANamesakeWithTheOldToken() {
    String name = system.newUser("committee");
    String token = system.logIn(name, "secret-1");
    everywhere(token, 200);
    ServiceApi admin = system.identity().as(system.adminToken());
    admin.delete("/auth/users/" + name).expect(204);
    everywhere(token, 401);
    JsonObject namesake = new JsonObject().put("username", name).put("password", "secret-1");
    admin.post("/auth/register", namesake.put("role", "committee")).expect(201);
    everywhere(token, 401);
    admin.delete("/auth/users/nobody-here").expect(404, "NOT_FOUND");
  }

  private static void everywhere(String token, int status) {
    system.identity().as(token).get("/auth/me").expect(status);
    system.attendance().as(token).get("/attendance/nothing").expect(status);
    system.attendance().as(token).get("/events").expect(status);
    system.event().as(token).get("/events").expect(status);
  }

  private static Answer change(String token, String from, String to) {
    JsonObject body = new JsonObject().put("old_password", from).put("new_password", to);
    return system.identity().as(token).post("/auth/password", body);
  }
}
