package id.tixgo.attendance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.tixgo.common.test.RunningSystem;
import id.tixgo.common.test.ServiceApi;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Doors for made events alone: {@code UNKNOWN_EVENTS=refuse}. */
class UnknownEventIT {
  @Test
  void checkInShouldBeRefusedUntilTheEventIsMade() {
    try (RunningSystem system =
        new RunningSystem(
            List.of("identity", "event", "attendance"), Map.of("UNKNOWN_EVENTS", "refuse"))) {
      ServiceApi admin = system.attendance().as(system.adminToken());
      JsonObject scan = new JsonObject().put("event_id", "E001").put("ticket_id", "T001");
      admin.post("/checkins", scan).expect(404, "UNKNOWN_EVENT");
      admin.post("/checkins", scan.copy().put("direction", "out")).expect(404, "UNKNOWN_EVENT");
      assertEquals(
          "UNKNOWN_EVENT", admin.post("/checkins?dry_run=true", scan).expect(200).text("code"));
      JsonObject event =
          new JsonObject()
              .put("id", "E001")
              .put("title", "Tech Conference 2026")
              .put("start_time", "2026-01-08T09:00:00+07:00");
      admin.post("/events", event).expect(201);
      system.catchUp();
      admin.post("/checkins", scan).expect(201);
      assertEquals(
          2, admin.get("/attendance/E001/scans?code=UNKNOWN_EVENT").expect(200).array().size());
    }
  }
}
