package id.tixgo.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tixgo.attendance.domain.Scan;
import id.tixgo.attendance.store.LocalCheckInStore;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A hundred thousand records, sent while others are served too. */
class StreamingIT {
  private static final int RECORDS = 100_000;
  private static final int FEWEST_MEANWHILE = 20;
  private static RunningSystem system;
  private static String token;
  private static String eventId;

  @BeforeAll
  static void start() {
    system = RunningSystem.whole();
    token = system.tokenOf("committee");
    JsonObject event =
        new JsonObject().put("title", "Besar").put("start_time", "2026-12-31T12:00:00Z");
    Api admin = system.attendance().as(system.adminToken());
    eventId = admin.post("/events", event).expect(201).text("id");
    fill(eventId);
  }

  @AfterAll
  static void stop() {
    system.close();
  }

  private static void fill(String event) {
    LocalCheckInStore store = new LocalCheckInStore(system.vertx());
    Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
    for (int i = 1; i <= RECORDS; i++) {
      store.putIfAbsent(new Scan(event, "T" + i, "A", "", "siti", now));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/attendance/%s", "/events/%s/attendance", "/events/%s/summary"})
  void allRecordsShouldComeInOrderWhileOthersAreServed(String path) {
    CompletableFuture<Wire.Reply> download =
        CompletableFuture.supplyAsync(
            () -> Wire.exchange(system.attendance().port(), get(path.formatted(eventId))));
    List<Wire> others =
        IntStream.range(0, 4).mapToObj(i -> new Wire(system.attendance().port())).toList();
    int rounds = 0;
    while (!download.isDone()) {
      others.forEach(other -> other.send(get("/attendance/nobody")));
      others.forEach(other -> assertEquals(200, other.read().status()));
      rounds++;
    }
    others.forEach(Wire::close);
    int served = rounds;
    assertTrue(served >= FEWEST_MEANWHILE, () -> "others had " + served + " turns");
    assertWhole(download.join());
  }

  private static void assertWhole(Wire.Reply reply) {
    assertEquals(200, reply.status());
    JsonObject json = new JsonObject(reply.body());
    JsonObject attendance = json.getJsonObject("attendance", json);
    assertEquals(RECORDS, attendance.getInteger("total_checked_in"));
    JsonArray records = attendance.getJsonArray("records");
    assertEquals(RECORDS, records.size());
    for (int i = 0; i < RECORDS; i++) {
      assertEquals(i + 1, records.getJsonObject(i).getInteger("seq"));
    }
  }

  @Test
  void readersThatGoAwayShouldHarmNobody() {
    for (String path : List.of("/attendance/%s", "/events/%s/summary")) {
      for (int i = 0; i < 20; i++) {
        try (Wire wire = new Wire(system.attendance().port())) {
          wire.send(get(path.formatted(eventId))).taste(50_000);
        }
      }
    }
    assertServed();
  }

  @Test
  void readersThatReadNothingShouldHarmNobody() {
    List<Wire> idle =
        IntStream.range(0, 20).mapToObj(i -> new Wire(system.attendance().port())).toList();
    idle.forEach(wire -> wire.send(get("/attendance/" + eventId)));
    IntStream.range(0, 100).forEach(i -> assertServed());
    idle.forEach(Wire::close);
    assertServed();
  }

  @Test
  void whatEntersMeanwhileShouldNotSpoilTheCount() {
    fill("growing");
    try (Wire wire = new Wire(system.attendance().port())) {
      wire.send(get("/attendance/growing")).awaitFirstByte();
      JsonObject scan = new JsonObject().put("event_id", "growing").put("ticket_id", "late");
      system.attendance().as(token).post("/checkins", scan).expect(201);
      assertWhole(wire.read());
    }
  }

  private static void assertServed() {
    system.attendance().as(token).get("/attendance/nobody").expect(200);
    system.event().as(token).get("/events/" + eventId).expect(200);
  }

  private static String get(String path) {
    return Wire.head("GET " + path + " HTTP/1.1", "Host: x", "Authorization: Bearer " + token);
  }
}
