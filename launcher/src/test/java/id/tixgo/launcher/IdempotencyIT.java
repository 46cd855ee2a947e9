package id.tixgo.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tixgo.common.test.Answer;
import id.tixgo.common.test.EventDoor;
import id.tixgo.common.test.ServiceApi;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Requests that come again under their {@code Idempotency-Key}: one effect, one answer. */
class IdempotencyIT extends EventDoor {
  private static final int AT_ONCE = 12;

  private String key;

  @BeforeEach
  void newKey() {
    key = "k-" + UUID.randomUUID();
  }

  @Test
  void createEventShouldMakeOne() {
    ServiceApi retrying = admin.with("Idempotency-Key", key);
    Answer first = retrying.post("/events", event("a")).expect(201);
    assertTrue(first.header("Idempotency-Replayed").isEmpty());
    expectAgain(first, retrying.post("/events", event("a")));
    assertEquals(1, named("a"));
    retrying.post("/events", event("b")).expect(422, "KEY_REUSED");
    assertEquals(0, named("b"));
  }

  @Test
  void createEventShouldMakeOneHoweverManyAskAtOnce() {
    ServiceApi retrying = admin.with("Idempotency-Key", key);
    Set<String> bodies = atOnce(() -> retrying.post("/events", event("c")).expect(201).body());
    assertEquals(1, bodies.size());
    assertEquals(1, named("c"));
  }

  @Test
  void aKeyShouldStandForNothingWhenNothingCameOfItsRequest() {
    admin.post("/events", event("d").put("id", event)).expect(201);
    ServiceApi retrying = admin.with("Idempotency-Key", key);
    retrying.post("/events", event("d").put("id", event)).expect(409, "EVENT_EXISTS");
    retrying.post("/events", event("d")).expect(201);
  }

  @Test
  void twoKeysShouldBeRefusedAndOneTwiceBeOne() {
    ServiceApi retrying = admin.with("Idempotency-Key", key);
    ServiceApi torn = retrying.with("Idempotency-Key", key + "2");
    JsonObject scan = new JsonObject().put("event_id", event).put("ticket_id", "T1");
    torn.post("/events", event("g")).expect(422, "VALIDATION_ERROR");
    torn.post("/checkins", scan).expect(422, "VALIDATION_ERROR");
    retrying.with("Idempotency-Key", key).post("/checkins", scan).expect(201);
  }

  @Test
  void callersShouldHaveKeysOfTheirOwn() {
    ServiceApi other = system.attendance().as(system.tokenOf("admin")).with("Idempotency-Key", key);
    String first = admin.with("Idempotency-Key", key).post("/events", event("e")).text("id");
    String second = other.post("/events", event("f")).expect(201).text("id");
    assertTrue(!first.equals(second));
  }

  @Test
  void aKeyShouldBeForOnePath() {
    list("[\"T1\",\"T2\"]", 2);
    ServiceApi retrying = admin.with("Idempotency-Key", key);
    JsonObject reason = new JsonObject().put("reason", "stolen");
    Answer first = retrying.post(path("/tickets/T1/revoke"), reason).expect(200);
    expectAgain(first, retrying.post(path("/tickets/T1/revoke"), reason));
    retrying.post(path("/tickets/T2/revoke"), reason).expect(422, "KEY_REUSED");
    retrying.send("POST", path("/tickets/T1/restore"), "").expect(422, "KEY_REUSED");
    assertEquals("stolen", tickets().getJsonObject(0).getString("revoked"));
  }

  @Test
  void addTicketsShouldAddOnce() {
    ServiceApi retrying = admin.with("Idempotency-Key", key).with("Content-Type", "text/csv");
    String list = "ticket_id\nT1\nT2\n";
    Answer first = retrying.send("POST", path("/tickets"), list).expect(200);
    assertEquals(2, first.json().getInteger("total"));
    upload("application/json", "[\"T3\"]").expect(200);
    expectAgain(first, retrying.send("POST", path("/tickets"), list));
    assertEquals(1, tickets().size());
  }

  @Test
  void aGroupShouldEnterOnce() {
    ServiceApi retrying = staff.with("Idempotency-Key", key);
    Answer first = retrying.post("/checkins/group", group("T1", "T2")).expect(201);
    expectAgain(first, retrying.post("/checkins/group", group("T1", "T2")));
    assertEquals(2, stats().getInteger("inside"));
    retrying.post("/checkins/group", group("T3")).expect(422, "KEY_REUSED");
  }

  @Test
  void aGroupShouldBeTurnedAwayOnce() {
    scan("T1", "A", "in").expect(201);
    ServiceApi retrying = staff.with("Idempotency-Key", key);
    Answer first = retrying.post("/checkins/group", group("T1", "T2")).expect(409, "GROUP_REFUSED");
    Answer second = retrying.post("/checkins/group", group("T1", "T2"));
    second.expect(409, "GROUP_REFUSED");
    assertEquals("true", second.header("Idempotency-Replayed").orElse(""));
    assertEquals(first.json().getJsonArray("results"), second.json().getJsonArray("results"));
    assertEquals(1, stats().getJsonObject("refused").getInteger("ALREADY_CHECKED_IN"));
  }

  @Test
  void aConflictShouldBeResolvedOnce() {
    late("d1", "n1");
    late("d2", "n2");
    String id = staff.get(path("/conflicts")).expect(200).array().getJsonObject(0).getString("id");
    ServiceApi retrying = staff.with("Idempotency-Key", key);
    JsonObject note = new JsonObject().put("note", "twins");
    String resolve = path("/conflicts/" + id + "/resolve");
    expectAgain(retrying.post(resolve, note).expect(200), retrying.post(resolve, note));
    assertEquals(3, stats().getInteger("seq"));
  }

  @Test
  void registerShouldMakeOneUser() {
    ServiceApi retrying = system.identity().with("Idempotency-Key", key);
    Answer first = retrying.post("/auth/register", user(key, "secret-1")).expect(201);
    expectAgain(first, retrying.post("/auth/register", user(key, "secret-1")));
    retrying.post("/auth/register", user(key, "secret-2")).expect(422, "KEY_REUSED");
    retrying.post("/auth/register", user(key + "x", "secret-1")).expect(201);
    system.identity().post("/auth/register", user(key, "secret-1")).expect(400, "USERNAME_TAKEN");
  }

  @Test
  void registerShouldMakeOneUserHoweverManyAskAtOnce() {
    ServiceApi retrying = system.identity().with("Idempotency-Key", key);
    Set<String> bodies =
        atOnce(() -> retrying.post("/auth/register", user(key, "secret-1")).expect(201).body());
    assertEquals(1, bodies.size());
  }

  @Test
  void aDevicesTokenShouldNotBeShownTwice() {
    ServiceApi retrying = system.identity().as(system.adminToken()).with("Idempotency-Key", key);
    JsonObject device = new JsonObject().put("name", "Gate " + key);
    Answer first = retrying.post("/auth/devices", device).expect(201);
    Answer second = retrying.post("/auth/devices", device).expect(409, "TOKEN_SHOWN_ONCE");
    assertEquals("true", second.header("Idempotency-Replayed").orElse(""));
    assertEquals(first.json().getLong("id"), second.json().getLong("device_id"));
    assertTrue(!second.body().contains(first.text("access_token")));
    retrying
        .post("/auth/devices", new JsonObject().put("name", "Gate 2" + key))
        .expect(422, "KEY_REUSED");
  }

  @Test
  void aKeyShouldPassThroughPortal() {
    ServiceApi retrying = system.portal().with("Idempotency-Key", key);
    Answer first = retrying.post("/api/auth/register", user(key, "secret-1")).expect(201);
    expectAgain(first, retrying.post("/api/auth/register", user(key, "secret-1")));
  }

  @Test
  void anUnfitKeyShouldBeRefused() {
    for (String unfit : List.of(" ", "x".repeat(129))) {
      admin.with("Idempotency-Key", unfit).post("/events", event("x")).expect(422);
      staff.with("Idempotency-Key", unfit).post("/checkins/group", group("T1")).expect(422);
      staff.with("Idempotency-Key", unfit).post("/checkins", body("T1", "A", "in")).expect(422);
    }
  }

  private static void expectAgain(Answer first, Answer second) {
    second.expect(first.status());
    assertEquals(first.body(), second.body());
    assertEquals("true", second.header("Idempotency-Replayed").orElse(""));
    assertEquals(first.header("Location"), second.header("Location"));
    assertEquals(first.header("ETag"), second.header("ETag"));
    assertEquals(first.header("Content-Type"), second.header("Content-Type"));
  }

  private static Set<String> atOnce(Supplier<String> request) {
    return IntStream.range(0, AT_ONCE)
        .mapToObj(i -> CompletableFuture.supplyAsync(request))
        .toList()
        .stream()
        .map(CompletableFuture::join)
        .collect(Collectors.toSet());
  }

  private long named(String title) {
    return staff.get("/events?limit=1000&q=" + key).expect(200).array().stream()
        .filter(e -> ((JsonObject) e).getString("title").equals(title + " " + key))
        .count();
  }

  private JsonArray tickets() {
    return staff.get(path("/tickets")).expect(200).array();
  }

  private void late(String device, String nonce) {
    JsonObject scan =
        new JsonObject()
            .put("nonce", nonce)
            .put("event_id", event)
            .put("ticket_id", "T1")
            .put("scanned_at", "2026-01-01T12:00:00Z");
    JsonObject batch = new JsonObject().put("device_id", device).put("scans", List.of(scan));
    staff.post("/checkins/batch", batch).expect(200);
  }

  private JsonObject group(String... tickets) {
    return new JsonObject().put("event_id", event).put("ticket_ids", List.of(tickets));
  }

  private JsonObject event(String title) {
    return new JsonObject()
        .put("title", title + " " + key)
        .put("start_time", "2026-12-31T19:00:00+07:00");
  }

  private static JsonObject user(String name, String password) {
    return new JsonObject().put("username", name.substring(0, 20)).put("password", password);
  }
}
