package id.tixgo.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import id.tixgo.common.test.Answer;
import id.tixgo.common.test.RunningSystem;
import id.tixgo.common.test.Rush;
import id.tixgo.common.test.ServiceApi;
import id.tixgo.common.test.Wire;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Events and blocks in rooms, as clients see them. */
class RoomScheduleIT {
  private static RunningSystem system;
  private static ServiceApi admin;
  private static ServiceApi guest;

  private Hall hall;
  private String room;

  @BeforeAll
  static void start() {
    system = new RunningSystem(List.of("identity", "event"), Map.of());
    admin = system.event().as(system.adminToken());
    guest = system.event().as(system.tokenOf("user"));
  }

  @AfterAll
  static void stop() {
    system.close();
  }

  @BeforeEach
  void makeARoom() {
    hall = Hall.make(admin);
    room = hall.path();
  }

  @Test
  void anEventShouldTakeItsRoomInTheVenuesTime() {
    Answer made = admin.post("/events", event("19:00", "23:59")).expect(201);
    assertEquals("2026-12-31T11:00:00.000000Z", made.text("start_time"));
    assertEquals("2026-12-31T15:59:00.000000Z", made.text("end_time"));
    assertEquals("Asia/Makassar", made.text("time_zone"));
    assertEquals(hall.venueId(), made.json().getInteger("venue_id"));
    assertEquals(hall.roomId(), made.json().getInteger("room_id"));
    JsonObject slot = schedule().getJsonObject(0);
    assertEquals("event", slot.getString("kind"));
    assertEquals(made.text("id"), slot.getString("event_id"));
    assertEquals(made.text("start_time"), slot.getString("start_time"));
    assertEquals(made.text("end_time"), slot.getString("end_time"));
    assertEquals(1, guest.get("/events?venue_id=" + hall.venueId()).expect(200).array().size());
    assertEquals(0, guest.get("/events?venue_id=999999").expect(200).array().size());
  }

  @Test
  void whatStandsThereShouldBeSaid() {
    String id = admin.post("/events", event("19:00", "21:00")).expect(201).text("id");
    JsonObject block =
        admin.post(room + "/blocks", Hall.times("22:00", "23:00")).expect(201).json();
    Answer refused = admin.post("/events", event("20:00", "22:30"));
    JsonArray taken = refused.expect(409, "SCHEDULE_TAKEN").json().getJsonArray("taken");
    assertEquals(schedule(), taken);
    assertEquals(id, taken.getJsonObject(0).getString("event_id"));
    assertEquals(block, taken.getJsonObject(1));
    admin.post(room + "/blocks", Hall.times("20:59", "21:30")).expect(409, "SCHEDULE_TAKEN");
    admin.post("/events", event("21:00", "22:00")).expect(201);
    assertEquals(3, schedule().size());
  }

  @Test
  void aMoveShouldTakeTheNewPlaceOrChangeNothing() {
    String path = path(admin.post("/events", event("08:00", "10:00")));
    admin.post("/events", event("12:00", "14:00")).expect(201);
    JsonObject before = guest.get(path).json();
    admin.patch(path, Hall.times("11:00", "13:00")).expect(409, "SCHEDULE_TAKEN");
    assertEquals(before, guest.get(path).json());
    admin.patch(path, Hall.times("09:00", "12:00")).expect(200);
    admin.post(room + "/blocks", Hall.times("08:00", "09:00")).expect(201);
    admin.patch(path, new JsonObject().putNull("room_id")).expect(200);
    admin.post(room + "/blocks", Hall.times("09:00", "12:00")).expect(201);
    assertEquals("Asia/Makassar", guest.get(path).text("time_zone"));
  }

  @Test
  void aCancelledOrDeletedEventShouldFreeItsRoom() {
    String path = path(admin.post("/events", event("08:00", "10:00")));
    admin.patch(path, status("cancelled")).expect(200);
    String other = path(admin.post("/events", event("09:00", "11:00")));
    admin.patch(path, status("published")).expect(409, "SCHEDULE_TAKEN");
    admin.delete(other + "?force=true").expect(200);
    admin.patch(path, status("published")).expect(200);
    assertEquals(1, schedule().size());
  }

  @Test
  void aBlockShouldEndWhenItIsDeleted() {
    Answer made =
        admin.post(room + "/blocks", Hall.times("08:00", "10:00").put("reason", "Rehearsal"));
    assertEquals("block", made.expect(201).text("kind"));
    assertEquals("Rehearsal", made.text("reason"));
    assertNull(made.text("event_id"));
    admin.delete(path(made)).expect(204);
    admin.delete(path(made)).expect(404, "NOT_FOUND");
    assertEquals(new JsonArray(), schedule());
    String elsewhere = path(admin.post(room + "/blocks", Hall.times("08:00", "10:00")));
    admin.delete(elsewhere.replace("/rooms/" + hall.roomId(), "/rooms/1")).expect(404, "NOT_FOUND");
    assertEquals(1, schedule().size());
  }

  @Test
  void aKeyShouldMakeOneBlock() {
    ServiceApi keyed = admin.with("Idempotency-Key", "block-" + hall.roomId());
    Answer first = keyed.post(room + "/blocks", Hall.times("08:00", "10:00")).expect(201);
    assertEquals(
        first.json(),
        keyed.post(room + "/blocks", Hall.times("08:00", "10:00")).expect(201).json());
    assertEquals(1, schedule().size());
  }

  @Test
  void scheduleShouldBeReadByTimeAndInPages() {
    for (String hour : List.of("12", "08", "10")) {
      admin.post(room + "/blocks", Hall.times(hour + ":00", hour + ":30")).expect(201);
    }
    Answer page = guest.get(room + "/schedule?from=2026-12-31T08:30:00&limit=1").expect(200);
    assertEquals("2", page.header("X-Total-Count").orElseThrow());
    assertEquals(
        "2026-12-31T02:00:00.000000Z", page.array().getJsonObject(0).getString("start_time"));
    assertEquals(2, guest.get(room + "/schedule?to=2026-12-31T04:00:00Z").array().size());
    guest.get(room + "/schedule?from=yesterday").expect(422, "VALIDATION_ERROR");
    guest.get(room + "/schedule?from=2026-02-30T00:00:00").expect(422, "VALIDATION_ERROR");
    guest.get("/venues/" + hall.venueId() + "/rooms/1/schedule").expect(404, "NOT_FOUND");
  }

  @Test
  void oneOfManyEventsAtOnceShouldTakeTheRoom() {
    String token = system.adminToken();
    List<Rush.Request> wanted =
        IntStream.range(0, 50)
            .mapToObj(i -> Rush.Request.post("/events", event("19:" + (10 + i % 50), "23:00")))
            .toList();
    try (Rush rush = new Rush(system.event().port(), token)) {
      List<Wire.Reply> replies = rush.send(wanted);
      assertEquals(1, replies.stream().filter(reply -> reply.status() == 201).count());
      assertEquals(49, replies.stream().filter(reply -> reply.status() == 409).count());
    }
    assertEquals(1, schedule().size());
    assertEquals(1, guest.get("/events?venue_id=" + hall.venueId()).array().size());
  }

  private JsonArray schedule() {
    return hall.schedule(guest);
  }

  private JsonObject event(String from, String to) {
    return hall.event(from, to);
  }

  private static JsonObject status(String status) {
    return new JsonObject().put("status", status);
  }

  private static String path(Answer made) {
    return made.expect(201).header("Location").orElseThrow();
  }
}
