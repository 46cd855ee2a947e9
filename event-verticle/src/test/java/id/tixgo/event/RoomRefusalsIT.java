package id.tixgo.event;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.tixgo.common.test.Answer;
import id.tixgo.common.test.RunningSystem;
import id.tixgo.common.test.ServiceApi;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What can't be in a room, and what can't be done to one that is in use. */
class RoomRefusalsIT {
  private static RunningSystem system;
  private static ServiceApi admin;

  private Hall hall;

  @BeforeAll
  static void start() {
    system = new RunningSystem(List.of("identity", "event"), Map.of());
    admin = system.event().as(system.adminToken());
  }

  @AfterAll
  static void stop() {
    system.close();
  }

  @BeforeEach
  void makeARoom() {
    hall = Hall.make(admin);
  }

  @Test
  void anEventThatCanNotBeInARoomShouldBeRefused() {
    refused(hall.event("19:00", "21:00").put("capacity", 301), "body.capacity");
    refused(hall.event("19:00", "19:00"), "body.end_time");
    refused(hall.event("19:00", "21:00").putNull("end_time"), "body.end_time");
    refused(hall.event("19:00", "21:00").putNull("venue_id"), "body.room_id");
    refused(hall.event("19:00", "21:00").put("venue_id", 999_999), "body.venue_id");
    refused(hall.event("19:00", "21:00").put("room_id", 1), "body.room_id");
    refused(hall.event("19:00", "21:00").put("time_zone", "Mars/Olympus"), "body.time_zone");
    refused(hall.event("19:00", "21:00").put("image_url", "javascript:alert(1)"), "body.image_url");
    refused(hall.event("19:00", "25:00"), "body.end_time");
    assertEquals(new JsonArray(), hall.schedule(admin));
  }

  @Test
  void aBlockThatIsNoneShouldBeRefused() {
    admin
        .post(hall.path() + "/blocks", Hall.times("10:00", "10:00"))
        .expect(422, "VALIDATION_ERROR");
    admin
        .post(hall.path() + "/blocks", Hall.times("10:00", "09:00"))
        .expect(422, "VALIDATION_ERROR");
    admin.post(hall.path() + "/blocks", new JsonObject()).expect(422, "VALIDATION_ERROR");
    admin.post("/venues/1/rooms/1/blocks", Hall.times("10:00", "11:00")).expect(404, "NOT_FOUND");
  }

  @Test
  void aPlaceInUseShouldStay() {
    JsonObject event = hall.event("19:00", "21:00").put("capacity", 300);
    String path = "/events/" + admin.post("/events", event).expect(201).text("id");
    Answer refused = admin.delete(hall.path()).expect(409, "IN_USE");
    assertEquals(hall.schedule(admin), refused.json().getJsonArray("taken"));
    admin.delete("/venues/" + hall.venueId()).expect(409, "IN_USE");
    JsonObject smaller = new JsonObject().put("name", "Hall").put("capacity", 299);
    JsonArray larger =
        admin.put(hall.path(), smaller).expect(409, "IN_USE").json().getJsonArray("events");
    assertEquals("/events/" + larger.getString(0), path);
    admin.delete(path + "?force=true").expect(200);
    admin.delete("/venues/" + hall.venueId()).expect(204);
  }

  private static void refused(JsonObject event, String where) {
    Answer refused = admin.post("/events", event).expect(422, "VALIDATION_ERROR");
    JsonObject first = refused.json().getJsonArray("errors").getJsonObject(0);
    assertEquals(where, first.getString("loc"));
  }
}
