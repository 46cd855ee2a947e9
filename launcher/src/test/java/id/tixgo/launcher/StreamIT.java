package id.tixgo.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
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
  private static RunningSystem system;
  private static Api staff;
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
    List<Sse> streams = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      streams.add(open(0));
    }
    CompletableFuture<Void> doors =
        CompletableFuture.runAsync(() -> IntStream.range(0, 100).forEach(i -> scan("T" + i)));
    for (Sse stream : streams) {
      assertEquals(
          LongStream.rangeClosed(1, 100).boxed().toList(),
          stream.next(100).stream().map(Sse.Told::id).toList());
      stream.close();
    }
    doors.get(30, TimeUnit.SECONDS);
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
  void changesShouldBePulledPageByPage() {
    IntStream.range(0, 25).forEach(i -> scan("T" + i));
    String path = "/attendance/" + event + "/changes?limit=10&after=";
    assertEquals(10, staff.get(path + 0).expect(200).array().size());
    assertTrue(staff.get(path + 10).header("Link").orElse("").contains("after=20"));
    assertEquals(5, staff.get(path + 20).expect(200).array().size());
    assertTrue(staff.get(path + 20).header("Link").isEmpty());
  }

  private void scan(String ticket) {
    staff.post("/checkins", new JsonObject().put("event_id", event).put("ticket_id", ticket));
  }

  private Sse open(long after) {
    return Sse.open(system.attendance().port(), event, after, token);
  }
}
