package id.tixgo.common.test;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.json.JsonObject;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** The door of an event of its own, through the API. */
@TestInstance(Lifecycle.PER_CLASS)
public abstract class EventDoor {
  protected RunningSystem system;
  protected ServiceApi admin;
  protected ServiceApi staff;
  protected ServiceApi user;

  protected String event;

  @BeforeAll
  protected void start() {
    system = RunningSystem.whole();
    admin = system.attendance().as(system.adminToken());
    staff = system.attendance().as(system.tokenOf("committee"));
    user = system.attendance().as(system.tokenOf("user"));
  }

  @AfterAll
  protected void stop() {
    system.close();
  }

  @BeforeEach
  protected void newEvent() {
    event = "evt-" + UUID.randomUUID();
  }

  protected Answer scan(String ticket, String gate, String direction) {
    return staff.post("/checkins", body(ticket, gate, direction));
  }

  protected JsonObject body(String ticket, String gate, String direction) {
    return new JsonObject()
        .put("event_id", event)
        .put("ticket_id", ticket)
        .put("gate", gate.isEmpty() ? null : gate)
        .put("direction", direction);
  }

  protected void list(String json, int total) {
    assertEquals(total, upload("application/json", json).expect(200).json().getInteger("total"));
  }

  protected Answer upload(String type, String body) {
    return admin.with("Content-Type", type).send("PUT", path("/tickets"), body);
  }

  protected JsonObject stats() {
    return user.get(path("/stats")).expect(200).json();
  }

  protected String path(String rest) {
    return "/attendance/" + event + rest;
  }
}
