package id.tixgo.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.json.JsonObject;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** The door of an event of its own, through the API. */
abstract class EventDoor {
  static RunningSystem system;
  static Api admin;
  static Api staff;
  static Api user;

  String event;

  @BeforeAll
  static void start() {
    system = RunningSystem.whole();
    admin = system.attendance().as(system.adminToken());
    staff = system.attendance().as(system.tokenOf("committee"));
    user = system.attendance().as(system.tokenOf("user"));
  }

  @AfterAll
  static void stop() {
    system.close();
  }

  @BeforeEach
  void newEvent() {
    event = "evt-" + UUID.randomUUID();
  }

  Answer scan(String ticket, String gate, String direction) {
    return staff.post("/checkins", body(ticket, gate, direction));
  }

  JsonObject body(String ticket, String gate, String direction) {
    return new JsonObject()
        .put("event_id", event)
        .put("ticket_id", ticket)
        .put("gate", gate.isEmpty() ? null : gate)
        .put("direction", direction);
  }

  void list(String json, int total) {
    assertEquals(total, upload("application/json", json).expect(200).json().getInteger("total"));
  }

  Answer upload(String type, String body) {
    return admin.with("Content-Type", type).send("PUT", path("/tickets"), body);
  }

  JsonObject stats() {
    return user.get(path("/stats")).expect(200).json();
  }

  String path(String rest) {
    return "/attendance/" + event + rest;
  }
}
