package id.tixgo.wallet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tixgo.common.config.ConfigException;
import id.tixgo.common.config.Env;
import id.tixgo.common.test.Answer;
import id.tixgo.common.test.Eventually;
import id.tixgo.common.test.RunningSystem;
import id.tixgo.common.test.ServiceApi;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * The testing flow that the guide of the digital wallet recommends, call by call: with tokens, and
 * as it is printed, without most of them.
 */
class ReferenceTourIT {
  private static final String PRINTED_TOKEN = "service_shared_secret_change_this";

  private Counter counter;
  private ServiceApi open;
  private ServiceApi house;
  private String token;

  @Test
  void theFlowShouldWorkWithTokens() {
    try (Counter strict = new Counter()) {
      counter = strict;
      house = strict.house();
      ServiceApi admin = strict.admin();
      open = admin;
      enter();
      walkUsers(admin);
      walkTransactions();
    }
  }

  @Test
  void theFlowShouldWorkAsItIsPrinted() {
    try (Counter demo = new Counter("DEMO", "true", "SERVICE_TOKEN", PRINTED_TOKEN)) {
      counter = demo;
      open = demo.wallet();
      house = open.with("X-Service-Token", PRINTED_TOKEN);
      enter();
      walkUsers(open.as(token));
      walkTransactions();
      open.with("X-Forwarded-For", "192.0.2.7").get("/users").expect(401, "UNAUTHORIZED");
      String topUp = "/users/3/topup";
      JsonObject jane = json("email", "jane@example.com", "password", "mypassword");
      ServiceApi own = open.as(open.post("/auth/login", jane).expect(200).text("access_token"));
      own.post(topUp, json("amount", 1)).expect(200);
      for (String header : List.of("X-Forwarded-For", "Forwarded")) {
        own.with(header, "for=::1")
            .post(topUp, json("amount", 1))
            .expect(502, "UPSTREAM_UNREACHABLE");
      }
      open.with("X-Service-Token", "another").get("/users").expect(401, "UNAUTHORIZED");
      house("GET", "/internal/users/3", "").expect(200);
      open.get("/internal/users/2").expect(401, "UNAUTHORIZED");
      open.delete("/users/2").expect(401, "UNAUTHORIZED");
    }
  }

  /** The first user is the admin that the settings name. */
  private void enter() {
    JsonObject john =
        json("full_name", "John Doe", "email", "john@example.com", "password", "password123");
    Answer registered = counter.wallet().post("/auth/register", john).expect(201);
    assertEquals(
        "{\"id\":2,\"full_name\":\"John Doe\",\"email\":\"john@example.com\",\"balance\":0.0}",
        registered.body());
    JsonObject login = json("email", "john@example.com", "password", "password123");
    JsonObject in = counter.wallet().post("/auth/login", login).expect(200).json();
    assertEquals(Set.of("access_token", "user"), in.fieldNames());
    assertEquals(
        json("id", 2, "full_name", "John Doe", "email", "john@example.com"),
        in.getJsonObject("user"));
    token = in.getString("access_token");
    JsonObject jane =
        json("full_name", "Jane Doe", "email", "jane@example.com", "password", "mypassword");
    assertEquals(
        "{\"id\":3,\"full_name\":\"Jane Doe\",\"email\":\"jane@example.com\"}",
        counter.wallet().post("/users", jane).expect(201).body());
  }

  private void walkUsers(ServiceApi rich) {
    ServiceApi john = counter.wallet().as(token);
    JsonArray all = open.get("/users").expect(200).array();
    assertTrue(all.encode().contains("\"full_name\":\"Jane Doe\""), all.encode());
    assertEquals(
        "{\"id\":2,\"full_name\":\"John Doe\",\"email\":\"john@example.com\",\"balance\":0.0}",
        open.get("/users/2").expect(200).body());
    assertEquals(
        "{\"id\":2,\"full_name\":\"John D. Doe\",\"email\":\"john@example.com\"}",
        john.put("/users/2", json("full_name", "John D. Doe")).expect(200).body());
    Eventually.await(
        "the name is another",
        () -> open.get("/users/2").expect(200).text("full_name").equals("John D. Doe"));
    assertEquals(
        "{\"user_id\":2,\"balance\":0.0}", open.get("/users/2/balance").expect(200).body());
    assertEquals(
        "{\"id\":2,\"balance\":150000.0}",
        rich.post("/users/2/topup", json("amount", 150000)).expect(200).body());
    assertEquals(
        "{\"id\":2,\"balance\":100000.0}",
        john.post("/users/2/debit", json("amount", 50000)).expect(200).body());
    assertEquals(
        "{\"id\":2,\"full_name\":\"John D. Doe\",\"email\":\"john@example.com\"}",
        house("GET", "/internal/users/2", "").expect(200).body());
    assertEquals(
        "{\"id\":2,\"balance\":95000.0}",
        house("PUT", "/internal/users/2/balance", "{\"action\":\"debit\",\"amount\":5000}")
            .expect(200)
            .body());
  }

  private void walkTransactions() {
    JsonObject draft =
        json("sender_id", 2, "receiver_id", 3, "amount", 10000, "description", "Payment for goods");
    JsonObject begun = house.post("/transactions", draft).expect(201).json();
    assertTrue(begun.getString("created_at").endsWith("Z"));
    assertEquals(draft.copy().put("id", 1).put("status", "pending"), without(begun, "created_at"));
    assertEquals(1, open.get("/transactions").expect(200).array().size());
    assertEquals("pending", open.get("/transactions/1").expect(200).text("status"));
    assertEquals(1, open.get("/transactions/user/2").expect(200).array().size());
    JsonObject completed =
        open.put("/transactions/1", json("status", "completed")).expect(200).json();
    assertEquals(
        draft.copy().put("id", 1).put("status", "completed"), without(completed, "updated_at"));
    house.post("/transactions", draft).expect(201);
    assertEquals(
        "{\"message\":\"Transaction deleted successfully\"}",
        open.delete("/transactions/2").expect(200).body());
    open.get("/transactions/2").expect(404, "NOT_FOUND");
    assertEquals(
        "{\"user_id\":2,\"balance\":85000.0}", open.get("/users/2/balance").expect(200).body());
    counter.wallet().as(token).post("/users/2/debit", json("amount", 85000)).expect(200);
    assertEquals(
        "{\"message\":\"User deleted successfully\"}",
        counter.wallet().as(token).delete("/users/2").expect(200).body());
    open.get("/users/2").expect(404, "NOT_FOUND");
  }

  /** It is refused where anybody else could ask. */
  @Test
  void theDemoShouldBeOnThisMachineAlone() {
    for (String host : List.of("0.0.0.0", "192.168.1.7", "::", "wallet", "127.evil.example")) {
      assertThrows(ConfigException.class, () -> demo(host, "127.0.0.1"), host);
      assertThrows(ConfigException.class, () -> demo("127.0.0.1", host), host);
    }
    assertThrows(ConfigException.class, () -> WalletConfig.from(env(Map.of("DEMO", "true"))));
    assertTrue(demo("127.0.0.1", "localhost").demo());
    Env printed = env(Map.of("SERVICE_TOKEN", PRINTED_TOKEN));
    assertThrows(ConfigException.class, () -> WalletConfig.from(printed));
  }

  private static WalletConfig demo(String bind, String internal) {
    return WalletConfig.from(
        env(Map.of("DEMO", "true", "BIND_HOST", bind, "INTERNAL_HOST", internal)));
  }

  private static Env env(Map<String, String> more) {
    Map<String, String> all = new HashMap<>(more);
    all.put("JWT_SECRET", RunningSystem.SECRET);
    return new Env(all);
  }

  private Answer house(String method, String path, String body) {
    return house.with("Content-Type", "application/json").send(method, path, body);
  }

  private static JsonObject without(JsonObject json, String member) {
    json.remove(member);
    return json;
  }

  private static JsonObject json(Object... members) {
    JsonObject json = new JsonObject();
    for (int i = 0; i < members.length; i += 2) {
      json.put((String) members[i], members[i + 1]);
    }
    return json;
  }
}
