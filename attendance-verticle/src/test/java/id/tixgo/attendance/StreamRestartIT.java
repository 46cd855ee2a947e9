package id.tixgo.attendance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tixgo.common.clients.attendance.AttendanceChanges;
import id.tixgo.common.test.Answer;
import id.tixgo.common.test.RunningSystem;
import id.tixgo.common.test.ServiceApi;
import id.tixgo.common.test.Sse;
import io.vertx.core.Future;
import io.vertx.core.eventbus.DeliveryOptions;
import io.vertx.core.eventbus.ReplyException;
import io.vertx.core.eventbus.ReplyFailure;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Streams that end and begin again, also after the service has gone back in time. */
class StreamRestartIT {
  private static RunningSystem system;
  private static ServiceApi staff;
  private static String token;

  private String event;

  @BeforeAll
  static void start() {
    system = new RunningSystem(List.of("identity", "event", "attendance"), Map.of());
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
  void theLastStreamOfAnEventShouldLeaveNoListenerBehind() throws Exception {
    try (Sse stream = open(-1);
        Sse other = open(-1)) {
      stream.next();
      other.next();
      assertTrue(isListenedTo());
    }
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (isListenedTo()) {
      assertTrue(System.nanoTime() < end, "someone listens still");
    }
  }

  @Test
  void aStreamThatOpensAsTheLastOneGoesShouldHearEverything() throws Exception {
    Sse stream = open(0);
    for (int i = 1; i <= 100; i++) {
      stream.close();
      stream = open(i - 1);
      scan("T" + i);
      assertEquals(i, stream.next().id());
    }
    stream.close();
  }

  @Test
  void aNumberThatTheFeedHasNotReachedShouldBeginAnew() throws Exception {
    scan("T1");
    try (Sse stream = open(5000);
        Sse upToDate = open(1)) {
      scan("T2");
      Sse.Told expired = stream.next();
      assertEquals("feed_expired", expired.kind());
      assertEquals("FEED_EXPIRED", expired.data().getString("code"));
      Sse.Told stats = stream.next();
      assertEquals("stats", stats.kind());
      assertEquals(1, stats.id());
      assertEquals(1, stats.data().getInteger("total_checked_in"));
      assertEquals(2, stream.next().id());
      assertEquals(2, upToDate.next().id());
    }
  }

  @Test
  void whatIsPulledFromBeyondTheFeedShouldBeRefused() {
    String path = "/attendance/" + event + "/changes?after=";
    IntStream.rangeClosed(1, 3).forEach(i -> scan("T" + i));
    assertEquals("[]", staff.get(path + 3).expect(200).body());
    staff.get(path + 4).expect(410, "FEED_EXPIRED");
    staff.get("/attendance/nobody/changes?after=1").expect(410, "FEED_EXPIRED");
  }

  @Test
  void whoeverWaitsForAChangeShouldReadItOnceItIsHere() {
    List<CompletableFuture<Answer>> waiting = reading("1");
    scan("T1");
    for (CompletableFuture<Answer> read : waiting) {
      read.join().expect(200);
    }
    assertEquals(1, staff.get(path("/stats?min_seq=1")).expect(200).json().getInteger("seq"));
    for (CompletableFuture<Answer> read : reading("2")) {
      Answer refused = read.join().expect(503, "NOT_HERE_YET");
      assertTrue(refused.header("Retry-After").isPresent());
    }
    reading("-1").forEach(read -> read.join().expect(422, "VALIDATION_ERROR"));
    reading("soon").forEach(read -> read.join().expect(422, "VALIDATION_ERROR"));
  }

  /** The records, the feed and the numbers, each once this node has a change. */
  private List<CompletableFuture<Answer>> reading(String seq) {
    return Stream.of("", "/changes", "/stats")
        .map(part -> path(part + "?min_seq=" + seq))
        .map(path -> CompletableFuture.supplyAsync(() -> staff.get(path)))
        .toList();
  }

  private String path(String part) {
    return "/attendance/" + event + part;
  }

  /** A message to one listener alone fails at once when there is none. */
  private boolean isListenedTo() {
    var message = new AttendanceChanges(event, List.of());
    var options = new DeliveryOptions().setSendTimeout(50);
    String address = AttendanceChanges.address(event);
    return RunningSystem.await(
        system
            .vertx()
            .eventBus()
            .request(address, message, options)
            .map(true)
            .recover(failure -> Future.succeededFuture(hasListener(failure))));
  }

  private static boolean hasListener(Throwable failure) {
    return ((ReplyException) failure).failureType() != ReplyFailure.NO_HANDLERS;
  }

  private void scan(String ticket) {
    staff
        .post("/checkins", new JsonObject().put("event_id", event).put("ticket_id", ticket))
        .expect(201);
  }

  private Sse open(long after) {
    return Sse.open(system.attendance().port(), event, after, token);
  }
}
