package id.tixgo.launcher.process;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** What Payment tells other services, and how it is doing with telling a broker. */
record PublishedFeed(String port, String serviceToken) {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  /** The number of the newest message. */
  long last() {
    return get("/internal/feed?limit=1").getLong("last");
  }

  List<JsonObject> after(long seq) {
    return get("/internal/feed?limit=1000&after=" + seq).getJsonArray("messages").stream()
        .map(JsonObject.class::cast)
        .toList();
  }

  boolean isPublished() {
    JsonObject report = report();
    return report.getString("state").equals("following") && report.getLong("seq") == last();
  }

  /** Payment is ready whatever the broker does. */
  JsonObject report() {
    return report(get("/health/ready"));
  }

  static JsonObject report(JsonObject ready) {
    return ready.getJsonArray("feeds").stream()
        .map(JsonObject.class::cast)
        .filter(report -> report.getString("feed").equals("rabbitmq"))
        .findFirst()
        .orElseThrow();
  }

  /** What a message that is published for the first time must have. */
  static JsonObject properties(JsonObject told) {
    JsonObject headers =
        new JsonObject().put("seq", told.getLong("seq")).put("maybe_repeated", false);
    Instant at = Instant.parse(told.getString("at"));
    return new JsonObject()
        .put("content_type", "application/json")
        .put("delivery_mode", 2)
        .put("message_id", "payment/" + told.getLong("seq") + "/" + told.getString("at"))
        .put("correlation_id", String.valueOf(told.getJsonObject("data").getLong("order_id")))
        .put("timestamp", at.truncatedTo(ChronoUnit.SECONDS))
        .put("type", told.getString("type"))
        .put("app_id", "payment")
        .put("headers", headers);
  }

  private JsonObject get(String path) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .header("X-Service-Token", serviceToken)
            .build();
    try {
      HttpResponse<String> answer = CLIENT.send(request, BodyHandlers.ofString());
      assertEquals(200, answer.statusCode(), answer.body());
      return new JsonObject(answer.body());
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
