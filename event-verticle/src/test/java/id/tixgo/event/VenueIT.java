package id.tixgo.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tixgo.common.test.Answer;
import id.tixgo.common.test.RunningSystem;
import id.tixgo.common.test.ServiceApi;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Venues and their rooms, as clients see them. */
class VenueIT {
  private static RunningSystem system;
  private static ServiceApi admin;
  private static ServiceApi guest;

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

  @Test
  void aVenueShouldBeMadeReadChangedAndDeleted() {
    Answer made = admin.post("/venues", venue("Sabuga").put("address", "Bandung")).expect(201);
    String path = made.header("Location").orElseThrow();
    assertEquals("/venues/" + made.json().getInteger("id"), path);
    assertEquals("Asia/Jakarta", made.text("time_zone"));
    assertEquals(new JsonArray(), made.json().getJsonArray("rooms"));
    Answer read = guest.get(path).expect(200);
    assertEquals(made.json(), read.json());
    assertEquals(made.header("ETag"), read.header("ETag"));
    assertEquals(9, admin.patch(path, capacity(9)).expect(200).json().getInteger("capacity"));
    Answer replaced = admin.put(path, venue("Sabuga 2").put("time_zone", "Asia/Makassar"));
    assertEquals("Asia/Makassar", replaced.expect(200).text("time_zone"));
    assertNull(replaced.json().getInteger("capacity"));
    assertEquals("", admin.delete(path).expect(204).body());
    assertEquals("Venue not found", guest.get(path).expect(404, "NOT_FOUND").text("detail"));
    admin.delete(path).expect(404, "NOT_FOUND");
  }

  @Test
  void aRoomShouldBeMadeReadChangedAndDeleted() {
    String venue = path(admin.post("/venues", venue("Rooms")));
    int first = Integer.parseInt(venue.substring("/venues/".length())) * 100 + 1;
    Answer made = admin.post(venue + "/rooms", room("Hall", 300)).expect(201);
    assertEquals(venue + "/rooms/" + first, path(made));
    assertEquals(room("Hall", 300).put("id", first), made.json());
    assertEquals(made.header("ETag"), guest.get(path(made)).expect(200).header("ETag"));
    Answer changed = admin.put(path(made), room("Great hall", 400)).expect(200);
    assertEquals(new JsonArray().add(changed.json()), rooms(venue));
    admin.put(venue + "/rooms/1", room("x", 1)).expect(404, "NOT_FOUND");
    admin.delete(path(made)).expect(204);
    assertEquals(new JsonArray(), rooms(venue));
    Answer next = admin.post(venue + "/rooms", room("Attic", 20)).expect(201);
    assertEquals(first + 1, next.json().getInteger("id"));
  }

  @Test
  void ifMatchShouldGuardAgainstALostUpdate() {
    String venue = path(admin.post("/venues", venue("Guarded")));
    String tag = guest.get(venue).header("ETag").orElseThrow();
    guest.with("If-None-Match", tag).get(venue).expect(304);
    String room = path(admin.post(venue + "/rooms", room("Hall", 1)));
    assertNotEquals(tag, guest.get(venue).header("ETag").orElseThrow());
    admin.with("If-Match", tag).put(venue, venue("x")).expect(412, "PRECONDITION_FAILED");
    admin.with("If-Match", tag).patch(venue, venue("x")).expect(412, "PRECONDITION_FAILED");
    admin.with("If-Match", tag).delete(venue).expect(412, "PRECONDITION_FAILED");
    admin.with("If-Match", "\"x\"").put(room, room("x", 1)).expect(412, "PRECONDITION_FAILED");
    admin.with("If-Match", "\"x\"").delete(room).expect(412, "PRECONDITION_FAILED");
    assertEquals("Guarded", guest.get(venue).text("name"));
    admin.with("If-Match", guest.get(room).header("ETag").orElseThrow()).delete(room).expect(204);
    admin.with("If-Match", "*").delete(venue).expect(204);
  }

  @Test
  void listShouldComeInPagesAndFindByText() {
    for (int i = 0; i < 3; i++) {
      admin.post("/venues", venue("Paged " + i).put("address", "Jalan José")).expect(201);
    }
    Answer page = guest.get("/venues?q=paged&limit=2").expect(200);
    assertEquals("3", page.header("X-Total-Count").orElseThrow());
    assertTrue(page.header("Link").orElseThrow().contains("cursor=2"));
    assertEquals(
        "Paged 2",
        guest.get("/venues?q=PAGED&cursor=2").array().getJsonObject(0).getString("name"));
    assertEquals(3, guest.get("/venues?q=jalan%20jose").expect(200).array().size());
    guest.get("/venues?cursor=x").expect(422, "VALIDATION_ERROR");
  }

  @Test
  void aKeyShouldMakeOneVenueAndOneRoom() {
    ServiceApi keyed = admin.with("Idempotency-Key", "venue-1");
    Answer first = keyed.post("/venues", venue("Keyed")).expect(201);
    Answer again = keyed.post("/venues", venue("Keyed")).expect(201);
    assertEquals(first.json(), again.json());
    assertEquals("true", again.header("Idempotency-Replayed").orElseThrow());
    keyed.post("/venues", venue("Other")).expect(422, "KEY_REUSED");
    ServiceApi other = admin.with("Idempotency-Key", "room-1");
    String rooms = path(first) + "/rooms";
    assertEquals(
        path(other.post(rooms, room("Hall", 1))), path(other.post(rooms, room("Hall", 1))));
    assertEquals(1, rooms(path(first)).size());
  }

  @Test
  void onlyAdminsShouldChangeVenues() {
    String venue = path(admin.post("/venues", venue("Admins")));
    String room = path(admin.post(venue + "/rooms", room("Hall", 1)));
    ServiceApi staff = system.event().as(system.tokenOf("committee"));
    for (ServiceApi other : List.of(guest, staff)) {
      other.post("/venues", venue("x")).expect(403, "FORBIDDEN");
      other.put(venue, venue("x")).expect(403, "FORBIDDEN");
      other.patch(venue, venue("x")).expect(403, "FORBIDDEN");
      other.delete(venue).expect(403, "FORBIDDEN");
      other.post(venue + "/rooms", room("x", 1)).expect(403, "FORBIDDEN");
      other.put(room, room("x", 1)).expect(403, "FORBIDDEN");
      other.delete(room).expect(403, "FORBIDDEN");
      other.post(room + "/blocks", new JsonObject()).expect(403, "FORBIDDEN");
      other.delete(room + "/blocks/x").expect(403, "FORBIDDEN");
      other.get(room + "/schedule").expect(200);
    }
    system.event().get("/venues").expect(401, "UNAUTHORIZED");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"name\":\"\"}",
        "{\"name\":1}",
        "{\"name\":\"x\",\"time_zone\":\"Mars/Olympus\"}",
        "{\"name\":\"x\",\"time_zone\":\"+07:00\"}",
        "{\"name\":\"x\",\"time_zone\":null}",
        "{\"name\":\"x\",\"capacity\":0}",
        "{\"name\":\"x\",\"capacity\":2147483648}"
      })
  void aVenueThatIsNoneShouldBeRefused(String body) {
    admin.post("/venues", new JsonObject(body)).expect(422, "VALIDATION_ERROR");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "x", "1.5", "2147483648", "99999999999999999999", "%20"})
  void aNumberThatIsNoneShouldBeRefused(String id) {
    guest.get("/venues/" + id).expect(422, "VALIDATION_ERROR");
    guest.get("/venues/1/rooms/" + id).expect(422, "VALIDATION_ERROR");
  }

  private static JsonObject venue(String name) {
    return new JsonObject().put("name", name);
  }

  private static JsonObject room(String name, int capacity) {
    return venue(name).put("capacity", capacity);
  }

  private static JsonObject capacity(int people) {
    return new JsonObject().put("capacity", people);
  }

  private static JsonArray rooms(String venue) {
    return guest.get(venue).expect(200).json().getJsonArray("rooms");
  }

  private static String path(Answer made) {
    return made.expect(201).header("Location").orElseThrow();
  }
}
