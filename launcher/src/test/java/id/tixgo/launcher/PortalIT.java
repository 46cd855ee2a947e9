package id.tixgo.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Portal's API, with the real services behind it. */
class PortalIT {
  private static RunningSystem system;
  private static Api admin;
  private static Api staff;
  private static String staffName;
  private String event;

  @BeforeAll
  static void start() {
    system = RunningSystem.whole();
    admin = system.attendance().as(system.adminToken());
    staffName = system.newUser("committee");
    staff = system.portal().as(system.logIn(staffName, "secret-1"));
  }

  @AfterAll
  static void stop() {
    system.close();
  }

  @BeforeEach
  void makeEvent() {
    event = makeEvent("Tech Conference 2026");
  }

  private static String makeEvent(String title) {
    JsonObject body =
        new JsonObject().put("title", title).put("start_time", "2026-01-08T09:00:00Z");
    return admin.post("/events", body).expect(201).text("id");
  }

  private static JsonObject scan(String eventId, String ticketId) {
    return new JsonObject().put("event_id", eventId).put("ticket_id", ticketId);
  }

  private void list(int tickets) {
    JsonArray ids = new JsonArray();
    IntStream.rangeClosed(1, tickets).forEach(i -> ids.add("T" + i));
    admin
        .with("Content-Type", "application/json")
        .send("PUT", "/attendance/" + event + "/tickets", ids.encode())
        .expect(200);
  }

  @Test
  void someoneNewShouldRegisterLogInAndBeKnown() {
    String name = "siti" + UUID.randomUUID().toString().substring(0, 8);
    JsonObject body = new JsonObject().put("username", name).put("password", "secret-1");
    system.portal().post("/api/auth/register", body).expect(201);
    Answer taken = system.portal().post("/api/auth/register", body).expect(400);
    assertEquals("User " + name + " sudah terdaftar", taken.text("detail"));
    String token = system.portal().post("/api/auth/login", body).expect(200).text("access_token");
    assertEquals(name, system.portal().as(token).get("/api/auth/me").expect(200).text("username"));
    body.put("password", "wrong-1");
    Answer wrong = system.portal().post("/api/auth/login", body).expect(401);
    assertEquals("Invalid username/password", wrong.text("detail"));
  }

  @Test
  void aBadTokenShouldBeRefusedInTheWordsOfTheContract() {
    Api bad = system.portal().as("nonsense");
    for (Answer answer :
        List.of(
            bad.get("/api/auth/me"),
            bad.get("/api/attendance/" + event),
            bad.get("/api/checkins"),
            bad.post("/api/checkins", scan(event, "T1")),
            bad.post("/api/qr", new JsonObject().put("text", "x")))) {
      answer.expect(401, "UNAUTHORIZED");
      assertEquals("Invalid or expired token", answer.text("detail"));
    }
  }

  @Test
  void aCheckInShouldBeTheCallersAndHappenOnce() {
    JsonObject body = scan(event, "T1").put("gate", "Gate A").put("user_id", "someone");
    Answer first = staff.post("/api/checkins", body).expect(201);
    assertEquals(
        Set.of("checkin_id", "event_id", "ticket_id", "user_id", "checkin_time", "status"),
        first.json().fieldNames());
    assertEquals(staffName, first.text("user_id"));
    assertEquals("success", first.text("status"));
    Answer second = staff.post("/api/checkins", body).expect(400, "ALREADY_CHECKED_IN");
    assertEquals("Invalid ticket or already checked in", second.text("detail"));
    assertEquals("Gate A", second.json().getJsonObject("record").getString("gate"));
  }

  @Test
  void theSameKeyShouldGetTheSameAnswer() {
    Api retrying = staff.with("Idempotency-Key", UUID.randomUUID().toString());
    String first = retrying.post("/api/checkins", scan(event, "T1")).expect(201).body();
    assertEquals(first, retrying.post("/api/checkins", scan(event, "T1")).expect(201).body());
    retrying.post("/api/checkins", scan(event, "T2")).expect(422, "KEY_REUSED");
  }

  @Test
  void aTicketShouldLeaveWhereThatIsAskedFor() {
    JsonObject rules = new JsonObject().put("reentry", true);
    admin.put("/attendance/" + event + "/rules", rules).expect(200);
    staff.post("/api/checkins", scan(event, "T1")).expect(201);
    staff.post("/api/checkins", scan(event, "T1").put("direction", "out")).expect(201);
    staff.post("/api/checkins", scan(event, "T1").put("direction", "out")).expect(400);
  }

  @Test
  void anUnknownEventOrTicketShouldBeSaidSo() {
    list(2);
    for (String unknown : List.of("nowhere", "..", ".", "a/b", "%2e", "?", "x#y")) {
      Answer answer = staff.post("/api/checkins", scan(unknown, "T1")).expect(404, "NOT_FOUND");
      assertEquals("Event or ticket not found", answer.text("detail"));
    }
    Answer ticket = staff.post("/api/checkins", scan(event, "T3")).expect(404, "UNKNOWN_TICKET");
    assertEquals("Event or ticket not found", ticket.text("detail"));
    Answer shown = staff.get("/api/attendance/nowhere").expect(404, "NOT_FOUND");
    assertEquals("Event not found", shown.text("detail"));
  }

  @Test
  void onlyStaffShouldCheckIn() {
    Api user = system.portal().as(system.tokenOf("user"));
    user.post("/api/checkins", scan(event, "T1")).expect(403, "FORBIDDEN");
    user.get("/api/attendance/" + event).expect(200);
    assertEquals(0, user.get("/api/checkins").expect(200).json().getJsonArray("checkins").size());
  }

  @Test
  void badRequestsShouldEachHaveTheirAnswer() {
    staff.post("/api/checkins", new JsonObject()).expect(422, "VALIDATION_ERROR");
    staff.post("/api/checkins", scan(event, "")).expect(422, "VALIDATION_ERROR");
    Api json = staff.with("Content-Type", "application/json");
    json.send("POST", "/api/checkins", "{").expect(400, "MALFORMED_JSON");
    staff.get("/api/checkins?cursor=x").expect(422, "VALIDATION_ERROR");
    staff.get("/api/checkins?limit=0").expect(422, "VALIDATION_ERROR");
    staff.get("/api/checkins?event_id=").expect(422, "VALIDATION_ERROR");
  }

  @Test
  void attendanceShouldBeInTheShapeOfTheContract() {
    list(3);
    staff.post("/api/checkins", scan(event, "T1").put("gate", "Gate A")).expect(201);
    staff.post("/api/checkins", scan(event, "T2")).expect(201);
    JsonObject shown = staff.get("/api/attendance/" + event).expect(200).json();
    JsonArray checkIns = shown.getJsonArray("checkins");
    assertEquals(event, shown.getString("event_id"));
    assertEquals("Tech Conference 2026", shown.getString("event_name"));
    assertEquals(3, shown.getInteger("total_registered"));
    assertEquals(2, shown.getInteger("total_checked_in"));
    assertEquals(67, shown.getInteger("checkin_percentage"));
    assertEquals("Gate A", checkIns.getJsonObject(0).getString("location"));
    assertEquals(staffName, checkIns.getJsonObject(0).getString("user_id"));
    assertNull(checkIns.getJsonObject(1).getString("location"));
  }

  @Test
  void anEventThatNobodyEnteredShouldHaveNoCheckIns() {
    JsonObject shown = staff.get("/api/attendance/" + event).expect(200).json();
    assertEquals(0, shown.getInteger("total_registered"));
    assertEquals(0, shown.getInteger("checkin_percentage"));
    assertTrue(shown.getJsonArray("checkins").isEmpty());
  }

  @Test
  void manyCheckInsShouldAllBeThereOnce() {
    IntStream.rangeClosed(1, 6).forEach(this::enterHundred);
    JsonObject shown = staff.get("/api/attendance/" + event).expect(200).json();
    Set<String> tickets = new HashSet<>();
    shown.getJsonArray("checkins").stream()
        .map(JsonObject.class::cast)
        .forEach(checkIn -> assertTrue(tickets.add(checkIn.getString("ticket_id"))));
    assertEquals(600, tickets.size());
    assertEquals(600, shown.getInteger("total_checked_in"));
  }

  private void enterHundred(int hundred) {
    JsonArray tickets = new JsonArray();
    IntStream.range(0, 100).forEach(i -> tickets.add("T" + hundred + "-" + i));
    JsonObject group = new JsonObject().put("event_id", event).put("ticket_ids", tickets);
    admin.post("/checkins/group", group).expect(201);
  }

  @Test
  void whatICheckedInShouldHaveItsEventsName() {
    Api mine = system.portal().as(system.tokenOf("committee"));
    String other = makeEvent("Konser Akbar");
    mine.post("/api/checkins", scan(event, "T1")).expect(201);
    mine.post("/api/checkins", scan(other, "T2")).expect(201);
    JsonArray all = mine.get("/api/checkins").expect(200).json().getJsonArray("checkins");
    assertEquals(
        Set.of("T1 Tech Conference 2026", "T2 Konser Akbar"),
        Set.of(named(all.getJsonObject(0)), named(all.getJsonObject(1))));
    JsonArray one =
        mine.get("/api/checkins?event_id=" + other).expect(200).json().getJsonArray("checkins");
    assertEquals(1, one.size());
    assertEquals("T2 Konser Akbar", named(one.getJsonObject(0)));
    admin.delete("/events/" + other).expect(200);
    one = mine.get("/api/checkins?event_id=" + other).expect(200).json().getJsonArray("checkins");
    assertNull(one.getJsonObject(0).getString("event_name"));
  }

  private static String named(JsonObject checkIn) {
    return checkIn.getString("ticket_id") + " " + checkIn.getString("event_name");
  }

  @Test
  void myCheckInsShouldComeInPages() {
    Api mine = system.portal().as(system.tokenOf("committee"));
    for (String ticket : List.of("T1", "T2", "T3")) {
      mine.post("/api/checkins", scan(event, ticket)).expect(201);
    }
    Answer first = mine.get("/api/checkins?limit=2&event_id=" + event).expect(200);
    assertEquals("3", first.header("X-Total-Count").orElse(""));
    String next = first.header("Link").orElseThrow().replaceFirst("<([^>]+)>.*", "$1");
    assertTrue(next.startsWith("/api/checkins?"), next);
    Answer second = mine.get(next).expect(200);
    assertEquals(1, second.json().getJsonArray("checkins").size());
    assertTrue(second.header("Link").isEmpty());
  }

  @Test
  void aQrCodeShouldBeAPicture() {
    Api someone = system.portal().as(system.tokenOf("user"));
    Answer picture = someone.post("/api/qr", new JsonObject().put("text", "TKT-001")).expect(200);
    assertEquals("image/svg+xml", picture.header("Content-Type").orElse(""));
    assertEquals("no-store", picture.header("Cache-Control").orElse(""));
    assertTrue(picture.body().startsWith("<svg "), picture::body);
    assertFalse(picture.body().contains("TKT-001"));
    for (String bad : List.of("", "x".repeat(501), "é".repeat(251))) {
      someone.post("/api/qr", new JsonObject().put("text", bad)).expect(422, "VALIDATION_ERROR");
    }
    someone.post("/api/qr", new JsonObject().put("text", "é".repeat(250))).expect(200);
    someone.get("/api/qr?text=x").expect(405, "METHOD_NOT_ALLOWED");
  }
}
