package id.tixgo.launcher;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** Scanners with tokens of their own, each test with a new name and event. */
abstract class Devices {
  static RunningSystem system;
  static Api admin;

  String event;
  String name;

  @BeforeAll
  static void start() {
    system = RunningSystem.whole();
    admin = system.identity().as(system.adminToken());
  }

  @AfterAll
  static void stop() {
    system.close();
  }

  @BeforeEach
  void newNames() {
    event = "evt-" + UUID.randomUUID();
    name = "Gate " + UUID.randomUUID();
  }

  JsonObject device() {
    return new JsonObject().put("name", name).put("events", array(event));
  }

  static Answer add(JsonObject device) {
    return admin.post("/auth/devices", device);
  }

  static String token(JsonObject device) {
    return add(device).expect(201).text("access_token");
  }

  static JsonArray array(String... texts) {
    return new JsonArray(List.of(texts));
  }
}
