package id.tixgo.attendance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tixgo.common.test.RunningSystem;
import id.tixgo.common.test.ServiceApi;
import id.tixgo.common.test.Sse;
import id.tixgo.common.test.Wire;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The feed as it happens. */
class StreamIT {
  private static final String HEALTH = "GET /health HTTP/1.1";
  private static RunningSystem system;
  private static ServiceApi staff;
  private static String token;

  private String event;

  @BeforeAll
  static void start() {
    system = RunningSystem.whole();
    token = system.tokenOf("committee");
    staff = system.attendance().as(token);
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
  void aNewClientShouldGetTheNumbersFirstAndThenWhatHappens() throws Exception {
    scan("T1");
    try (Sse stream = open(-1)) {
      Sse.Told stats = stream.next();
      assertEquals("stats", stats.kind());
      assertEquals(1, stats.data().getInteger("total_checked_in"));
      scan("T2");
      scan("T2");
      List<Sse.Told> told = stream.next(2);
      assertEquals(List.of("check_in", "refusal"), told.stream().map(Sse.Told::kind).toList());
      assertEquals("ALREADY_CHECKED_IN", told.get(1).data().getString("code"));
    }
  }

  @Test
  void theFirstIdShouldBeThatOfItsNumbersWhileDoorsAreWriting() throws Exception {
    CompletableFuture<Void> doors =
        CompletableFuture.runAsync(() -> IntStream.range(0, 10).forEach(i -> batch("d" + i)));
    while (!doors.isDone()) {
      try (Sse stream = open(-1)) {
        Sse.Told stats = stream.next();
        assertEquals(stats.data().getLong("seq"), stats.id());
      }
    }
    doors.join();
  }

  @Test
  void aClientThatComesBackShouldMissNothing() throws Exception {
    IntStream.range(0, 600).forEach(i -> scan("T" + i));
    try (Sse stream = open(100)) {
      assertEquals(
          LongStream.rangeClosed(101, 600).boxed().toList(),
          stream.next(500).stream().map(Sse.Told::id).toList());
    }
  }

  @Test
  void everyListenerShouldHearEverythingOnceAndInOrder() throws Exception {
    List<Sse> streams = IntStream.range(0, 200).mapToObj(i -> open(0)).toList();
    CompletableFuture<?>[] doors =
        IntStream.range(0, 10)
            .mapToObj(door -> CompletableFuture.runAsync(() -> scanSome("D" + door, 5)))
            .toArray(CompletableFuture[]::new);
    for (Sse stream : streams) {
      assertEquals(
          LongStream.rangeClosed(1, 50).boxed().toList(),
          stream.next(50).stream().map(Sse.Told::id).toList());
      stream.close();
    }
    CompletableFuture.allOf(doors).get(30, TimeUnit.SECONDS);
  }

  @Test
  void aClientThatDoesNotReadShouldBeLetGoAndGoOnWhereItStopped() throws Exception {
    int scans = 25_000;
    String head =
        Wire.head(
            "GET /attendance/" + event + "/stream HTTP/1.1",
            "Host: x",
            "Authorization: Bearer " + token,
            "Last-Event-ID: 0");
    long last;
    try (Wire idle = new Wire(system.attendance().port())) {
      idle.send(head).awaitFirstByte();
      for (int i = 0; i < scans / 5000; i++) {
        batch("d" + i);
      }
      last = lastId(idle.rest());
    }
    assertTrue(last < scans, () -> "all was kept for a client that read nothing");
    try (Sse again = open(last)) {
      assertEquals(last + 1, again.next().id());
    }
  }

  @Test
  void theEndOfTheTokenShouldEndTheStream() throws Exception {
    String own = system.tokenOf("committee");
    try (Sse stream = Sse.open(system.attendance().port(), event, 0, own)) {
      system.identity().as(own).post("/auth/logout", new JsonObject()).expect(204);
      assertEquals("", stream.next().kind());
    }
  }

  @Test
  void aHeadShouldEndAtOnceWithTheStreamsHeaders() {
    try (Wire wire = new Wire(system.attendance().port())) {
      Wire.Reply head = wire.send(headOfStream() + Wire.head(HEALTH, "Host: x")).readHead();
      assertEquals(200, head.status());
      assertEquals("text/event-stream", head.headers().get("content-type"));
      assertEquals("no-store", head.headers().get("cache-control"));
      assertEquals(200, wire.read().status());
    }
  }

  @Test
  void changesShouldBePulledPageByPage() {
    IntStream.range(0, 25).forEach(i -> scan("T" + i));
    String path = "/attendance/" + event + "/changes?limit=10&after=";
    assertEquals(10, staff.get(path + 0).expect(200).array().size());
    assertTrue(staff.get(path + 10).header("Link").orElse("").contains("after=20"));
    assertEquals(5, staff.get(path + 20).expect(200).array().size());
    assertTrue(staff.get(path + 20).header("Link").isEmpty());
  }

  private void scanSome(String prefix, int count) {
    IntStream.range(0, count).forEach(i -> scan(prefix + i));
  }

  /** Of the last event that came whole. */
  private static long lastId(String text) {
    String whole = text.substring(0, text.lastIndexOf("\ndata: "));
    return Long.parseLong(whole.substring(whole.lastIndexOf("\nid: ") + 5));
  }

  private void batch(String device) {
    JsonArray scans = new JsonArray();
    for (int i = 0; i < 5000; i++) {
      scans.add(
          new JsonObject()
              .put("nonce", "n" + i)
              .put("event_id", event)
              .put("ticket_id", device + "-" + i)
              .put("scanned_at", "2026-01-01T10:00:00Z"));
    }
    JsonObject body = new JsonObject().put("device_id", device).put("scans", scans);
    staff.post("/checkins/batch", body).expect(200);
  }

  private void scan(String ticket) {
    staff.post("/checkins", new JsonObject().put("event_id", event).put("ticket_id", ticket));
  }

  private String headOfStream() {
    return Wire.head(
        "HEAD /attendance/" + event + "/stream HTTP/1.1",
        "Host: x",
        "Authorization: Bearer " + token);
  }

  private Sse open(long after) {
    return Sse.open(system.attendance().port(), event, after, token);
  }
}
