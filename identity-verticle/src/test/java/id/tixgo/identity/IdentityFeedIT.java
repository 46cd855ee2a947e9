package id.tixgo.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import id.tixgo.common.test.RunningSystem;
import id.tixgo.common.test.ServiceApi;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What Identity tells other services of users. */
class IdentityFeedIT {
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
  void feedShouldTellOfEveryUserInOrder() {
    long before = feed(0).getLong("last");
    JsonObject account =
        new JsonObject()
            .put("email", "told@tixgo.id")
            .put("password", "secret-1")
            .put("name", "Told")
            .put("phone", "08123456")
            .put("locale", "id");
    long id = system.identity().post("/auth/register", account).expect(201).json().getLong("id");
    ServiceApi admin = system.identity().as(system.adminToken());
    admin.put("/auth/users/" + id + "/role?role=ADMIN", new JsonObject()).expect(200);
    admin.put("/users/" + id, new JsonObject().put("locale", "en")).expect(200);
    JsonObject passwords =
        new JsonObject().put("old_password", "secret-1").put("new_password", "secret-2");
    String token = system.logIn("told@tixgo.id", "secret-1");
    system.identity().as(token).post("/auth/password", passwords).expect(204);
    assertEquals(
        new JsonObject()
            .put("id", id)
            .put("username", "told@tixgo.id")
            .put("role", "admin")
            .put("email", "told@tixgo.id")
            .put("full_name", "Told")
            .put("locale", "en"),
        messages(before).get(2).getJsonObject("data"));
    admin.delete("/users/" + id).expect(204);
    List<JsonObject> messages = messages(before);
    assertEquals(
        List.of("user_created", "user_changed", "user_changed", "user_deleted"),
        messages.stream().map(message -> message.getString("type")).toList());
    List<JsonObject> told = messages.stream().map(m -> m.getJsonObject("data")).toList();
    assertEquals(
        List.of("user", "admin", "admin", "admin"),
        told.stream().map(data -> data.getString("role")).toList());
    told.forEach(data -> assertEquals("user " + id, data.getString("username")));
    assertFalse(told.toString().contains("told@tixgo.id") || told.toString().contains("Told"));
  }

  private static List<JsonObject> messages(long after) {
    return feed(after).getJsonArray("messages").stream().map(JsonObject.class::cast).toList();
  }

  @Test
  void feedShouldBeForServicesAlone() {
    system.identity().get("/internal/feed").expect(401, "UNAUTHORIZED");
    system.identity().as(system.adminToken()).get("/internal/feed").expect(401, "UNAUTHORIZED");
  }

  private static JsonObject feed(long after) {
    return system
        .identity()
        .with("X-Service-Token", RunningSystem.SERVICE_TOKEN)
        .get("/internal/feed?after=" + after)
        .expect(200)
        .json();
  }
}
