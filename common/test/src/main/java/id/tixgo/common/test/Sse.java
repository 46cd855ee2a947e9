package id.tixgo.common.test;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** An open {@code text/event-stream}. */
public record Sse(BufferedReader lines) implements AutoCloseable {
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /** One event of a stream. */
  public record Told(String kind, long id, JsonObject data) {}

  /**
   * Opens the stream of an event.
   *
   * @param after the last id that was read; -1 for a new client
   */
  public static Sse open(int port, String event, long after, String token) {
    HttpRequest.Builder request =
        request(port, "/attendance/" + event + "/stream")
            .header("Authorization", "Bearer " + token);
    if (after >= 0) {
      request.header("Last-Event-ID", String.valueOf(after));
    }
    return open(request);
  }

  /** Opens a stream that is anybody's. */
  public static Sse open(int port, String path) {
    return open(request(port, path));
  }

  /** Opens a stream that is somebody's. */
  public static Sse open(int port, String path, String token) {
    return open(request(port, path).header("Authorization", "Bearer " + token));
  }

  private static HttpRequest.Builder request(int port, String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
  }

  private static Sse open(HttpRequest.Builder request) {
    try {
      var answer = CLIENT.send(request.build(), BodyHandlers.ofInputStream());
      assertEquals(200, answer.statusCode());
      assertEquals("text/event-stream", answer.headers().firstValue("Content-Type").orElse(""));
      return new Sse(
          new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8)));
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** Waits until the next event; empty kind when the stream has ended. */
  public Told next() {
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

  public List<Told> next(int count) {
    return IntStream.range(0, count).mapToObj(i -> next()).toList();
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
