package id.tixgo.attendance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tixgo.common.test.RunningSystem;
import id.tixgo.common.test.Wire;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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
  private static final String EVENT = "besar";
  private static final int FEWEST_MEANWHILE = 20;
  private static RunningSystem system;
  private static String token;

  @BeforeAll
  static void start() {
    Path folder = RunningSystem.newFolder();
    StoredHistory.write(folder, EVENT, RECORDS);
    StoredHistory.write(folder, "growing", RECORDS);
    system =
        new RunningSystem(
            List.of("identity", "event", "attendance"), Map.of("DATA_DIR", folder.toString()));
    token = system.tokenOf("committee");
  }

  @AfterAll
  static void stop() {
    system.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/attendance/%s", "/events/%s/attendance", "/events/%s/summary"})
  void allRecordsShouldComeInOrderWhileOthersAreServed(String path) {
    CompletableFuture<Wire.Reply> download =
        CompletableFuture.supplyAsync(
            () -> Wire.exchange(system.attendance().port(), get(path.formatted(EVENT))));
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
          wire.send(get(path.formatted(EVENT))).taste(50_000);
        }
      }
    }
    assertServed();
  }

  @Test
  void readersThatReadNothingShouldHarmNobody() {
    List<Wire> idle =
        IntStream.range(0, 20).mapToObj(i -> new Wire(system.attendance().port())).toList();
    idle.forEach(wire -> wire.send(get("/attendance/" + EVENT)));
    IntStream.range(0, 100).forEach(i -> assertServed());
    idle.forEach(Wire::close);
    assertServed();
  }

  @Test
  void whatEntersMeanwhileShouldNotSpoilTheCount() {
    try (Wire wire = new Wire(system.attendance().port())) {
      wire.send(get("/attendance/growing")).awaitFirstByte();
      JsonObject scan = new JsonObject().put("event_id", "growing").put("ticket_id", "late");
      system.attendance().as(token).post("/checkins", scan).expect(201);
      assertWhole(wire.read());
    }
  }

  private static void assertServed() {
    system.attendance().as(token).get("/attendance/nobody").expect(200);
    system.event().as(token).get("/events/" + EVENT).expect(200);
  }

  private static String get(String path) {
    return Wire.head("GET " + path + " HTTP/1.1", "Host: x", "Authorization: Bearer " + token);
  }
}
