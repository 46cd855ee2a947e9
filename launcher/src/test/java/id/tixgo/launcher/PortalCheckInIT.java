package id.tixgo.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tixgo.common.test.Answer;
import id.tixgo.common.test.ServiceApi;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Check-ins through Portal's API: who makes them, what they answer, whose they are. */
class PortalCheckInIT extends PortalApi {
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
    ServiceApi retrying = staff.with("Idempotency-Key", UUID.randomUUID().toString());
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
    ServiceApi user = system.portal().as(system.tokenOf("user"));
    user.post("/api/checkins", scan(event, "T1")).expect(403, "FORBIDDEN");
    user.get("/api/attendance/" + event).expect(200);
    assertEquals(0, user.get("/api/checkins").expect(200).json().getJsonArray("checkins").size());
  }

  @Test
  void whatICheckedInShouldHaveItsEventsName() {
    ServiceApi mine = system.portal().as(system.tokenOf("committee"));
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
    admin.delete("/events/" + other + "?force=true").expect(200);
    one = mine.get("/api/checkins?event_id=" + other).expect(200).json().getJsonArray("checkins");
    assertNull(one.getJsonObject(0).getString("event_name"));
  }

  private static String named(JsonObject checkIn) {
    return checkIn.getString("ticket_id") + " " + checkIn.getString("event_name");
  }

  @Test
  void myCheckInsShouldComeInPages() {
    ServiceApi mine = system.portal().as(system.tokenOf("committee"));
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
}
