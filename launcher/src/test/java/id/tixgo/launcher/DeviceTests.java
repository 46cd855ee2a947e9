package id.tixgo.launcher;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Scanners with tokens of their own, each test with a new name and event. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class DeviceTests {
  RunningSystem system;
  ServiceApi admin;

  String event;
  String name;

  @BeforeAll
  void start() {
    system = RunningSystem.whole();
    admin = system.identity().as(system.adminToken());
  }

  @AfterAll
  void stop() {
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

  JsonObject scan(String ticket, String gate) {
    return new JsonObject().put("event_id", event).put("ticket_id", ticket).put("gate", gate);
  }

  Answer add(JsonObject device) {
    return admin.post("/auth/devices", device);
  }

  String token(JsonObject device) {
    return add(device).expect(201).text("access_token");
  }

  static JsonArray array(String... texts) {
    return new JsonArray(List.of(texts));
  }
}
