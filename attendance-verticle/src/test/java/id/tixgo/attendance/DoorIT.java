package id.tixgo.attendance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tixgo.common.test.Answer;
import id.tixgo.common.test.EventDoor;
import id.tixgo.common.test.ServiceApi;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the door holds to: rules, ways in and out, keys, undo, groups. */
class DoorIT extends EventDoor {
  @Test
  void aTicketShouldGoOutAndInWhereReentryIsAllowed() {
    scan("T1", "A", "out").expect(409, "NOT_INSIDE");
    scan("T1", "A", "in").expect(201);
    assertEquals("checked_out", scan("T1", "A", "out").expect(201).text("status"));
    scan("T1", "A", "out").expect(409, "ALREADY_OUTSIDE");
    scan("T1", "A", "in").expect(409, "ALREADY_CHECKED_IN");
    rules(new JsonObject().put("reentry", true));
    scan("T1", "A", "in").expect(201);
    JsonObject stats = stats();
    assertEquals(1, stats.getInteger("inside"));
    assertEquals(1, stats.getInteger("total_checked_in"));
    assertEquals(
        List.of("refusal", "check_in", "check_out", "refusal", "refusal", "check_in"), kinds());
  }

  @Test
  void capacityShouldHoldHoweverManyDoorsAskAtOnce() {
    rules(new JsonObject().put("capacity", 10));
    List<Integer> statuses =
        IntStream.range(0, 40)
            .mapToObj(i -> CompletableFuture.supplyAsync(() -> scan("T" + i, "A", "in").status()))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .toList();
    assertEquals(10, statuses.stream().filter(s -> s == 201).count());
    assertEquals(30, statuses.stream().filter(s -> s == 409).count());
    assertEquals(10, stats().getInteger("inside"));
    assertEquals(30, stats().getJsonObject("refused").getInteger("EVENT_FULL"));
  }

  @Test
  void closedDoorsShouldRefuse() {
    rules(new JsonObject().put("opens_at", "2099-01-01T00:00:00Z"));
    scan("T1", "", "in").expect(409, "DOORS_CLOSED");
    rules(new JsonObject().put("closes_at", "2001-01-01T00:00:00Z"));
    scan("T1", "", "in").expect(409, "DOORS_CLOSED");
    admin
        .put(
            path("/rules"),
            new JsonObject()
                .put("opens_at", "2030-01-02T00:00:00Z")
                .put("closes_at", "2030-01-01T00:00:00Z"))
        .expect(422, "VALIDATION_ERROR");
    assertTrue(user.get(path("/rules")).expect(200).body().contains("2001"));
  }

  @Test
  void aDryRunShouldSayWhatWouldHappenAndChangeNothing() {
    JsonObject body = body("T1", "A", "in");
    assertEquals(
        "checked_in", staff.post("/checkins?dry_run=true", body).expect(200).text("status"));
    scan("T1", "A", "in").expect(201);
    Answer again = staff.post("/checkins?dry_run=true", body).expect(200);
    assertEquals("ALREADY_CHECKED_IN", again.text("code"));
    assertEquals(List.of("check_in"), kinds());
  }

  @Test
  void theSameKeyShouldGiveTheFirstAnswerAgain() {
    ServiceApi retrying = staff.with("Idempotency-Key", "k-1");
    Answer first = retrying.post("/checkins", body("T1", "A", "in")).expect(201);
    Answer second = retrying.post("/checkins", body("T1", "A", "in")).expect(201);
    assertEquals(first.json(), second.json());
    retrying.post("/checkins", body("T2", "A", "in")).expect(422, "KEY_REUSED");
    staff.with("Idempotency-Key", "k-2").post("/checkins", body("T1", "A", "in")).expect(409);
    assertEquals(List.of("check_in", "refusal"), kinds());
    staff
        .with("Idempotency-Key", "x".repeat(200))
        .post("/checkins", body("T9", "", "in"))
        .expect(422);
  }

  @Test
  void anUndoneTicketShouldEnterAgainAndStayInTheHistory() {
    scan("T1", "A", "in").expect(201);
    String path = "/checkins/" + event + "/T1";
    JsonObject reason = new JsonObject().put("reason", "wrong person");
    undo(staff, path, reason).expect(403);
    undo(admin, path, reason).expect(200);
    undo(admin, path, reason).expect(404);
    assertEquals(0, staff.get("/attendance/" + event).json().getInteger("total_checked_in"));
    assertEquals(new JsonObject(), stats().getJsonObject("per_gate"));
    scan("T1", "B", "in").expect(201);
    assertEquals(1, staff.get("/attendance/" + event).json().getJsonArray("records").size());
    assertEquals(3, staff.get(path("/scans?ticket_id=T1")).expect(200).array().size());
  }

  @Test
  void aGroupShouldEnterTogetherOrNotAtAll() {
    scan("T2", "A", "in").expect(201);
    Answer refused = group("T1", "T2").expect(409, "GROUP_REFUSED");
    assertEquals(2, refused.json().getJsonArray("results").size());
    JsonArray kept = staff.get(path("/scans?code=ALREADY_CHECKED_IN")).expect(200).array();
    assertEquals("T2", kept.getJsonObject(0).getString("ticket_id"));
    assertEquals(1, kept.size());
    assertEquals(1, stats().getJsonObject("refused").getInteger("ALREADY_CHECKED_IN"));
    assertEquals(2, group("T1", "T3").expect(201).json().getJsonArray("records").size());
    group("T4", "T4").expect(422, "VALIDATION_ERROR");
    assertEquals(3, stats().getInteger("inside"));
  }

  private Answer group(String... tickets) {
    return staff.post(
        "/checkins/group",
        new JsonObject().put("event_id", event).put("ticket_ids", new JsonArray(List.of(tickets))));
  }

  private static Answer undo(ServiceApi caller, String path, JsonObject reason) {
    return caller.with("Content-Type", "application/json").send("DELETE", path, reason.encode());
  }

  private void rules(JsonObject rules) {
    admin.put(path("/rules"), rules).expect(200);
  }

  private List<String> kinds() {
    return staff.get(path("/changes")).expect(200).array().stream()
        .map(change -> ((JsonObject) change).getString("kind"))
        .toList();
  }
}
