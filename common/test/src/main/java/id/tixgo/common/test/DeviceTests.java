package id.tixgo.common.test;

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
public abstract class DeviceTests {
  protected RunningSystem system;
  protected ServiceApi admin;

  protected String event;
  protected String name;

  @BeforeAll
  protected void start() {
    system = RunningSystem.whole();
    admin = system.identity().as(system.adminToken());
  }

  @AfterAll
  protected void stop() {
    system.close();
  }

  @BeforeEach
  protected void newNames() {
    event = "evt-" + UUID.randomUUID();
    name = "Gate " + UUID.randomUUID();
  }

  protected JsonObject device() {
    return new JsonObject().put("name", name).put("events", array(event));
  }

  protected JsonObject scan(String ticket, String gate) {
    return new JsonObject().put("event_id", event).put("ticket_id", ticket).put("gate", gate);
  }

  protected Answer add(JsonObject device) {
    return admin.post("/auth/devices", device);
  }

  protected String token(JsonObject device) {
    return add(device).expect(201).text("access_token");
  }

  protected static JsonArray array(String... texts) {
    return new JsonArray(List.of(texts));
  }
}
