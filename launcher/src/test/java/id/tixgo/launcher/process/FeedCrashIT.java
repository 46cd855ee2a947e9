package id.tixgo.launcher.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/**
 * Event and Attendance in processes of their own, killed in turn in the middle of work: Attendance
 * knows of each event what Event does, and an answer that was lost makes nothing twice.
 */
@Alone
class FeedCrashIT {
  private static final int EVENTS = 340;
  private static final int DEATHS = 8;
  private static final int LONGEST_MS = 1500;
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final Map<String, String> settings = Tixgo.settings("FEED_LOOK_MS", "50");
  private String token;

  @Test
  void attendanceShouldKnowWhatEventKnowsWhicheverDies() throws IOException {
    Random random = random();
    try (Tixgo identity = Tixgo.start("identity", settings)) {
      identity.awaitHealthy(port("IDENTITY_PORT"));
      token = Tixgo.logIn(port("IDENTITY_PORT"));
      Tixgo event = start("event");
      Tixgo attendance = start("attendance");
      CompletableFuture<Void> work = CompletableFuture.runAsync(this::work);
      for (int death = 0; death < DEATHS || !work.isDone(); death++) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextInt(LONGEST_MS)));
        if (death % 2 == 0) {
          event = killed(event, "event");
        } else {
          attendance = killed(attendance, "attendance");
        }
      }
      work.join();
      expectAllKnown(attendance);
      attendance.close();
      event.close();
    }
  }

  /** Three messages an event: made, changed, and one of two cancelled. */
  private void work() {
    for (int i = 1; i <= EVENTS; i++) {
      String event = "{\"id\":\"e%d\",\"title\":\"x\",\"start_time\":\"2026-12-31T12:00:00Z\"}";
      assertEquals(201, untilAnswered("POST", "/events", "k" + i, event.formatted(i)));
      String path = "/events/e" + i;
      assertEquals(200, untilAnswered("PATCH", path, "", "{\"capacity\":" + i + "}"));
      String status = "{\"status\":\"" + (i % 2 == 0 ? "cancelled" : "published") + "\"}";
      assertEquals(200, untilAnswered("PATCH", path, "", status));
    }
  }

  /** The status of the first answer that says anything; whoever is asked may be dead. */
  private int untilAnswered(String method, String path, String key, String body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port("EVENT_PORT") + path))
            .header("Content-Type", "application/json")
            .header("Authorization", "Bearer " + token)
            .method(method, BodyPublishers.ofString(body));
    if (!key.isEmpty()) {
      request.header("Idempotency-Key", key);
    }
    while (true) {
      try {
        HttpResponse<String> answer = CLIENT.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() < 500) {
          return answer.statusCode();
        }
      } catch (IOException e) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }
  }

  private void expectAllKnown(Tixgo attendance) throws IOException {
    JsonArray made = new JsonArray(get("EVENT_PORT", "/events?limit=1000"));
    assertEquals(EVENTS, made.size());
    attendance.await(() -> rules(EVENTS).getInteger("effective_capacity", 0) == EVENTS);
    attendance.await(() -> scan(EVENTS) == 409);
    for (int i = 1; i <= EVENTS; i++) {
      assertEquals(i, rules(i).getInteger("effective_capacity"));
      assertEquals(i % 2 == 0 ? 409 : 201, scan(i));
    }
    JsonObject ready = new JsonObject(get("ATTENDANCE_PORT", "/health/ready"));
    JsonObject feed = ready.getJsonArray("feeds").getJsonObject(0);
    assertEquals("following", feed.getString("state"), feed::encode);
    assertTrue(feed.getInteger("seq") >= 3 * EVENTS, feed::encode);
  }

  private JsonObject rules(int i) {
    return new JsonObject(get("ATTENDANCE_PORT", "/attendance/e" + i + "/rules"));
  }

  private int scan(int i) {
    String scan =
        new JsonObject()
            .put("event_id", "e" + i)
            .put("ticket_id", "T" + System.nanoTime())
            .encode();
    return Tixgo.status("POST", port("ATTENDANCE_PORT"), "/checkins", token, scan);
  }

  private String get(String portName, String path) {
    try {
      return Tixgo.send("GET", port(portName), path, token, "").body();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private Tixgo killed(Tixgo process, String name) throws IOException {
    process.kill();
    process.close();
    return start(name);
  }

  private Tixgo start(String name) throws IOException {
    return Tixgo.start(name, settings).awaitHealthy(port(name.toUpperCase(Locale.ROOT) + "_PORT"));
  }

  private String port(String name) {
    return settings.get(name);
  }

  private static Random random() {
    long seed = System.nanoTime();
    System.out.println("FeedCrashIT seed " + seed);
    return new Random(seed);
  }
}
