package id.tixgo.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tixgo.common.test.Answer;
import id.tixgo.common.test.FreePort;
import id.tixgo.common.test.RawOrigin;
import id.tixgo.common.test.RunningSystem;
import id.tixgo.common.test.ServiceApi;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Events are made, found, changed and deleted; nobody has checked in. */
class EventIT {
  private static final String NOBODY =
      "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 22\r\n\r\n"
          + "{\"total_checked_in\":0}";
  private static RunningSystem system;
  private static RawOrigin attendance;
  private static ServiceApi admin;
  private static ServiceApi staff;

  @BeforeAll
  static void start() {
    String port = FreePort.next();
    system = new RunningSystem(List.of("identity", "event"), Map.of("ATTENDANCE_PORT", port));
    attendance = RawOrigin.listen(system.vertx(), port);
    attendance.says(NOBODY);
    admin = system.event().as(system.adminToken());
    staff = system.event().as(system.tokenOf("committee"));
  }

  @AfterAll
  static void stop() {
    system.close();
  }

  @Test
  void anEventShouldBeMadeReadChangedAndDeleted() {
    Answer made = admin.post("/events", event("Konser")).expect(201);
    String path = made.header("Location").orElseThrow();
    assertEquals("2026-12-31T12:00:00.000000Z", made.text("start_time"));
    assertEquals("/events/" + made.text("id"), path);
    assertEquals(made.json(), staff.get(path).expect(200).json());
    assertEquals("Konser 2", admin.put(path, event("Konser 2")).expect(200).text("title"));
    Answer patched =
        admin.patch(path, new JsonObject().put("capacity", 9).put("location", "GBK")).expect(200);
    assertEquals("Konser 2", patched.text("title"));
    assertEquals(9, patched.json().getInteger("capacity"));
    assertNull(
        admin.patch(path, new JsonObject().putNull("location")).expect(200).text("location"));
    assertEquals("deleted", admin.delete(path).expect(200).text("status"));
    assertEquals("Event not found", staff.get(path).expect(404, "NOT_FOUND").text("detail"));
    admin.delete(path).expect(404, "NOT_FOUND");
  }

  @Test
  void createShouldTakeTheCallersIdOnce() {
    for (String id : List.of("E001", "evt1", "a.b_c-d", "...", "x".repeat(128))) {
      Answer made = admin.post("/events", event("Konser").put("id", id)).expect(201);
      assertEquals(id, made.text("id"));
      assertEquals("/events/" + id, made.header("Location").orElseThrow());
      assertEquals("Konser", staff.get("/events/" + id).expect(200).text("title"));
    }
    admin.post("/events", event("Other").put("id", "E001")).expect(409, "EVENT_EXISTS");
    assertEquals("Konser", staff.get("/events/E001").text("title"));
    admin.delete("/events/E001").expect(200);
    admin.post("/events", event("Other").put("id", "E001")).expect(409, "EVENT_EXISTS");
    admin.patch("/events/evt1", event("Konser").put("id", "evt2")).expect(200);
    staff.get("/events/evt2").expect(404);
  }

  @Test
  void createShouldRefuseAnIdThatIsNone() {
    for (String id : List.of("", ".", "..", "a b", "a/b", "é", "evt1\n", "x".repeat(129))) {
      Answer refused =
          admin.post("/events", event("x").put("id", id)).expect(422, "VALIDATION_ERROR");
      assertTrue(refused.text("detail").startsWith("body.id: must be 1 to 128 letters"), id);
    }
    Answer untitled = admin.post("/events", event("")).expect(422, "VALIDATION_ERROR");
    assertEquals("body.title: must have at least 1 characters", untitled.text("detail"));
    admin.post("/events", event("x").put("id", 1)).expect(422, "VALIDATION_ERROR");
  }

  @Test
  void createShouldMakeOneEventWhenManyWantOneId() {
    List<Integer> statuses =
        IntStream.range(0, 12)
            .mapToObj(i -> CompletableFuture.supplyAsync(() -> make("race", "E" + i)))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .toList();
    assertEquals(1, statuses.stream().filter(s -> s == 201).count());
    assertEquals(11, statuses.stream().filter(s -> s == 409).count());
  }

  @Test
  void aVisitorShouldSeeNoDraftsAndNobodyWhoMadeAnEvent() {
    ServiceApi visitor = system.event().as(system.tokenOf("user"));
    String shown = create("Terbuka");
    String draft = "/events/" + admin.post("/events", draft()).expect(201).text("id");
    for (String path : List.of(draft, draft + "/attendance", draft + "/summary")) {
      visitor.get(path).expect(404, "NOT_FOUND");
    }
    assertEquals("draft", staff.get(draft).expect(200).text("status"));
    assertEquals(0, visitor.get("/events?q=Rahasia").expect(200).array().size());
    assertEquals(1, staff.get("/events?q=Rahasia").expect(200).array().size());
    JsonObject listed = visitor.get("/events?q=Terbuka").array().getJsonObject(0);
    assertEquals(visitor.get(shown).expect(200).json(), listed);
    assertNull(listed.getString("created_by"));
    assertNotNull(staff.get(shown).expect(200).text("created_by"));
  }

  private static JsonObject draft() {
    return event("Rahasia").put("status", "draft");
  }

  @Test
  void statusShouldBePublishedUntilItIsSet() {
    Answer made = admin.post("/events", event("Rencana").put("status", "draft")).expect(201);
    String path = "/events/" + made.text("id");
    assertEquals("draft", made.text("status"));
    assertEquals("published", staff.get(create("Terbit")).text("status"));
    admin.patch(path, new JsonObject().put("status", "cancelled")).expect(200);
    assertEquals("cancelled", admin.put(path, event("Batal")).expect(200).text("status"));
    assertEquals(
        "published",
        admin.put(path, event("Jadi").put("status", "published")).expect(200).text("status"));
    admin.patch(path, new JsonObject().put("status", "deleted")).expect(422, "VALIDATION_ERROR");
    admin.patch(path, new JsonObject().putNull("status")).expect(422, "VALIDATION_ERROR");
  }

  @Test
  void deleteShouldChangeNothingWhenAttendanceCanNotBeAsked() {
    try (RunningSystem alone = new RunningSystem(List.of("identity", "event"), Map.of())) {
      ServiceApi owner = alone.event().as(alone.adminToken());
      String path = "/events/" + owner.post("/events", event("x")).expect(201).text("id");
      owner.delete(path).expect(502, "UPSTREAM_UNREACHABLE");
      owner.get(path).expect(200);
      owner.delete(path + "?force=true").expect(200);
    }
  }

  @Test
  void onlyAdminsShouldChangeEvents() {
    String path = create("Milik admin");
    staff.post("/events", event("x")).expect(403, "FORBIDDEN");
    staff.put(path, event("x")).expect(403, "FORBIDDEN");
    staff.patch(path, event("x")).expect(403, "FORBIDDEN");
    staff.delete(path).expect(403, "FORBIDDEN");
    system.event().get("/events").expect(401, "UNAUTHORIZED");
  }

  @Test
  void ifMatchShouldGuardAgainstALostUpdate() {
    String path = create("Guarded");
    String tag = staff.get(path).expect(200).header("ETag").orElseThrow();
    staff.with("If-None-Match", tag).get(path).expect(304);
    admin.with("If-Match", tag).put(path, event("First")).expect(200);
    admin.with("If-Match", tag).put(path, event("Second")).expect(412, "PRECONDITION_FAILED");
    admin.with("If-Match", tag).delete(path).expect(412, "PRECONDITION_FAILED");
    assertEquals("First", staff.get(path).text("title"));
    admin.with("If-Match", "*").delete(path).expect(200);
  }

  @Test
  void badEventsShouldBeRefused() {
    JsonObject backwards = event("x").put("end_time", "2026-12-31T18:59:59+07:00");
    admin.post("/events", backwards).expect(422, "VALIDATION_ERROR");
    admin.post("/events", event("")).expect(422, "VALIDATION_ERROR");
    admin.post("/events", event("x").put("capacity", 0)).expect(422, "VALIDATION_ERROR");
    admin
        .post("/events", event("x").put("start_time", "2026-12-31"))
        .expect(422, "VALIDATION_ERROR");
    admin.post("/events", new JsonObject().put("title", "x")).expect(422, "VALIDATION_ERROR");
    admin.patch(create("y"), new JsonObject()).expect(422, "VALIDATION_ERROR");
    admin.patch(create("y"), new JsonObject().putNull("title")).expect(422, "VALIDATION_ERROR");
    admin.patch(create("y"), new JsonObject().put("end_time", "2000-01-01T00:00:00Z")).expect(422);
  }

  @Test
  void listShouldFindByTextAndTime() {
    create("Needle 100% pure");
    assertEquals(1, staff.get("/events?q=needle%20100%25").expect(200).array().size());
    assertEquals(
        0, staff.get("/events?q=needle&to=2026-01-01T00:00:00Z").expect(200).array().size());
    assertEquals(1, staff.get("/events?q=needle&from=2026-12-31T19:00:00%2B07:00").array().size());
    staff.get("/events?from=yesterday").expect(422, "VALIDATION_ERROR");
    Answer page = staff.get("/events?limit=1").expect(200);
    assertEquals(1, page.array().size());
    assertTrue(page.header("X-Total-Count").isPresent());
  }

  @Test
  void whatIsNotThereShouldBeNotFoundBeforeAttendanceIsAsked() {
    for (String part : List.of("", "/attendance", "/summary")) {
      staff.get("/events/nothing" + part).expect(404, "NOT_FOUND");
    }
    staff
        .post("/events/nothing/checkins", new JsonObject().put("ticket_id", "T"))
        .expect(404, "NOT_FOUND");
    assertFalse(attendance.heard().contains("nothing"));
  }

  private static int make(String id, String title) {
    return admin.post("/events", event(title).put("id", id)).status();
  }

  private static String create(String title) {
    return admin.post("/events", event(title)).expect(201).header("Location").orElseThrow();
  }

  private static JsonObject event(String title) {
    return new JsonObject().put("title", title).put("start_time", "2026-12-31T19:00:00+07:00");
  }
}
