package id.tixgo.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Scanners with tokens of their own, as admins see them. */
class DevicesIT {
  private static final List<String> ALL = List.of("identity", "event", "attendance");
  private static final String SCANS = "/checkins";
  private static RunningSystem system;
  private static Api admin;

  private String event;
  private String name;

  @BeforeAll
  static void start() {
    system = RunningSystem.whole();
    admin = system.identity().as(system.adminToken());
  }

  @AfterAll
  static void stop() {
    system.close();
  }

  @BeforeEach
  void newNames() {
    event = "evt-" + UUID.randomUUID();
    name = "Gate " + UUID.randomUUID();
  }

  @Test
  void aDeviceShouldShowItsTokenOnceAndBeListedWithoutIt() {
    Answer added = add(device().put("gates", array("B", "A"))).expect(201);
    JsonObject json = added.json();
    assertEquals("/auth/devices/" + json.getLong("id"), added.header("Location").orElse(""));
    assertEquals("no-store", added.header("Cache-Control").orElse(""));
    assertEquals("admin", json.getString("created_by"));
    assertEquals("bearer", json.remove("token_type"));
    String token = (String) json.remove("access_token");
    assertEquals(3, token.split("\\.", -1).length);
    Answer list = admin.get("/auth/devices?limit=1000").expect(200);
    assertTrue(list.array().contains(json), list.body());
    assertFalse(list.body().contains(token));
    assertFalse(admin.get("/auth/users?limit=1000").body().contains(name));
  }

  @Test
  void aDevicesTokenShouldBeGoodForThirtyDays() {
    JsonObject json = add(device()).expect(201).json();
    Duration life = Duration.between(json.getInstant("created_at"), json.getInstant("expires_at"));
    assertEquals(Duration.ofDays(30), life.plusSeconds(1).truncatedTo(ChronoUnit.DAYS));
    long end = verify(json.getString("access_token")).expect(200).json().getLong("exp");
    assertEquals(json.getInstant("expires_at"), Instant.ofEpochSecond(end));
  }

  @Test
  void devicesShouldComePageByPage() {
    add(device()).expect(201);
    add(new JsonObject().put("name", name + "b")).expect(201);
    Answer page = admin.get("/auth/devices?limit=1").expect(200);
    assertEquals(1, page.array().size());
    assertEquals("</auth/devices?limit=1&cursor=1>; rel=\"next\"", page.header("Link").orElse(""));
    assertTrue(Integer.parseInt(page.header("X-Total-Count").orElseThrow()) > 1);
  }

  @Test
  void identityShouldSayWhoTheDeviceIsAndWhereItMayScan() {
    String token = token(device().put("gates", array("A")));
    JsonObject verified = verify(token).expect(200).json();
    assertEquals("device:" + name, verified.getString("sub"));
    assertEquals("scanner", verified.getString("role"));
    assertEquals(array(event), verified.getJsonArray("events"));
    assertEquals(array("A"), verified.getJsonArray("gates"));
    JsonObject me = system.identity().as(token).get("/auth/me").expect(200).json();
    assertEquals("device:" + name, me.getString("username"));
    assertEquals("scanner", me.getString("role"));
    assertEquals(array(event), me.getJsonArray("events"));
    JsonObject person = verify(system.adminToken()).expect(200).json();
    assertEquals(4, person.fieldNames().size());
  }

  @Test
  void aNameShouldBeTakenWhateverItsCaseUntilItsDeviceIsDeleted() {
    long id = add(device()).expect(201).json().getLong("id");
    JsonObject again = new JsonObject().put("name", name.toUpperCase(Locale.ROOT));
    Answer taken = add(again).expect(400, "DEVICE_NAME_TAKEN");
    assertEquals("Device " + again.getString("name") + " sudah terdaftar", taken.text("detail"));
    admin.delete("/auth/devices/" + id).expect(204);
    assertTrue(add(again).expect(201).json().getLong("id") > id);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " a", "a ", "a\nb", "a\u0000", "a\u0085b", "a\u200bb", "a\u2028b"})
  void aNameThatIsNotPrintableShouldBeRefused(String bad) {
    add(new JsonObject().put("name", bad)).expect(422, "VALIDATION_ERROR");
  }

  @Test
  void whatBreaksTheSchemaShouldBeRefused() {
    add(new JsonObject()).expect(422, "VALIDATION_ERROR");
    add(new JsonObject().put("name", "x".repeat(65))).expect(422, "VALIDATION_ERROR");
    add(device().put("events", array(""))).expect(422, "VALIDATION_ERROR");
    add(device().put("events", array(event, event))).expect(422, "VALIDATION_ERROR");
    add(device().put("events", many(201))).expect(422, "VALIDATION_ERROR");
    add(device().put("gates", many(201))).expect(422, "VALIDATION_ERROR");
    add(device().put("gates", "A")).expect(422, "VALIDATION_ERROR");
    add(device().put("gates", array("x".repeat(65)))).expect(422, "VALIDATION_ERROR");
    admin.delete("/auth/devices/x").expect(422, "VALIDATION_ERROR");
    add(new JsonObject().put("name", "🎫" + name).put("events", many(200)).putNull("gates"))
        .expect(201);
  }

  @Test
  void devicesShouldBeForAdminsAlone() {
    String scanner = token(device());
    for (String token : List.of(system.tokenOf("committee"), system.tokenOf("user"), scanner)) {
      Api other = system.identity().as(token);
      other.get("/auth/devices").expect(403, "FORBIDDEN");
      other.post("/auth/devices", device()).expect(403, "FORBIDDEN");
      other.delete("/auth/devices/1").expect(403, "FORBIDDEN");
    }
    system.identity().get("/auth/devices").expect(401, "UNAUTHORIZED");
  }

  @Test
  void aDeletedDeviceShouldBeRefusedEverywhereAtOnceAndSoShouldItsNamesake() {
    JsonObject device = add(device()).expect(201).json();
    String token = device.getString("access_token");
    everywhere(token, 200);
    admin.delete("/auth/devices/" + device.getLong("id")).expect(204);
    everywhere(token, 401);
    verify(token).expect(401, "UNAUTHORIZED");
    admin.delete("/auth/devices/" + device.getLong("id")).expect(404, "NOT_FOUND");
    String namesake = token(device());
    everywhere(token, 401);
    everywhere(namesake, 200);
  }

  @Test
  void logoutShouldEndTheDevicesToken() {
    String token = token(device());
    everywhere(token, 200);
    system.identity().as(token).send("POST", "/auth/logout", "").expect(204);
    everywhere(token, 401);
  }

  @Test
  void aDeviceShouldSurviveARestartWithWhenItWasLastSeen() {
    Map<String, String> data = Map.of("DATA_DIR", StoredHistory.newFolder().toString());
    MutableClock clock = new MutableClock();
    String kept;
    String deleted;
    JsonArray before;
    try (RunningSystem first = new RunningSystem(ALL, data, clock, 2)) {
      Api boss = first.identity().as(first.adminToken());
      JsonObject gone = boss.post("/auth/devices", new JsonObject().put("name", "gone")).json();
      deleted = gone.getString("access_token");
      kept = boss.post("/auth/devices", device()).expect(201).text("access_token");
      boss.delete("/auth/devices/" + gone.getLong("id")).expect(204);
      assertNull(lastSeen(boss, 0));
      first.attendance().as(kept).post(SCANS, scan("T1", null)).expect(201);
      Instant seen = seenAfterStored(boss, "one");
      assertEquals(clock.instant().getEpochSecond(), seen.getEpochSecond());
      clock.forward(Duration.ofSeconds(59));
      first.attendance().as(kept).post(SCANS, scan("T2", null)).expect(201);
      assertEquals(seen, seenAfterStored(boss, "two"));
      clock.forward(Duration.ofSeconds(31));
      first.attendance().as(kept).post(SCANS, scan("T3", null)).expect(201);
      assertEquals(seen.plusSeconds(90), seenAfterStored(boss, "three"));
      before = boss.get("/auth/devices").expect(200).array();
    }
    try (RunningSystem second = new RunningSystem(ALL, data)) {
      Api boss = second.identity().as(second.adminToken());
      assertEquals(before, boss.get("/auth/devices").expect(200).array());
      second.attendance().as(kept).post(SCANS, scan("T4", null)).expect(201);
      refused(
          second.attendance().as(kept).post(SCANS, scan("T1", null).put("event_id", "other")),
          "event other");
      second.attendance().as(deleted).post(SCANS, scan("T5", null)).expect(401, "UNAUTHORIZED");
      boss.post("/auth/devices", device()).expect(400, "DEVICE_NAME_TAKEN");
    }
  }

  /** What comes after it in the store is there, so it is too. */
  private static Instant seenAfterStored(Api boss, String next) {
    boss.post("/auth/devices", new JsonObject().put("name", next)).expect(201);
    return lastSeen(boss, 0);
  }

  private static Instant lastSeen(Api boss, int index) {
    return boss.get("/auth/devices")
        .expect(200)
        .array()
        .getJsonObject(index)
        .getInstant("last_seen_at");
  }

  private static void refused(Answer answer, String place) {
    answer.expect(403, "DEVICE_NOT_ALLOWED");
    assertEquals("This device is not for " + place + ".", answer.text("detail"));
  }

  private void everywhere(String token, int status) {
    system.identity().as(token).get("/auth/me").expect(status);
    system.attendance().as(token).get("/attendance/" + event + "/stats").expect(status);
    system.event().as(token).get("/events").expect(status);
  }

  private static Answer verify(String token) {
    return system.identity().post("/auth/verify-token", new JsonObject().put("token", token));
  }

  private JsonObject device() {
    return new JsonObject().put("name", name).put("events", array(event));
  }

  private static Answer add(JsonObject device) {
    return admin.post("/auth/devices", device);
  }

  private static String token(JsonObject device) {
    return add(device).expect(201).text("access_token");
  }

  private JsonObject scan(String ticket, String gate) {
    return new JsonObject().put("event_id", event).put("ticket_id", ticket).put("gate", gate);
  }

  private static JsonArray array(String... texts) {
    return new JsonArray(List.of(texts));
  }

  private static JsonArray many(int count) {
    return new JsonArray(IntStream.range(0, count).mapToObj(i -> "x" + i).toList());
  }
}
