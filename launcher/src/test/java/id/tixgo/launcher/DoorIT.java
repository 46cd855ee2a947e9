package id.tixgo.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the door holds to: lists, rules, ways in and out, undo, groups; and what it keeps of it. */
class DoorIT {
  private static RunningSystem system;
  private static Api admin;
  private static Api staff;
  private static Api user;

  private String event;

  @BeforeAll
  static void start() {
    system = RunningSystem.whole();
    admin = system.attendance().as(system.adminToken());
    staff = system.attendance().as(system.tokenOf("committee"));
    user = system.attendance().as(system.tokenOf("user"));
  }

  @AfterAll
  static void stop() {
    system.close();
  }

  @BeforeEach
  void newEvent() {
    event = "evt-" + UUID.randomUUID();
  }

  /** Nothing is looked through for a place beyond the end, by whatever way it is asked for. */
  @ParameterizedTest
  @ValueSource(strings = {"9223372036854775807", "9223372036854775806", "3"})
  void aPageBeyondTheEndShouldBeEmpty(String end) {
    scan("A1", "x", "in").expect(201);
    Answer page = staff.get(path("?cursor=" + end)).expect(200);
    assertEquals(0, page.json().getJsonArray("records").size());
    List.of("/scans?cursor=", "/conflicts?cursor=")
        .forEach(list -> assertEquals("[]", staff.get(path(list + end)).expect(200).body()));
    Answer own = staff.get("/checkins?event_id=" + event + "&cursor=" + end).expect(200);
    assertTrue(own.header("Link").isEmpty());
  }

  @Test
  void aListShouldRefuseWhatIsNotOnIt() {
    list("[\"A1\",{\"ticket_id\":\"A2\",\"holder_name\":\"Siti\",\"gates\":[\"north\"]}]", 2);
    scan("A1", "x", "in").expect(201);
    scan("B1", "x", "in").expect(404, "UNKNOWN_TICKET");
    Answer wrong = scan("A2", "south", "in").expect(409, "WRONG_GATE");
    assertEquals("Siti", wrong.json().getJsonObject("ticket").getString("holder_name"));
    assertEquals(
        "Siti",
        scan("A2", "north", "in")
            .expect(201)
            .json()
            .getJsonObject("ticket")
            .getString("holder_name"));
  }

  @Test
  void aRevokedTicketShouldEnterAgainOnlyWhenItIsRestored() {
    list("[\"A1\"]", 1);
    String ticket = path("/tickets/A1");
    admin.post(ticket + "/revoke", new JsonObject().put("reason", "refunded")).expect(200);
    scan("A1", "", "in").expect(409, "TICKET_REVOKED");
    list("[\"A1\",\"A2\"]", 2);
    admin
        .with("Content-Type", "application/json")
        .send("POST", path("/tickets"), "[\"A1\"]")
        .expect(200);
    scan("A1", "", "in").expect(409, "TICKET_REVOKED");
    admin.send("POST", ticket + "/restore", "").expect(200);
    scan("A1", "", "in").expect(201);
    admin.post(path("/tickets/none/revoke"), new JsonObject().put("reason", "x")).expect(404);
    staff.post(ticket + "/revoke", new JsonObject().put("reason", "x")).expect(403);
  }

  @Test
  void aCsvListShouldBeReadAndItsErrorsNameTheLine() {
    String csv = "ticket_id,holder_name,ticket_type,gates\nA1,Siti,VIP,north;south\nA2,Budi,,\n";
    upload("text/csv", csv).expect(200);
    JsonArray all = staff.get(path("/tickets")).expect(200).array();
    assertEquals(
        new JsonArray(List.of("north", "south")), all.getJsonObject(0).getJsonArray("gates"));
    assertEquals(1, staff.get(path("/tickets?q=budi")).expect(200).array().size());
    Answer refused =
        upload("text/csv", "ticket_id\nA1\n\"\"\nA1\n").expect(422, "VALIDATION_ERROR");
    assertTrue(refused.body().contains("line 3"), refused::body);
    assertEquals("2", staff.get(path("/tickets")).header("X-Total-Count").orElse(""));
    user.get(path("/tickets")).expect(403);
  }

  @Test
  void aLongListShouldBeTakenWhole() {
    JsonArray tickets = new JsonArray();
    IntStream.range(0, 50_000).forEach(i -> tickets.add("T" + i));
    list(tickets.encode(), 50_000);
    list("[\"only\"]", 1);
    assertEquals("1", staff.get(path("/tickets")).header("X-Total-Count").orElse(""));
    scan("T1", "", "in").expect(404, "UNKNOWN_TICKET");
  }

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
    Api retrying = staff.with("Idempotency-Key", "k-1");
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

  @Test
  void scansShouldBeFoundByTheirCode() {
    scan("T1", "A", "in").expect(201);
    IntStream.range(0, 5).forEach(i -> scan("T1", "B", "in").expect(409));
    Answer page = staff.get(path("/scans?code=ALREADY_CHECKED_IN&limit=3")).expect(200);
    assertEquals(3, page.array().size());
    assertTrue(page.header("Link").isPresent());
    user.get(path("/scans")).expect(403);
  }

  @Test
  void statsShouldEqualTheRows() {
    IntStream.range(0, 30).forEach(i -> scan("T" + i % 20, "gate" + i % 3, "in"));
    JsonObject stats = stats();
    assertEquals(20, stats.getInteger("total_checked_in"));
    int perGate =
        stats.getJsonObject("per_gate").stream().mapToInt(gate -> (Integer) gate.getValue()).sum();
    assertEquals(20, perGate);
    assertEquals(10, stats.getJsonObject("refused").getInteger("ALREADY_CHECKED_IN"));
    assertEquals(30, stats.getInteger("seq"));
  }

  private Answer scan(String ticket, String gate, String direction) {
    return staff.post("/checkins", body(ticket, gate, direction));
  }

  private JsonObject body(String ticket, String gate, String direction) {
    return new JsonObject()
        .put("event_id", event)
        .put("ticket_id", ticket)
        .put("gate", gate.isEmpty() ? null : gate)
        .put("direction", direction);
  }

  private Answer group(String... tickets) {
    return staff.post(
        "/checkins/group",
        new JsonObject().put("event_id", event).put("ticket_ids", new JsonArray(List.of(tickets))));
  }

  private static Answer undo(Api caller, String path, JsonObject reason) {
    return caller.with("Content-Type", "application/json").send("DELETE", path, reason.encode());
  }

  private void list(String json, int total) {
    assertEquals(total, upload("application/json", json).expect(200).json().getInteger("total"));
  }

  private Answer upload(String type, String body) {
    return admin.with("Content-Type", type).send("PUT", path("/tickets"), body);
  }

  private void rules(JsonObject rules) {
    admin.put(path("/rules"), rules).expect(200);
  }

  private JsonObject stats() {
    return user.get(path("/stats")).expect(200).json();
  }

  private List<String> kinds() {
    return user.get(path("/changes")).expect(200).array().stream()
        .map(change -> ((JsonObject) change).getString("kind"))
        .toList();
  }

  private String path(String rest) {
    return "/attendance/" + event + rest;
  }
}
