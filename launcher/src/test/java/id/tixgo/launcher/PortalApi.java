package id.tixgo.launcher;

import id.tixgo.common.test.RunningSystem;
import id.tixgo.common.test.ServiceApi;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Portal's API with the real services behind it, and an event of its own. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class PortalApi {
  RunningSystem system;
  ServiceApi admin;
  ServiceApi staff;
  String staffName;

  String event;

  @BeforeAll
  void start() {
    system = RunningSystem.whole();
    admin = system.attendance().as(system.adminToken());
    staffName = system.newUser("committee");
    staff = system.portal().as(system.logIn(staffName, "secret-1"));
  }

  @AfterAll
  void stop() {
    system.close();
  }

  @BeforeEach
  void makeEvent() {
    event = makeEvent("Tech Conference 2026");
  }

  String makeEvent(String title) {
    JsonObject body =
        new JsonObject().put("title", title).put("start_time", "2026-01-08T09:00:00Z");
    return admin.post("/events", body).expect(201).text("id");
  }

  static JsonObject scan(String eventId, String ticketId) {
    return new JsonObject().put("event_id", eventId).put("ticket_id", ticketId);
  }

  void list(int tickets) {
    JsonArray ids = new JsonArray();
    IntStream.rangeClosed(1, tickets).forEach(i -> ids.add("T" + i));
    admin
        .with("Content-Type", "application/json")
        .send("PUT", "/attendance/" + event + "/tickets", ids.encode())
        .expect(200);
  }
}
