package id.tixgo.attendance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tixgo.common.test.Answer;
import id.tixgo.common.test.RunningSystem;
import id.tixgo.common.test.ServiceApi;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class AttendanceIT {
  private static RunningSystem system;
  private static ServiceApi staff;

  @BeforeAll
  static void start() {
    system = RunningSystem.whole();
    staff = system.attendance().as(system.tokenOf("committee"));
  }

  @AfterAll
  static void stop() {
    system.close();
  }

  @Test
  void aTicketShouldEnterOnceAndTheSecondSeeWhoLetItIn() {
    JsonObject scan = scan("evt1", "TKT-001").put("gate", "A").put("device_id", "d1");
    JsonObject record = staff.post("/checkins", scan).expect(201).json().getJsonObject("record");
    assertEquals("A", record.getString("gate"));
    assertEquals("in", record.getString("direction"));
    assertTrue(
        record.getString("checked_in_at").matches("\\d{4}-\\d\\d-\\d\\dT[\\d:]{8}\\.\\d{6}Z"));
    Answer again =
        system
            .attendance()
            .as(system.tokenOf("admin"))
            .post("/checkins", scan)
            .expect(409, "ALREADY_CHECKED_IN");
    assertEquals("Ticket sudah pernah check-in", again.text("detail"));
    assertEquals(record, again.json().getJsonObject("record"));
  }

  @Test
  void checkInShouldTakeStaffAlone() {
    system.attendance().post("/checkins", scan("e", "t")).expect(401, "UNAUTHORIZED");
    ServiceApi visitor = system.attendance().as(system.tokenOf("user"));
    visitor.post("/checkins", scan("e", "t")).expect(403, "FORBIDDEN");
  }

  @Test
  void checkInShouldNameWhatIsWrong() {
    Answer answer =
        staff
            .post("/checkins", new JsonObject().put("event_id", 7))
            .expect(422, "VALIDATION_ERROR");
    List<String> places =
        answer.json().getJsonArray("errors").stream()
            .map(e -> ((JsonObject) e).getString("loc"))
            .sorted()
            .toList();
    assertEquals(List.of("body.event_id", "body.ticket_id"), places);
    staff.post("/checkins", scan("e", "x".repeat(129))).expect(422, "VALIDATION_ERROR");
    staff.post("/checkins", scan("e", "a\nb")).expect(422, "VALIDATION_ERROR");
    staff.post("/checkins", scan("e", "t").put("direction", "up")).expect(422, "VALIDATION_ERROR");
  }

  @Test
  void attendanceShouldBeWholeOrPagedAndConditional() {
    IntStream.rangeClosed(1, 5)
        .forEach(i -> staff.post("/checkins", scan("paged", "T" + i)).expect(201));
    Answer whole = staff.get("/attendance/paged").expect(200);
    assertEquals(5, whole.json().getInteger("total_checked_in"));
    assertEquals(List.of("T1", "T2", "T3", "T4", "T5"), tickets(whole));
    Answer page = staff.get("/attendance/paged?limit=2").expect(200);
    assertEquals(List.of("T1", "T2"), tickets(page));
    assertEquals(
        "</attendance/paged?limit=2&cursor=2>; rel=\"next\"", page.header("Link").orElse(""));
    assertEquals(List.of("T3", "T4"), tickets(staff.get("/attendance/paged?limit=2&cursor=2")));
    Answer last = staff.get("/attendance/paged?limit=2&cursor=4&up_to=5").expect(200);
    assertEquals(List.of("T5"), tickets(last));
    assertTrue(last.header("Link").isEmpty());
    String tag = whole.header("ETag").orElseThrow();
    staff.with("If-None-Match", tag).get("/attendance/paged").expect(304);
    staff.post("/checkins", scan("paged", "T6")).expect(201);
    staff.with("If-None-Match", tag).get("/attendance/paged").expect(200);
    assertFalse(
        staff.get("/attendance/paged?records=false").expect(200).json().containsKey("records"));
  }

  @Test
  void attendanceOfAMomentShouldHaveTheTotalOfThen() {
    IntStream.rangeClosed(1, 3)
        .forEach(i -> staff.post("/checkins", scan("then", "T" + i)).expect(201));
    system
        .attendance()
        .as(system.adminToken())
        .with("Content-Type", "application/json")
        .send("DELETE", "/checkins/then/T2", "{\"reason\":\"wrong person\"}")
        .expect(200);
    staff.post("/checkins", scan("then", "T4")).expect(201);
    ServiceApi user = system.attendance().as(system.tokenOf("user"));
    for (int moment = 0; moment <= 6; moment++) {
      Answer then = staff.get("/attendance/then?up_to=" + moment).expect(200);
      int expected = List.of(0, 1, 2, 3, 2, 3, 3).get(moment);
      assertEquals(expected, tickets(then).size());
      assertEquals(expected, then.json().getInteger("total_checked_in"));
      assertEquals("" + expected, then.header("X-Total-Count").orElse(""));
      String page = "/attendance/then?limit=1&up_to=" + moment;
      assertEquals(expected, staff.get(page).json().getInteger("total_checked_in"));
      assertEquals(expected, user.get(page).json().getInteger("total_checked_in"));
    }
  }

  @Test
  void attendanceOfNobodyShouldBeEmpty() {
    Answer answer = staff.get("/attendance/nobody%2Fwas%20h%C3%A9re").expect(200);
    assertEquals("nobody/was hére", answer.text("event_id"));
    assertEquals(new JsonArray(), answer.json().getJsonArray("records"));
  }

  @Test
  void checkInsShouldBeOnesOwnUnlessAnAdminAsks() {
    String name = system.newUser("committee");
    ServiceApi one = system.attendance().as(system.logIn(name, "secret-1"));
    one.post("/checkins", scan("own1", "T1")).expect(201);
    one.post("/checkins", scan("own2", "T2")).expect(201);
    staff.post("/checkins", scan("own1", "T3")).expect(201);
    Answer own = one.get("/checkins?event_id=own1").expect(200);
    assertEquals(name, own.text("user_id"));
    assertEquals(1, own.json().getJsonArray("checkins").size());
    assertEquals("2", one.get("/checkins?limit=1").expect(200).header("X-Total-Count").orElse(""));
    staff.get("/checkins?user=" + name).expect(403, "FORBIDDEN");
    Answer asked = system.attendance().as(system.adminToken()).get("/checkins?user=" + name);
    assertEquals(2, asked.expect(200).json().getJsonArray("checkins").size());
    String capitals = name.toUpperCase(Locale.ROOT);
    assertEquals("2", one.get("/checkins?user=" + capitals).header("X-Total-Count").orElse(""));
    ServiceApi admin = system.attendance().as(system.adminToken());
    assertEquals("2", admin.get("/checkins?user=" + capitals).header("X-Total-Count").orElse(""));
    assertEquals(1, admin.get("/attendance/own1/scans?staff=" + capitals).array().size());
    assertNull(asked.json().getJsonArray("checkins").getJsonObject(0).getString("gate"));
  }

  /** An account's number is written in one way; digits that are none are nobody. */
  @Test
  void aNumberWithZerosBeforeItShouldBeNobodys() {
    ServiceApi admin = system.attendance().as(system.adminToken());
    admin.post("/checkins", scan("own3", "T1")).expect(201);
    assertEquals("0", admin.get("/checkins?user=01").header("X-Total-Count").orElse(""));
    assertNotEquals("0", admin.get("/checkins?user=1").header("X-Total-Count").orElse("0"));
  }

  private static List<String> tickets(Answer answer) {
    return answer.json().getJsonArray("records").stream()
        .map(record -> ((JsonObject) record).getString("ticket_id"))
        .toList();
  }

  private static JsonObject scan(String event, String ticket) {
    return new JsonObject().put("event_id", event).put("ticket_id", ticket);
  }
}
