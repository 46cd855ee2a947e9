package id.tixgo.attendance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tixgo.common.test.Answer;
import id.tixgo.common.test.MutableClock;
import id.tixgo.common.test.RunningSystem;
import id.tixgo.common.test.ServiceApi;
import id.tixgo.common.test.Sse;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a client sees of a feed that no longer goes back to its beginning. */
class RetentionIT {
  private static final String SCANNED_AT = "2026-01-03T10:00:00Z";

  private final MutableClock clock = new MutableClock();
  private final Path folder = RunningSystem.newFolder();

  @Test
  void aClientFromBeforeShouldBeToldToBeginAnew() throws Exception {
    clock.advance(Duration.ofDays(-3));
    try (RunningSystem system = start()) {
      ServiceApi staff = system.attendance().as(system.tokenOf("committee"));
      staff.with("Idempotency-Key", "k1").post("/checkins", scan("T1")).expect(201);
      staff.post("/checkins", scan("T1")).expect(409);
    }
    clock.advance(Duration.ofDays(3));
    try (RunningSystem system = start()) {
      String token = system.adminToken();
      ServiceApi staff = system.attendance().as(token);
      awaitExpired(staff);
      staff.get("/attendance/evt1/changes?after=1").expect(410, "FEED_EXPIRED");
      assertEquals(0, staff.get("/attendance/evt1/changes?after=2").expect(200).array().size());
      assertEquals("2", staff.get("/attendance/evt1").expect(200).header("X-Last-Seq").get());
      expectBegunAnew(system.attendance().port(), staff, token);
      assertNumbers(staff);
    }
  }

  @Test
  void whatIsLeftShouldBeFoundBehindALongForgottenPart() {
    clock.advance(Duration.ofDays(-3));
    try (RunningSystem system = start()) {
      ServiceApi admin = system.attendance().as(system.adminToken());
      admin
          .with("Content-Type", "application/json")
          .send("PUT", "/attendance/evt1/tickets", "[\"T1\"]")
          .expect(200);
      admin.post("/checkins/batch", refusals(2750)).expect(200);
      admin.post("/checkins/batch", refusals(5500)).expect(200);
      admin.post("/checkins", scan("T1")).expect(201);
    }
    clock.advance(Duration.ofDays(3));
    try (RunningSystem system = start()) {
      ServiceApi admin = system.attendance().as(system.adminToken());
      awaitExpired(admin, 5500);
      Answer first = admin.get("/attendance/evt1/scans").expect(200);
      assertEquals("[]", first.body());
      String next = first.header("Link").orElseThrow().replaceFirst("<([^>]+)>.*", "$1");
      Answer second = admin.get(next).expect(200);
      assertEquals("T1", second.array().getJsonObject(0).getString("ticket_id"));
      assertTrue(second.header("Link").isEmpty());
      String csv = admin.get("/attendance/evt1/scans?format=csv").expect(200).body();
      assertEquals(2, csv.lines().count(), csv);
    }
  }

  /** Scans of tickets that aren't on the list, those before {@code upTo}, in a batch. */
  private static JsonObject refusals(int upTo) {
    List<JsonObject> scans =
        IntStream.range(Math.max(0, upTo - 2750), upTo)
            .mapToObj(i -> scan("X" + i).put("nonce", "n" + i).put("scanned_at", SCANNED_AT))
            .toList();
    return new JsonObject().put("device_id", "d1").put("scans", scans);
  }

  private static void expectBegunAnew(int port, ServiceApi staff, String token) throws Exception {
    try (Sse stream = Sse.open(port, "evt1", 1, token);
        Sse upToDate = Sse.open(port, "evt1", 2, token)) {
      Sse.Told expired = stream.next();
      assertEquals("feed_expired", expired.kind());
      assertEquals("FEED_EXPIRED", expired.data().getString("code"));
      Sse.Told stats = stream.next();
      assertEquals("stats", stats.kind());
      assertEquals(1, stats.data().getInteger("total_checked_in"));
      staff.post("/checkins", scan("T2")).expect(201);
      assertEquals(3, stream.next().id());
      assertEquals(3, upToDate.next().id());
    }
  }

  private static void assertNumbers(ServiceApi staff) {
    JsonObject stats = staff.get("/attendance/evt1/stats").expect(200).json();
    assertEquals(2, stats.getInteger("total_checked_in"));
    assertEquals(1, stats.getJsonObject("refused").getInteger("ALREADY_CHECKED_IN"));
    assertEquals(2, staff.get("/attendance/evt1").json().getJsonArray("records").size());
    List<Object> scans = staff.get("/attendance/evt1/scans").expect(200).array().stream().toList();
    assertEquals(2, scans.size(), scans::toString);
    String sheet =
        staff.with("Accept", "text/csv").get("/attendance/evt1/scans").expect(200).body();
    assertEquals(3, sheet.lines().count(), sheet);
    staff.with("Idempotency-Key", "k1").post("/checkins", scan("T3")).expect(201);
  }

  private static void awaitExpired(ServiceApi staff) {
    awaitExpired(staff, 0);
  }

  private static void awaitExpired(ServiceApi staff, int seq) {
    long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (staff.get("/attendance/evt1/changes?after=" + seq).status() == 200) {
      assertTrue(System.nanoTime() < end, "nothing was forgotten");
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
  }

  private RunningSystem start() {
    return new RunningSystem(
        List.of("identity", "event", "attendance"),
        Map.of(
            "DATA_DIR", folder.toString(),
            "RETENTION_DAYS", "2",
            "TOKEN_EXPIRE_MINUTES", "10000"),
        clock,
        2);
  }

  private static JsonObject scan(String ticket) {
    return new JsonObject().put("event_id", "evt1").put("ticket_id", ticket).put("gate", "A");
  }
}
