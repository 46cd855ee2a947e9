package id.tixgo.attendance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tixgo.common.test.Answer;
import id.tixgo.common.test.RunningSystem;
import id.tixgo.common.test.ServiceApi;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What devices hand in that were offline. */
class BatchIT {
  private static RunningSystem system;
  private static ServiceApi admin;
  private static ServiceApi staff;

  private String event;

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

  @BeforeEach
  void newEvent() {
    event = "evt-" + UUID.randomUUID();
  }

  @Test
  void theEarliestScanShouldBeTheCheckInWhoeverHandsInFirst() {
    assertEquals(List.of("checked_in"), statuses(batch("late", scan("n1", "T1", 30))));
    Answer earlier = batch("early", scan("n1", "T1", 10)).expect(200);
    assertEquals(List.of("conflict"), statuses(earlier));
    JsonArray records = attendance().getJsonArray("records");
    assertEquals("early", records.getJsonObject(0).getString("device_id"));
    assertEquals(1, records.size());
    assertEquals(List.of("conflict"), statuses(batch("third", scan("n1", "T1", 20))));
    assertEquals(2, staff.get(path("/conflicts?status=open")).expect(200).array().size());
    assertEquals(1, stats().getInteger("inside"));
  }

  @Test
  void theSameBatchAgainShouldGetTheSameAnswerAndChangeNothing() {
    JsonObject[] scans = {scan("n1", "T1", 1), scan("n2", "T2", 2), scan("n3", "T1", 3)};
    Answer first = batch("d1", scans);
    JsonObject before = stats();
    assertEquals(List.of("checked_in", "checked_in", "already_checked_in"), statuses(first));
    assertEquals(first.json(), batch("d1", scans).json());
    assertEquals(before, stats());
  }

  @Test
  void aConflictShouldBeResolvedWithANote() {
    batch("d1", scan("n1", "T1", 1));
    batch("d2", scan("n1", "T1", 2));
    JsonObject open = staff.get(path("/conflicts")).expect(200).array().getJsonObject(0);
    assertEquals(1.0, open.getDouble("seconds_between"));
    String resolve = path("/conflicts/" + open.getString("id") + "/resolve");
    JsonObject note = new JsonObject().put("note", "asked to leave");
    assertEquals("resolved", staff.post(resolve, note).expect(200).text("status"));
    assertEquals(0, staff.get(path("/conflicts?status=open")).array().size());
    staff.post(path("/conflicts/999/resolve"), note).expect(404);
    assertTrue(staff.get(path("/changes")).body().contains("conflict_resolved"));
  }

  @Test
  void aLateScanShouldHoldToTheListAndItsTimeBeSetRight() {
    admin.with("Content-Type", "application/json").send("PUT", path("/tickets"), "[\"T1\"]");
    String future = Instant.now().plusSeconds(3600).toString();
    Answer answer = batch("d1", scan("n1", "T1", 0).put("scanned_at", future), scan("n2", "T9", 1));
    assertEquals(List.of("checked_in", "refused"), statuses(answer));
    JsonObject record = answer.json().getJsonArray("results").getJsonObject(0);
    String at = record.getJsonObject("record").getString("checked_in_at");
    assertTrue(at.compareTo(future) < 0, at);
  }

  @Test
  void whoWasTurnedAwayByTheDeviceShouldBeKeptAndNotEnter() {
    JsonObject refused = scan("n1", "T1", 5).put("code", "WRONG_GATE");
    Answer answer = batch("d1", refused, scan("n2", "T1", 9));
    assertEquals(List.of("refused", "checked_in"), statuses(answer));
    assertEquals(
        "WRONG_GATE", answer.json().getJsonArray("results").getJsonObject(0).getString("code"));
    assertEquals(answer.json(), batch("d1", refused, scan("n2", "T1", 9)).json());
    assertEquals(1, stats().getInteger("total_checked_in"));
    assertEquals(new JsonObject().put("WRONG_GATE", 1), stats().getJsonObject("refused"));
    assertEquals(
        List.of("invalid"), statuses(batch("d1", scan("n3", "T1", 1).put("code", "RAIN"))));
  }

  /** The device gave up on a request, decided for itself, and handed that in; then it arrives. */
  @Test
  void aRequestThatItsDeviceDecidedMeanwhileShouldHaveThatOutcome() {
    batch("d1", scan("n1", "T1", 5).put("code", "WRONG_GATE"), scan("n2", "T2", 5));
    JsonObject online = new JsonObject().put("event_id", event).put("device_id", "d1");
    JsonObject first = online.copy().put("ticket_id", "T1").put("gate", "A");
    staff.with("Idempotency-Key", "n1").post("/checkins", first).expect(409, "WRONG_GATE");
    JsonObject second = online.copy().put("ticket_id", "T2").put("gate", "A");
    staff.with("Idempotency-Key", "n2").post("/checkins", second).expect(201);
    assertEquals(1, stats().getInteger("total_checked_in"));
  }

  @Test
  void whoWasTurnedAwayBeforeTheDoorsShouldKeepTheTimeAndAPassageCountOnArrival() {
    String opens = Instant.parse("2026-01-01T11:00:00Z").toString();
    admin.put(path("/rules"), new JsonObject().put("opens_at", opens)).expect(200);
    batch("d1", scan("n1", "T1", 0).put("code", "DOORS_CLOSED"), scan("n2", "T2", 0));
    JsonArray scans = staff.get(path("/scans")).expect(200).array();
    assertEquals("2026-01-01T10:00:00.000000Z", scans.getJsonObject(0).getString("at"));
    JsonObject passed = scans.getJsonObject(1);
    assertEquals("arrival", passed.getString("time_flag"));
    assertEquals("2026-01-01T10:00:00.000000Z", passed.getString("device_time"));
    assertEquals(passed.getString("synced_at"), passed.getString("at"));
  }

  /** A door without a list can't know who is good: its staff decides, and it says so. */
  @Test
  void whoWasTurnedAwayUncheckedShouldNotEnter() {
    JsonObject result = batch("d1", scan("n1", "T1", 0).put("code", "UNCHECKED")).json();
    assertEquals("UNCHECKED", result.getJsonArray("results").getJsonObject(0).getString("code"));
    assertEquals(0, stats().getInteger("total_checked_in"));
    assertEquals(1, stats().getJsonObject("refused").getInteger("UNCHECKED"));
    JsonObject online = new JsonObject().put("event_id", event).put("ticket_id", "T1");
    staff.post("/checkins", online).expect(201);
  }

  @Test
  void aYearThatCantBeStoredShouldBeRefusedAndHarmNobody() {
    String at = "-999999999-01-01T00:00:00+18:00";
    assertEquals(
        List.of("invalid"), statuses(batch("d1", scan("n1", "T1", 0).put("scanned_at", at))));
    assertEquals(List.of("checked_in"), statuses(batch("d1", scan("n1", "T1", 0))));
  }

  @Test
  void aScanBeforeDoorsThatOpenTomorrowShouldNotBeOfTomorrow() {
    String tomorrow = Instant.now().plusSeconds(86_400).toString();
    admin.put(path("/rules"), new JsonObject().put("opens_at", tomorrow)).expect(200);
    batch("d1", scan("n1", "T1", 0)).expect(200);
    JsonObject record = attendance().getJsonArray("records").getJsonObject(0);
    String at = record.getString("checked_in_at");
    assertTrue(at.compareTo(Instant.now().plusSeconds(1).toString()) < 0, at);
  }

  @Test
  void aGateMayBeNoLongerThanAtTheDoor() {
    JsonObject scan = scan("n1", "T1", 0).put("gate", "g".repeat(65));
    assertEquals(List.of("invalid"), statuses(batch("d1", scan)));
  }

  @Test
  void oneBadScanShouldBeToldAndKeepNoOtherBack() {
    JsonObject wrongType = scan("n2", "T2", 1).put("ticket_id", 7);
    JsonArray scans =
        new JsonArray()
            .add(scan("n1", "T1", 0))
            .add(wrongType)
            .add("a text")
            .addNull()
            .add(scan("n3", "T3", 2));
    Answer answer = envelope(new JsonObject().put("device_id", "d1").put("scans", scans));
    assertEquals(
        List.of("checked_in", "invalid", "invalid", "invalid", "checked_in"), statuses(answer));
    JsonObject bad = answer.json().getJsonArray("results").getJsonObject(1);
    assertEquals("n2", bad.getString("nonce"));
    JsonObject error = bad.getJsonArray("errors").getJsonObject(0);
    assertEquals("body.scans[1].ticket_id", error.getString("loc"));
    assertEquals("must be a text", error.getString("msg"));
    assertEquals(2, stats().getInteger("total_checked_in"));
  }

  @Test
  void aWrongEnvelopeShouldBeRefused() {
    for (Object scans : Arrays.asList(null, "T1", 5, new JsonObject())) {
      envelope(new JsonObject().put("device_id", "d1").put("scans", scans))
          .expect(422, "VALIDATION_ERROR");
    }
    JsonObject empty = new JsonObject().put("scans", new JsonArray());
    envelope(empty).expect(422, "VALIDATION_ERROR");
    envelope(empty.copy().put("device_id", 5)).expect(422, "VALIDATION_ERROR");
    envelope(empty.copy().put("device_id", "d1").put("sent_at", "now")).expect(422);
    envelope(empty.copy().put("device_id", "d1").put("sent_at", 5)).expect(422);
  }

  @Test
  void aClockThatIsWrongShouldBeCorrectedAndFlaggedEverywhere() {
    Instant now = Instant.now();
    Instant wrong = Instant.parse("1970-01-01T00:10:00Z");
    JsonObject scan = scan("n1", "T1", 0).put("scanned_at", wrong.minusSeconds(60).toString());
    JsonObject batch =
        new JsonObject()
            .put("device_id", "d1")
            .put("sent_at", wrong.toString())
            .put("scans", new JsonArray().add(scan));
    JsonObject record =
        envelope(batch)
            .expect(200)
            .json()
            .getJsonArray("results")
            .getJsonObject(0)
            .getJsonObject("record");
    Instant at = Instant.parse(record.getString("checked_in_at"));
    assertTrue(Duration.between(now.minusSeconds(60), at).abs().toSeconds() < 30, at.toString());
    JsonObject change = staff.get(path("/changes")).expect(200).array().getJsonObject(0);
    JsonObject told = staff.get(path("/scans")).expect(200).array().getJsonObject(0);
    JsonObject kept = attendance().getJsonArray("records").getJsonObject(0);
    for (JsonObject seen : List.of(record, change, told, kept)) {
      assertEquals("corrected", seen.getString("time_flag"), seen.encode());
      assertEquals("1970-01-01T00:09:00.000000Z", seen.getString("device_time"));
    }
  }

  /** Without sent_at nobody knows how wrong a clock is: it doesn't win each merge. */
  @Test
  void aClockThatStandsAt1970ShouldNotBeTheFirstOfAll() {
    batch("d1", scan("n1", "T1", 0));
    JsonObject old = scan("n1", "T1", 0).put("scanned_at", "1970-01-01T00:00:05Z");
    assertEquals(List.of("conflict"), statuses(batch("d2", old)));
    JsonObject record = attendance().getJsonArray("records").getJsonObject(0);
    assertEquals("d1", record.getString("device_id"));
    JsonObject late = staff.get(path("/scans")).expect(200).array().getJsonObject(1);
    assertEquals("arrival", late.getString("time_flag"));
  }

  @Test
  void aScanAtTheDoorAndOneOfflineShouldBeAConflict() {
    JsonObject live =
        new JsonObject().put("event_id", event).put("ticket_id", "T1").put("device_id", "door");
    staff.post("/checkins", live).expect(201);
    assertEquals(List.of("conflict"), statuses(batch("d1", scan("n1", "T1", 5))));
    assertEquals(
        "d1", attendance().getJsonArray("records").getJsonObject(0).getString("device_id"));
    staff.post("/checkins", live).expect(409, "ALREADY_CHECKED_IN");
  }

  /** The answer was lost on its way: the device sends the scan again, as one it made offline. */
  @Test
  void aScanWhoseAnswerWasLostShouldBeTheSameScanInABatch() {
    JsonObject live =
        new JsonObject()
            .put("event_id", event)
            .put("ticket_id", "T1")
            .put("gate", "A")
            .put("device_id", "d1");
    staff.with("Idempotency-Key", "n1").post("/checkins", live).expect(201);
    staff.with("Idempotency-Key", "n2").post("/checkins", live).expect(409);
    JsonObject before = stats();
    Answer answer = batch("d1", scan("n1", "T1", 5), scan("n2", "T1", 6));
    assertEquals(List.of("checked_in", "refused"), statuses(answer));
    assertEquals(before, stats());
    assertEquals(0, staff.get(path("/conflicts")).array().size());
  }

  @Test
  void fiveThousandScansShouldBeTakenAtOnce() {
    JsonObject[] scans =
        IntStream.range(0, 5000)
            .mapToObj(i -> scan("n" + i, "T" + i, i))
            .toArray(JsonObject[]::new);
    batch("d1", scans).expect(200);
    assertEquals(5000, attendance().getInteger("total_checked_in"));
    Answer tooMany =
        batch(
            "d2",
            IntStream.range(0, 5001)
                .mapToObj(i -> scan("n" + i, "T", 0))
                .toArray(JsonObject[]::new));
    tooMany.expect(422, "VALIDATION_ERROR");
    assertTrue(batch("d1", new JsonObject()).expect(200).body().contains("body.scans[0]"));
  }

  private Answer batch(String device, JsonObject... scans) {
    return envelope(
        new JsonObject().put("device_id", device).put("scans", new JsonArray(List.of(scans))));
  }

  private Answer envelope(JsonObject batch) {
    return staff.post("/checkins/batch", batch);
  }

  private JsonObject scan(String nonce, String ticket, int second) {
    return new JsonObject()
        .put("nonce", nonce)
        .put("event_id", event)
        .put("ticket_id", ticket)
        .put("gate", "A")
        .put("scanned_at", Instant.parse("2026-01-01T10:00:00Z").plusSeconds(second).toString());
  }

  private static List<String> statuses(Answer answer) {
    return answer.expect(200).json().getJsonArray("results").stream()
        .map(result -> ((JsonObject) result).getString("status"))
        .toList();
  }

  private JsonObject attendance() {
    return staff.get("/attendance/" + event).expect(200).json();
  }

  private JsonObject stats() {
    return staff.get(path("/stats")).expect(200).json();
  }

  private String path(String rest) {
    return "/attendance/" + event + rest;
  }
}
