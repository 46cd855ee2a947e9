package id.tixgo.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.tixgo.common.config.Env;
import id.tixgo.common.test.Eventually;
import id.tixgo.common.test.RunningSystem;
import id.tixgo.common.test.ServiceApi;
import id.tixgo.ticketing.document.TicketSignature;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A device that says a signature was good is believed where nobody can look. */
@Timeout(300)
class UnlistedBatchIT extends Apart {
  private static final String CODE = "7KQ2M9XTBD4HJW3R";
  private static final String OTHER = "0KQ2M9XTBD4HJW3R";

  private final TicketSignature signature =
      TicketSignature.from(new Env(Map.of("JWT_SECRET", RunningSystem.SECRET)));
  private int nonces;

  @Test
  void aSignatureShouldBeVerifiedAgainWhenItIsHandedIn() {
    try (RunningSystem event = event(events);
        RunningSystem ticketing = ticketing();
        RunningSystem attendance = attendance()) {
      onSale(event, ticketing, attendance);
      String good = signature.qrText(CODE, "e1");
      handedIn(attendance, good, "checked_in", null);
      handedIn(attendance, good.replace(CODE, OTHER), "refused", "UNKNOWN_TICKET");
      handedIn(attendance, signature.qrText(OTHER, "e2"), "refused", "UNKNOWN_TICKET");
      handedIn(attendance, OTHER, "refused", "UNKNOWN_TICKET");
      assertEquals(1, scans(attendance, CODE));
      assertEquals(3, scans(attendance, OTHER));
    }
  }

  @Test
  void theDevicesWordShouldCountWhileNobodyHasTheKeys() {
    try (RunningSystem event = event(events);
        RunningSystem attendance = attendance()) {
      try (RunningSystem ticketing = ticketing()) {
        onSale(event, ticketing, attendance);
      }
      handedIn(attendance, OTHER, "checked_in", null);
    }
  }

  private void onSale(RunningSystem event, RunningSystem ticketing, RunningSystem attendance) {
    admin(event, "event").post("/events", made("e1")).expect(201);
    JsonObject type =
        new JsonObject().put("event_id", "e1").put("name", "VIP").put("price", 0).put("quota", 9);
    admin(ticketing, "ticketing").post("/ticket-types", type).expect(201);
    Eventually.await("the list is closed", () -> attendance.feed("ticketing").getLong("seq") > 0);
  }

  /** As a scan that was let in by its signature alone. */
  private void handedIn(RunningSystem attendance, String ticket, String status, String code) {
    JsonObject scan =
        new JsonObject()
            .put("nonce", "n" + nonces++)
            .put("event_id", "e1")
            .put("ticket_id", ticket)
            .put("scanned_at", "2026-01-01T10:00:00Z")
            .put("unlisted", true);
    JsonObject batch =
        new JsonObject().put("device_id", "d1").put("scans", new JsonArray().add(scan));
    JsonObject result =
        admin(attendance, "attendance")
            .post("/checkins/batch", batch)
            .expect(200)
            .json()
            .getJsonArray("results")
            .getJsonObject(0);
    assertEquals(status, result.getString("status"));
    assertEquals(code, result.getString("code"));
  }

  private int scans(RunningSystem attendance, String code) {
    return admin(attendance, "attendance")
        .get("/attendance/e1/scans?ticket_id=" + code)
        .expect(200)
        .array()
        .size();
  }

  private ServiceApi admin(RunningSystem system, String service) {
    return system.service(service).as(identity.adminToken());
  }
}
