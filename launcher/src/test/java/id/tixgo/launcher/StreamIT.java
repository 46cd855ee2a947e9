package id.tixgo.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static RunningSystem system;
  private static Api staff;
  private static String token;

  private String event;

  /** One event of a stream. */
  private record Told(String kind, long id, JsonObject data) {}

  /** An open stream. */
  private record Stream(BufferedReader lines) implements AutoCloseable {
    /** Waits for the next event; empty kind when the stream has ended. */
    Told next() {
      Map<String, String> fields = new HashMap<>();
      try {
        String line = lines.readLine();
        while (line != null && !(line.isEmpty() && fields.containsKey("data"))) {
          String[] parts = line.split(": ", 2);
          if (parts.length == 2) {
            fields.put(parts[0], parts[1]);
          }
          line = lines.readLine();
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return new Told(
          fields.getOrDefault("event", ""),
          Long.parseLong(fields.getOrDefault("id", "0")),
          new JsonObject(fields.getOrDefault("data", "{}")));
    }

    List<Told> next(int count) {
      return IntStream.range(0, count).mapToObj(i -> next()).toList();
    }

    @Override
    public void close() throws IOException {
      lines.close();
    }
  }

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
    try (Stream stream = open(-1)) {
      Told stats = stream.next();
      assertEquals("stats", stats.kind());
      assertEquals(1, stats.data().getInteger("total_checked_in"));
      scan("T2");
      scan("T2");
      List<Told> told = stream.next(2);
      assertEquals(List.of("check_in", "refusal"), told.stream().map(Told::kind).toList());
      assertEquals("ALREADY_CHECKED_IN", told.get(1).data().getString("code"));
    }
  }

  @Test
  void aClientThatComesBackShouldMissNothing() throws Exception {
    IntStream.range(0, 600).forEach(i -> scan("T" + i));
    try (Stream stream = open(100)) {
      assertEquals(
          LongStream.rangeClosed(101, 600).boxed().toList(),
          stream.next(500).stream().map(Told::id).toList());
    }
  }

  @Test
  void everyListenerShouldHearEverythingOnceAndInOrder() throws Exception {
    List<Stream> streams = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      streams.add(open(0));
    }
    CompletableFuture<Void> doors =
        CompletableFuture.runAsync(() -> IntStream.range(0, 100).forEach(i -> scan("T" + i)));
    for (Stream stream : streams) {
      assertEquals(
          LongStream.rangeClosed(1, 100).boxed().toList(),
          stream.next(100).stream().map(Told::id).toList());
      stream.close();
    }
    doors.get(30, TimeUnit.SECONDS);
  }

  @Test
  void theEndOfTheTokenShouldEndTheStream() throws Exception {
    String own = system.tokenOf("committee");
    try (Stream stream = open(0, own)) {
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

  private Stream open(long after) throws Exception {
    return open(after, token);
  }

  private Stream open(long after, String as) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(
                URI.create(
                    "http://127.0.0.1:"
                        + system.attendance().port()
                        + "/attendance/"
                        + event
                        + "/stream"))
            .header("Authorization", "Bearer " + as);
    if (after >= 0) {
      request.header("Last-Event-ID", String.valueOf(after));
    }
    var answer = CLIENT.send(request.build(), BodyHandlers.ofInputStream());
    assertEquals(200, answer.statusCode());
    assertEquals("text/event-stream", answer.headers().firstValue("Content-Type").orElse(""));
    return new Stream(
        new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8)));
  }
}
