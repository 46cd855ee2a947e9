package id.tixgo.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import id.tixgo.common.clients.identity.PasswordForgotten;
import id.tixgo.common.config.ServiceToken;
import id.tixgo.common.test.Answer;
import id.tixgo.common.test.Eventually;
import id.tixgo.common.test.MutableClock;
import id.tixgo.common.test.RunningSystem;
import id.tixgo.common.test.ServiceApi;
import io.vertx.core.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A password that was forgotten. */
class PasswordResetIT {
  private final MutableClock clock = new MutableClock();
  private int asked;
  private final Path folder = RunningSystem.newFolder();
  private final RunningSystem system =
      new RunningSystem(List.of("identity"), Map.of("DATA_DIR", folder.toString()), clock, 2);

  @AfterEach
  void stop() {
    system.close();
  }

  @Test
  void aTokenShouldSetAnotherPasswordOnceAndEndWhatWasBefore() throws Exception {
    String old = user("siti");
    String first = token(forgot("siti"));
    String second = token(forgot("SITI@example.com"));
    reset(first, "secret-2").expect(400, "RESET_TOKEN_INVALID");
    reset(second, "x".repeat(73)).expect(400, "PASSWORD_TOO_LONG");
    reset(second, "secret-2").expect(204);
    reset(second, "secret-3").expect(400, "RESET_TOKEN_INVALID");
    system.identity().as(old).get("/auth/me").expect(401, "UNAUTHORIZED");
    system.logIn("siti", "secret-2");
    String audit = Files.readString(folder.resolve("identity").resolve("audit.ndjson"));
    assertEquals(1, audit.split("user.password.reset", -1).length - 1);
    assertFalse(audit.contains(second), audit);
  }

  @Test
  void anAnswerShouldNotTellWhoIsThere() {
    user("budi");
    Answer answer = forgot("budi");
    String known = answer.body();
    assertFalse(token(answer).isEmpty());
    long before = last();
    assertEquals(known, forgot("nobody").body());
    assertEquals(known, forgot("admin").body());
    assertEquals(before, last());
  }

  @Test
  void aTokenShouldEndWithTimeAndWithThePassword() {
    String old = user("tuti");
    String late = token(forgot("tuti"));
    clock.advance(Duration.ofMinutes(30));
    reset(late, "secret-2").expect(400, "RESET_TOKEN_INVALID");
    String spent = token(forgot("tuti"));
    JsonObject change =
        new JsonObject().put("old_password", "secret-1").put("new_password", "secret-9");
    system.identity().as(old).post("/auth/password", change).expect(204);
    reset(spent, "secret-2").expect(400, "RESET_TOKEN_INVALID");
    for (String none : List.of("x", ".", spent.substring(0, spent.length() - 1), "a.b")) {
      reset(none, "secret-2").expect(400, "RESET_TOKEN_INVALID");
    }
  }

  @Test
  void aTokenShouldEndWithTheAddress() {
    ServiceApi rina = system.identity().as(user("rina"));
    String path = "/users/" + rina.get("/auth/me").expect(200).json().getLong("id");
    String old = token(forgot("rina"));
    rina.put(path, profile("rina@example.com")).expect(200);
    reset(old, "x".repeat(73)).expect(400, "PASSWORD_TOO_LONG");
    rina.put(path, profile("rina@example.org")).expect(200);
    reset(old, "secret-2").expect(400, "RESET_TOKEN_INVALID");
    rina.put(path, profile("rina@example.com")).expect(200);
    reset(old, "secret-2").expect(400, "RESET_TOKEN_INVALID");
    reset(token(forgot("rina")), "secret-2").expect(204);
  }

  private static JsonObject profile(String email) {
    return new JsonObject().put("email", email).put("name", "Rina");
  }

  @Test
  void whoAsksTooOftenShouldWait() {
    try (RunningSystem limited =
        new RunningSystem(List.of("identity"), Map.of("RATE_LIMITS", "on"))) {
      ServiceApi api = limited.identity();
      JsonObject body = new JsonObject().put("login", "siti");
      for (int i = 0; i < 5; i++) {
        api.post("/auth/password/forgot", body).expect(202);
      }
      Answer refused = api.post("/auth/password/forgot", body).expect(429, "RATE_LIMITED");
      assertEquals("reset", refused.text("limit"));
    }
  }

  @Test
  void aRefusalShouldNotTellWhoseAnAddressIs() {
    try (RunningSystem limited =
        new RunningSystem(
            List.of("identity"), Map.of("RATE_LIMITS", "on", "TRUSTED_PROXIES", "127.0.0.1"))) {
      long siti = make(limited, "siti");
      long budi = make(limited, "budi");
      ServiceApi one = limited.identity().with("X-Forwarded-For", "192.0.2.1");
      ServiceApi other = limited.identity().with("X-Forwarded-For", "192.0.2.2");
      useUp(one, "siti");
      useUp(one, "siti@example.com");
      forgot(other, "siti").expect(202);
      forgot(other, "budi").expect(202);
      Eventually.await("budi is told of", () -> users(limited).contains(budi));
      assertEquals(10, Collections.frequency(users(limited), siti));
    }
  }

  private static void useUp(ServiceApi api, String login) {
    for (int i = 0; i < 5; i++) {
      forgot(api, login).expect(202);
    }
    forgot(api, login.toUpperCase(Locale.ROOT)).expect(429, "RATE_LIMITED");
  }

  /** Who forgot a password, once for each mail. */
  private static List<Long> users(RunningSystem system) {
    return told(system).stream()
        .map(message -> message.getJsonObject("data").getLong("user_id"))
        .toList();
  }

  /** A new user's token. */
  private String user(String name) {
    make(system, name);
    return system.logIn(name, "secret-1");
  }

  private static long make(RunningSystem system, String name) {
    JsonObject body =
        new JsonObject()
            .put("username", name)
            .put("password", "secret-1")
            .put("email", name + "@example.com");
    return system
        .identity()
        .as(system.adminToken())
        .post("/users", body)
        .expect(201)
        .json()
        .getLong("id");
  }

  private Answer forgot(String login) {
    return forgot(system.identity(), login).expect(202);
  }

  private static Answer forgot(ServiceApi api, String login) {
    return api.post("/auth/password/forgot", new JsonObject().put("login", login));
  }

  private Answer reset(String token, String password) {
    return system
        .identity()
        .post(
            "/auth/password/reset",
            new JsonObject().put("token", token).put("new_password", password));
  }

  /** The token that follows from what the feed told last. */
  private String token(Answer answer) {
    assertEquals(202, answer.status());
    asked++;
    Eventually.await("it is told", () -> told(system).size() == asked);
    String id = told(system).get(asked - 1).getJsonObject("data").getString("reset_id");
    return PasswordForgotten.token(id, new ServiceToken(RunningSystem.SERVICE_TOKEN));
  }

  private static List<JsonObject> told(RunningSystem system) {
    return feed(system).getJsonArray("messages").stream()
        .map(JsonObject.class::cast)
        .filter(message -> message.getString("type").equals(PasswordForgotten.TYPE))
        .toList();
  }

  private long last() {
    return feed(system).getLong("last");
  }

  private static JsonObject feed(RunningSystem system) {
    return system
        .identity()
        .with("X-Service-Token", RunningSystem.SERVICE_TOKEN)
        .get("/internal/feed?limit=1000")
        .expect(200)
        .json();
  }
}
