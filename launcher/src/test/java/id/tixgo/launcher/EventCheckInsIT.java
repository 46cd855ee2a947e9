package id.tixgo.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.tixgo.common.test.Answer;
import id.tixgo.common.test.RunningSystem;
import id.tixgo.common.test.ServiceApi;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Event with the doors of its events, as the world sees both: through Attendance's gateway. */
class EventCheckInsIT {
  private static RunningSystem system;
  private static ServiceApi admin;
  private static ServiceApi staff;

  @BeforeAll
  static void start() {
    system = RunningSystem.whole();
    admin = system.attendance().as(system.adminToken());
    staff = system.attendance().as(system.tokenOf("committee"));
  }

  @AfterAll
  static void stop() {
    system.close();
  }

  @Test
  void deleteShouldSpareAnEventWithCheckInsUnlessForced() {
    String path = create("Ramai");
    staff.post(path + "/checkins", new JsonObject().put("ticket_id", "T1")).expect(201);
    Answer refused = admin.delete(path).expect(409, "IN_USE");
    assertEquals(1, refused.json().getInteger("checkins"));
    admin.delete(path + "?force=false").expect(409, "IN_USE");
    staff.get(path).expect(200);
    admin.delete(path + "?force=true").expect(200);
    staff.get(path).expect(404);
  }

  @Test
  void checkInsShouldGoThroughEventAndComeBackInItsSummary() {
    String path = create("Pintu");
    String id = path.substring("/events/".length());
    for (int i = 1; i <= 600; i++) {
      staff.post(path + "/checkins", new JsonObject().put("ticket_id", "T" + i)).expect(201);
    }
    JsonObject again = new JsonObject().put("ticket_id", "T1");
    Answer refused = staff.post(path + "/checkins", again).expect(409, "ALREADY_CHECKED_IN");
    assertEquals("T1", refused.json().getJsonObject("record").getString("ticket_id"));
    JsonObject summary = staff.get(path + "/summary").expect(200).json();
    assertEquals("Pintu", summary.getJsonObject("event").getString("title"));
    JsonObject attendance = summary.getJsonObject("attendance");
    assertEquals(600, attendance.getInteger("total_checked_in"));
    assertEquals(attendance, staff.get("/attendance/" + id).expect(200).json());
    assertEquals(attendance, staff.get(path + "/attendance").expect(200).json());
    assertEquals(2, staff.get(path + "/attendance?limit=2").json().getJsonArray("records").size());
    JsonObject brief = staff.get(path + "/summary?records=false").expect(200).json();
    assertEquals(
        Map.of("event_id", id, "total_checked_in", 600),
        brief.getJsonObject("attendance").getMap());
  }

  private static String create(String title) {
    JsonObject event =
        new JsonObject().put("title", title).put("start_time", "2026-12-31T19:00:00+07:00");
    return admin.post("/events", event).expect(201).header("Location").orElseThrow();
  }
}
