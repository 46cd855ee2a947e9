package id.tixgo.launcher.postman;

import static java.util.Objects.requireNonNull;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Sends a collection's requests as Postman does, as far as this collection needs. */
final class PostmanRun {
  private static final Pattern VARIABLE = Pattern.compile("\\{\\{([\\w$]+)}}");
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final Map<String, String> variables = new HashMap<>();

  /**
   * @param set values in the place of the collection's own
   */
  PostmanRun(JsonObject collection, Map<String, String> set) {
    objects(collection, "variable").forEach(v -> variables.put(v.getString("key"), value(v)));
    variables.putAll(set);
  }

  private static Stream<JsonObject> objects(JsonObject parent, String name) {
    return parent.getJsonArray(name, new JsonArray()).stream().map(JsonObject.class::cast);
  }

  private static String value(JsonObject field) {
    return field.getString("value");
  }

  /** The requests of a collection or a folder, in their order. */
  static Stream<JsonObject> requests(JsonObject folder) {
    return objects(folder, "item")
        .flatMap(item -> item.containsKey("request") ? Stream.of(item) : requests(item));
  }

  /** The first answer's status and text; of a live stream no text. */
  Answered send(JsonObject item) {
    HttpRequest request = request(item.getJsonObject("request"));
    try {
      HttpResponse<InputStream> response = CLIENT.send(request, BodyHandlers.ofInputStream());
      try (InputStream body = response.body()) {
        boolean endless =
            response.headers().firstValue("Content-Type").orElse("").contains("event-stream");
        String text = endless ? "" : new String(body.readAllBytes(), StandardCharsets.UTF_8);
        return new Answered(request, response.statusCode(), text);
      }
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(request.toString(), e);
    }
  }

  record Answered(HttpRequest request, int status, String body) {
    Answered {
      requireNonNull(request);
      requireNonNull(body);
    }

    @Override
    public String toString() {
      return request.method() + " " + request.uri() + ": " + status + " " + body;
    }
  }

  void set(String variable, String value) {
    variables.put(variable, value);
  }

  private HttpRequest request(JsonObject model) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address(model.getJsonObject("url"))))
            .timeout(Duration.ofSeconds(30))
            .method(
                model.getString("method"),
                model.containsKey("body")
                    ? BodyPublishers.ofString(filled(model.getJsonObject("body").getString("raw")))
                    : BodyPublishers.noBody());
    if (!model.containsKey("auth")) {
      request.header("Authorization", "Bearer " + variables.get("token"));
    }
    enabled(model, "header").forEach(h -> request.header(h.getString("key"), filled(value(h))));
    return request.build();
  }

  private static Stream<JsonObject> enabled(JsonObject parent, String name) {
    return objects(parent, name).filter(field -> !field.getBoolean("disabled", false));
  }

  private String address(JsonObject url) {
    Map<String, String> keyToValue =
        objects(url, "variable")
            .collect(Collectors.toMap(v -> ":" + v.getString("key"), PostmanRun::encoded));
    String path =
        url.getJsonArray("path").stream()
            .map(String.class::cast)
            .map(step -> keyToValue.getOrDefault(step, step))
            .collect(Collectors.joining("/", "/", ""));
    String query =
        enabled(url, "query")
            .map(field -> field.getString("key") + "=" + encoded(field))
            .collect(Collectors.joining("&", "?", ""));
    return filled(url.getJsonArray("host").getString(0)) + path + (query.equals("?") ? "" : query);
  }

  private static String encoded(JsonObject field) {
    return URLEncoder.encode(value(field), StandardCharsets.UTF_8).replace("+", "%20");
  }

  private String filled(String text) {
    return VARIABLE
        .matcher(text)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(
                    found.group(1).equals("$guid")
                        ? UUID.randomUUID().toString()
                        : requireNonNull(variables.get(found.group(1)), found.group())));
  }
}
