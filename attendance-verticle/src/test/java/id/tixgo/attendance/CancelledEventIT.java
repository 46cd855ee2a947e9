package id.tixgo.attendance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import id.tixgo.common.test.Answer;
import id.tixgo.common.test.EventDoor;
import id.tixgo.common.test.ServiceApi;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What Attendance makes of what Event tells: cancelled and deleted events, capacity. */
class CancelledEventIT extends EventDoor {
  @Test
  void checkInShouldBeRefusedAndKeptWhenTheEventIsCancelled() {
    make(new JsonObject());
    scan("T1", "A", "in").expect(201);
    set(new JsonObject().put("status", "cancelled"));
    scan("T2", "A", "in").expect(409, "EVENT_CANCELLED");
    JsonArray kept = staff.get(path("/scans?code=EVENT_CANCELLED")).expect(200).array();
    assertEquals("T2", kept.getJsonObject(0).getString("ticket_id"));
    assertEquals(1, stats().getJsonObject("refused").getInteger("EVENT_CANCELLED"));
    assertEquals(1, stats().getInteger("total_checked_in"));
  }

  @Test
  void checkInShouldBeAllowedAgainWhenTheEventTakesPlaceAfterAll() {
    make(new JsonObject().put("status", "cancelled"));
    scan("T1", "A", "in").expect(409, "EVENT_CANCELLED");
    set(new JsonObject().put("status", "published"));
    scan("T1", "A", "in").expect(201);
  }

  @Test
  void everyWayInShouldBeRefusedWhenTheEventIsDeleted() {
    make(new JsonObject());
    admin.delete("/events/" + event).expect(200);
    system.catchUp();
    scan("T1", "A", "in").expect(409, "EVENT_CANCELLED");
    Answer tried = staff.post("/checkins?dry_run=true", body("T1", "A", "in")).expect(200);
    assertEquals("EVENT_CANCELLED", tried.text("code"));
    JsonObject group = new JsonObject().put("event_id", event).put("ticket_ids", List.of("T2"));
    Answer refused = staff.post("/checkins/group", group).expect(409, "GROUP_REFUSED");
    assertEquals(
        "EVENT_CANCELLED",
        refused.json().getJsonArray("results").getJsonObject(0).getString("code"));
    JsonObject late = batch("T3");
    assertEquals("refused", late.getString("status"));
    assertEquals("EVENT_CANCELLED", late.getString("code"));
    assertEquals(3, stats().getJsonObject("refused").getInteger("EVENT_CANCELLED"));
  }

  @Test
  void whoeverIsInsideShouldLeaveWhenTheEventIsCancelled() {
    make(new JsonObject());
    scan("T1", "A", "in").expect(201);
    set(new JsonObject().put("status", "cancelled"));
    scan("T1", "A", "out").expect(201);
    scan("T1", "A", "out").expect(409, "EVENT_CANCELLED");
  }

  @Test
  void aKeyShouldStandForItsFirstAnswerWhenTheEventWasCancelledMeanwhile() {
    make(new JsonObject());
    ServiceApi retrying = staff.with("Idempotency-Key", "k-" + event);
    Answer first = retrying.post("/checkins", body("T1", "A", "in")).expect(201);
    set(new JsonObject().put("status", "cancelled"));
    assertEquals(
        first.json(), retrying.post("/checkins", body("T1", "A", "in")).expect(201).json());
  }

  @Test
  void capacityShouldBeTheEventsUnlessRulesSayAnother() {
    make(new JsonObject().put("capacity", 1));
    JsonObject rules = user.get(path("/rules")).expect(200).json();
    assertNull(rules.getInteger("capacity"));
    assertEquals(1, rules.getInteger("effective_capacity"));
    assertEquals("event", rules.getString("capacity_from"));
    scan("T1", "A", "in").expect(201);
    scan("T2", "A", "in").expect(409, "EVENT_FULL");
    admin.put(path("/rules"), new JsonObject().put("capacity", 2)).expect(200);
    assertEquals("rules", user.get(path("/rules")).text("capacity_from"));
    scan("T2", "A", "in").expect(201);
    scan("T3", "A", "in").expect(409, "EVENT_FULL");
    admin.put(path("/rules"), new JsonObject()).expect(200);
    set(new JsonObject().put("capacity", 3));
    scan("T3", "A", "in").expect(201);
    set(new JsonObject().putNull("capacity"));
    scan("T4", "A", "in").expect(201);
    assertNull(user.get(path("/rules")).text("capacity_from"));
  }

  @Test
  void anEventThatNobodyMadeShouldHaveADoorUnlessThatIsRefused() {
    scan("T1", "A", "in").expect(201);
    assertNull(user.get(path("/rules")).json().getInteger("effective_capacity"));
  }

  private JsonObject batch(String ticket) {
    JsonObject scan =
        new JsonObject()
            .put("nonce", "n-" + event)
            .put("event_id", event)
            .put("ticket_id", ticket)
            .put("scanned_at", "2026-01-01T12:00:00Z");
    JsonObject batch = new JsonObject().put("device_id", "hp-7").put("scans", List.of(scan));
    return staff
        .post("/checkins/batch", batch)
        .expect(200)
        .json()
        .getJsonArray("results")
        .getJsonObject(0);
  }

  private void make(JsonObject more) {
    JsonObject made =
        new JsonObject()
            .put("id", event)
            .put("title", "Konser")
            .put("start_time", "2026-12-31T19:00:00+07:00")
            .mergeIn(more);
    admin.post("/events", made).expect(201);
    system.catchUp();
  }

  private void set(JsonObject change) {
    admin.patch("/events/" + event, change).expect(200);
    system.catchUp();
  }
}
