package id.tixgo.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.tixgo.common.test.Answer;
import id.tixgo.common.test.RunningSystem;
import id.tixgo.common.test.ServiceApi;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rooms, from Gateway to the door. */
class RoomStoryIT {
  private static RunningSystem system;
  private static ServiceApi admin;

  @BeforeAll
  static void start() {
    system = RunningSystem.whole();
    admin = system.gateway().as(system.adminToken());
  }

  @AfterAll
  static void stop() {
    system.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/api/v1"})
  void venuesShouldBeReachedThroughGateway(String version) {
    String venue = path(admin.post(version + "/venues", named("Sabuga")));
    String room = path(admin.post(venue + "/rooms", hall(300)));
    assertEquals(version + "/venues/", venue.replaceFirst("\\d+$", ""));
    admin.get(room + "/schedule").expect(200);
    JsonObject block =
        new JsonObject()
            .put("start_time", "2026-12-31T08:00:00")
            .put("end_time", "2026-12-31T10:00:00");
    admin.delete(path(admin.post(room + "/blocks", block))).expect(204);
    system.gateway().get(venue).expect(401, "UNAUTHORIZED");
  }

  @Test
  void theDoorShouldLetInAsManyAsTheRoomHolds() {
    JsonObject venue = admin.post("/venues", named("Sabuga")).expect(201).json();
    String rooms = "/venues/" + venue.getInteger("id") + "/rooms";
    JsonObject room = admin.post(rooms, hall(2)).expect(201).json();
    JsonObject event =
        new JsonObject()
            .put("title", "Konser")
            .put("start_time", "2026-12-31T19:00:00")
            .put("end_time", "2026-12-31T21:00:00")
            .put("venue_id", venue.getInteger("id"))
            .put("room_id", room.getInteger("id"));
    String id = admin.post("/events", event).expect(201).text("id");
    assertEquals(2, doorLimit(id));
    admin.put(rooms + "/" + room.getInteger("id"), hall(3)).expect(200);
    assertEquals(3, doorLimit(id));
  }

  private static int doorLimit(String eventId) {
    system.catchUp();
    JsonObject rules = admin.get("/attendance/" + eventId + "/rules").expect(200).json();
    return rules.getInteger("effective_capacity");
  }

  private static JsonObject named(String name) {
    return new JsonObject().put("name", name);
  }

  private static JsonObject hall(int capacity) {
    return named("Hall").put("capacity", capacity);
  }

  private static String path(Answer made) {
    return made.expect(201).header("Location").orElseThrow();
  }
}
