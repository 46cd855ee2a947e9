package id.tixgo.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import id.tixgo.common.test.Answer;
import id.tixgo.common.test.EventDoor;
import id.tixgo.common.test.ServiceApi;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code POST /checkins} that comes again under its {@code Idempotency-Key}. */
class CheckInKeyIT extends EventDoor {
  private ServiceApi retrying;

  @BeforeEach
  void newKey() {
    admin
        .post(
            "/events",
            new JsonObject()
                .put("id", event)
                .put("title", "Konser")
                .put("start_time", "2026-12-31T19:00:00+07:00"))
        .expect(201);
    retrying = staff.with("Idempotency-Key", "k-" + UUID.randomUUID());
  }

  @Test
  void aCheckInShouldBeMadeOnceAndSayWhenItIsSentAgain() {
    expectOnce(() -> retrying.post("/checkins", body("T1", "A", "in")));
    assertEquals(1, stats().getInteger("seq"));
    scan("T2", "A", "in").expect(201);
    assertFalse(isReplay(scan("T2", "A", "in").expect(409)));
  }

  @Test
  void aCheckInThroughEventShouldSayWhenItIsSentAgain() {
    JsonObject body = new JsonObject().put("ticket_id", "T1");
    expectOnce(() -> retrying.post("/events/" + event + "/checkins", body));
    JsonObject same = new JsonObject().put("event_id", event).put("ticket_id", "T1");
    assertEquals(true, isReplay(retrying.post("/checkins", same).expect(201)));
  }

  @Test
  void aCheckInThroughPortalShouldSayWhenItIsSentAgain() {
    JsonObject body = new JsonObject().put("event_id", event).put("ticket_id", "T1");
    ServiceApi portal = portal();
    expectOnce(() -> portal.post("/api/checkins", body));
    assertEquals(true, isReplay(portal.post("/gateway/attendance/checkins", body).expect(201)));
    JsonObject ticket = new JsonObject().put("ticket_id", "T2");
    String path = "/gateway/attendance/events/" + event + "/checkins";
    ServiceApi gateway = portal();
    expectOnce(() -> gateway.post(path, ticket));
  }

  @Test
  void aRefusalShouldComeAgainWithItsRecordThoughThatIsUndone() {
    scan("T1", "A", "in").expect(201);
    JsonObject again = body("T1", "B", "in");
    Answer first = retrying.post("/checkins", again).expect(409, "ALREADY_CHECKED_IN");
    assertFalse(isReplay(first));
    undo("T1");
    expectSame(first, retrying.post("/checkins", again));
    scan("T1", "C", "in").expect(201);
    expectSame(first, retrying.post("/checkins", again));
  }

  @Test
  void anAdmissionShouldComeAgainThoughItIsUndone() {
    Answer first = retrying.post("/checkins", body("T1", "A", "in")).expect(201);
    undo("T1");
    Answer second = retrying.post("/checkins", body("T1", "A", "in")).expect(201);
    assertEquals(first.body(), second.body());
    assertEquals(0, stats().getInteger("total_checked_in"));
  }

  @Test
  void aCheckInShouldNotTakeTheKeyOfAnotherCall() {
    JsonObject group = new JsonObject().put("event_id", event).put("ticket_ids", List.of("T1"));
    retrying.post("/checkins/group", group).expect(201);
    retrying.post("/checkins", body("T2", "A", "in")).expect(422, "KEY_REUSED");
    retrying.post("/checkins", body("T1", "", "in")).expect(422, "KEY_REUSED");
    assertEquals(1, stats().getInteger("seq"));
  }

  @Test
  void noOtherCallShouldTakeTheKeyOfACheckIn() {
    list("[\"T1\",\"T2\"]", 2);
    ServiceApi all = admin.with("Idempotency-Key", "k-" + UUID.randomUUID());
    all.post("/checkins", body("T1", "A", "in")).expect(201);
    JsonObject group = new JsonObject().put("event_id", event).put("ticket_ids", List.of("T2"));
    all.post("/checkins/group", group).expect(422, "KEY_REUSED");
    JsonObject reason = new JsonObject().put("reason", "stolen");
    all.post(path("/tickets/T2/revoke"), reason).expect(422, "KEY_REUSED");
    all.with("Content-Type", "application/json")
        .send("POST", path("/tickets"), "[\"T3\"]")
        .expect(422, "KEY_REUSED");
    assertEquals(1, stats().getInteger("seq"));
    assertEquals(2, stats().getInteger("total_registered"));
  }

  private ServiceApi portal() {
    return system
        .portal()
        .as(system.tokenOf("committee"))
        .with("Idempotency-Key", "k-" + UUID.randomUUID());
  }

  private void undo(String ticket) {
    admin
        .with("Content-Type", "application/json")
        .send("DELETE", "/checkins/" + event + "/" + ticket, "{\"reason\":\"wrong person\"}")
        .expect(200);
  }

  private static void expectOnce(Supplier<Answer> request) {
    Answer first = request.get().expect(201);
    assertFalse(isReplay(first));
    Answer second = request.get().expect(201);
    assertEquals(first.body(), second.body());
    assertEquals("true", second.header("Idempotency-Replayed").orElse(""));
  }

  /** But for the number of the request. */
  private static void expectSame(Answer first, Answer second) {
    second.expect(first.status());
    JsonObject told = first.json();
    told.remove("request_id");
    JsonObject again = second.json();
    again.remove("request_id");
    assertEquals(told, again);
    assertEquals("true", second.header("Idempotency-Replayed").orElse(""));
  }

  private static boolean isReplay(Answer answer) {
    return answer.header("Idempotency-Replayed").isPresent();
  }
}
