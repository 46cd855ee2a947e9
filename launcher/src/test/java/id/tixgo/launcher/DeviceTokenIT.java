package id.tixgo.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import id.tixgo.common.test.Answer;
import id.tixgo.common.test.DeviceTests;
import id.tixgo.common.test.MutableClock;
import id.tixgo.common.test.RunningSystem;
import id.tixgo.common.test.ServiceApi;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A device's token: how long it is good, what it says and what ends it. */
class DeviceTokenIT extends DeviceTests {
  private static final List<String> ALL = List.of("identity", "event", "attendance");
  private static final String SCANS = "/checkins";

  @Test
  void aDevicesTokenShouldBeGoodForThirtyDays() {
    JsonObject json = add(device()).expect(201).json();
    Duration life = Duration.between(json.getInstant("created_at"), json.getInstant("expires_at"));
    assertEquals(Duration.ofDays(30), life.plusSeconds(1).truncatedTo(ChronoUnit.DAYS));
    long end = verify(json.getString("access_token")).expect(200).json().getLong("exp");
    assertEquals(json.getInstant("expires_at"), Instant.ofEpochSecond(end));
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
    assertEquals(me.getLong("id"), verified.getLong("id"));
    assertEquals("device:" + name, me.getString("username"));
    assertEquals("scanner", me.getString("role"));
    assertEquals(array(event), me.getJsonArray("events"));
    JsonObject person = verify(system.adminToken()).expect(200).json();
    assertEquals(6, person.fieldNames().size());
  }

  @Test
  void aDeletedDeviceShouldBeRefusedEverywhereAtOnceAndSoShouldItsNamesake() {
    JsonObject device = add(device()).expect(201).json();
    String token = device.getString("access_token");
    everywhere(token, 200);
    admin.delete("/auth/devices/" + device.getLong("id")).expect(204);
    everywhere(token, 401);
    verify(token).expect(401, "UNAUTHORIZED");
    String namesake = token(device());
    everywhere(token, 401);
    everywhere(namesake, 200);
  }

  @Test
  void aDeviceShouldNeitherEndItsTokenNorSetAPassword() {
    String token = token(device());
    ServiceApi own = system.identity().as(token);
    Answer logout = own.send("POST", "/auth/logout", "").expect(403, "FORBIDDEN");
    assertEquals(
        "A scanner can't end its own token; an admin removes the scanner.", logout.text("detail"));
    JsonObject passwords =
        new JsonObject().put("old_password", "secret-1").put("new_password", "secret-2");
    Answer password = own.post("/auth/password", passwords).expect(403, "FORBIDDEN");
    assertEquals("A scanner has no password.", password.text("detail"));
    everywhere(token, 200);
  }

  @Test
  void meShouldTellADeviceWhatIsTrueOfIt() {
    JsonObject device = add(device()).expect(201).json();
    String token = device.getString("access_token");
    JsonObject me = system.identity().as(token).get("/auth/me").expect(200).json();
    for (String member : List.of("id", "name", "role", "events", "gates", "expires_at")) {
      assertEquals(device.getValue(member), me.getValue(member), member);
    }
    assertNull(me.getValue("email"));
    assertEquals(me, system.portal().as(token).get("/api/auth/me").expect(200).json());
  }

  @Test
  void aDeviceShouldSurviveARestartWithWhenItWasLastSeen() {
    Map<String, String> data = Map.of("DATA_DIR", RunningSystem.newFolder().toString());
    MutableClock clock = new MutableClock();
    String kept;
    String deleted;
    JsonArray before;
    try (RunningSystem first = new RunningSystem(ALL, data, clock, 2)) {
      ServiceApi boss = first.identity().as(first.adminToken());
      JsonObject gone = boss.post("/auth/devices", new JsonObject().put("name", "gone")).json();
      deleted = gone.getString("access_token");
      kept = boss.post("/auth/devices", device()).expect(201).text("access_token");
      boss.delete("/auth/devices/" + gone.getLong("id")).expect(204);
      assertNull(lastSeen(boss, 1));
      first.attendance().as(kept).post(SCANS, scan("T1", null)).expect(201);
      Instant seen = seenAfterStored(boss, "one");
      assertEquals(clock.instant().getEpochSecond(), seen.getEpochSecond());
      clock.advance(Duration.ofSeconds(59));
      first.attendance().as(kept).post(SCANS, scan("T2", null)).expect(201);
      assertEquals(seen, seenAfterStored(boss, "two"));
      clock.advance(Duration.ofSeconds(31));
      first.attendance().as(kept).post(SCANS, scan("T3", null)).expect(201);
      assertEquals(seen.plusSeconds(90), seenAfterStored(boss, "three"));
      before = boss.get("/auth/devices").expect(200).array();
    }
    try (RunningSystem second = new RunningSystem(ALL, data)) {
      ServiceApi boss = second.identity().as(second.adminToken());
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
  private static Instant seenAfterStored(ServiceApi boss, String next) {
    boss.post("/auth/devices", new JsonObject().put("name", next)).expect(201);
    return lastSeen(boss, 1);
  }

  private static Instant lastSeen(ServiceApi boss, int index) {
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

  private Answer verify(String token) {
    return system.identity().post("/auth/verify-token", new JsonObject().put("token", token));
  }
}
