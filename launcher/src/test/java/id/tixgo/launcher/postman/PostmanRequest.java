package id.tixgo.launcher.postman;

import static java.util.Objects.requireNonNull;

import io.vertx.core.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** One operation of a contract as a request of the collection. */
final class PostmanRequest {
  private static final String JSON = "application/json";
  private static final String FORM = "application/x-www-form-urlencoded";

  /** The rest of a path below a gateway, slashes included, which no variable may have. */
  private static final String REST = "path";

  /** Of a log-in. */
  private static final Map<String, String> MEMBER_TO_VARIABLE =
      Map.of("username", "username", "email", "username", "password", "password");

  private final ContractExamples examples;
  private final String method;
  private final String path;
  private final String base;
  private final JsonObject operation;

  /**
   * @param base the variable of where it is answered
   * @param path as it is there: {@code /wallet/users/{id}}
   */
  PostmanRequest(
      ContractExamples examples, String base, String path, Map.Entry<String, Object> operation) {
    this.examples = requireNonNull(examples);
    this.base = "{{" + base + "}}";
    this.path = requireNonNull(path);
    this.method = operation.getKey().toUpperCase(Locale.ROOT);
    this.operation = (JsonObject) operation.getValue();
  }

  JsonObject item() {
    String id = operation.getString("operationId");
    return new JsonObject()
        .put("name", operation.getString("summary", id))
        .put("event", PostmanScript.ofRequest(id, documented()))
        .put("request", request())
        .put("response", new JsonArray());
  }

  String tag() {
    return operation.getJsonArray("tags").getString(0);
  }

  /** What a neighbour answers in this one's place is in the neighbour's contract. */
  private Set<Integer> documented() {
    Set<String> statuses = operation.getJsonObject("responses").fieldNames();
    Set<Integer> known = new TreeSet<>();
    if (!statuses.contains("default")) {
      statuses.stream().map(Integer::valueOf).filter(s -> s < 500).forEach(known::add);
    }
    return known;
  }

  private JsonObject request() {
    JsonObject request = new JsonObject().put("method", method);
    if (!isFor("bearer")) {
      request.put("auth", new JsonObject().put("type", "noauth"));
    }
    request.put("header", headers());
    if (operation.containsKey("requestBody")) {
      request.put("body", body());
    }
    return request.put("url", url()).put("description", operation.getString("description", ""));
  }

  private boolean isFor(String scheme) {
    return operation.getJsonArray("security", new JsonArray()).stream()
        .anyMatch(way -> ((JsonObject) way).containsKey(scheme));
  }

  private JsonArray headers() {
    JsonArray headers = new JsonArray();
    if (isFor("service")) {
      headers.add(field("X-Service-Token", "{{service_token}}", isFor("bearer")));
    }
    if (operation.containsKey("requestBody")) {
      headers.add(field("Content-Type", mediaType(), false));
    }
    parameters("header")
        .map(
            header ->
                header.getString("name").equals("Idempotency-Key")
                    ? field("Idempotency-Key", "{{$guid}}", false)
                    : described(header))
        .forEach(headers::add);
    return headers;
  }

  private Stream<JsonObject> parameters(String in) {
    return operation.getJsonArray("parameters", new JsonArray()).stream()
        .map(parameter -> examples.resolve((JsonObject) parameter))
        .filter(parameter -> parameter.getString("in").equals(in));
  }

  private JsonObject described(JsonObject parameter) {
    return field(
            parameter.getString("name"),
            String.valueOf(examples.of(parameter)),
            !parameter.getBoolean("required", false))
        .put("description", parameter.getString("description", ""));
  }

  private static JsonObject field(String key, String value, boolean disabled) {
    JsonObject field = new JsonObject().put("key", key).put("value", value);
    return disabled ? field.put("disabled", true) : field;
  }

  private JsonObject content() {
    return examples.resolve(operation.getJsonObject("requestBody")).getJsonObject("content");
  }

  private String mediaType() {
    Set<String> types = content().fieldNames();
    return types.contains(JSON) ? JSON : types.iterator().next();
  }

  private JsonObject body() {
    Object example = signedIn(examples.of(content().getJsonObject(mediaType())));
    if (mediaType().equals(FORM)) {
      return new JsonObject()
          .put("mode", "urlencoded")
          .put("urlencoded", fields((JsonObject) example));
    }
    JsonObject raw = new JsonObject().put("mode", "raw");
    return mediaType().equals(JSON)
        ? raw.put("raw", Json.encodePrettily(example))
            .put("options", new JsonObject().put("raw", new JsonObject().put("language", "json")))
        : raw.put("raw", example);
  }

  private static JsonArray fields(JsonObject form) {
    JsonArray fields = new JsonArray();
    form.forEach(
        member -> fields.add(field(member.getKey(), String.valueOf(member.getValue()), false)));
    return fields;
  }

  /** Who logs in is the one of the variables. */
  private Object signedIn(Object example) {
    if (operation.getString("operationId").equals(PostmanScript.LOG_IN)) {
      JsonObject body = (JsonObject) example;
      MEMBER_TO_VARIABLE.forEach(
          (member, variable) -> {
            if (body.containsKey(member)) {
              body.put(member, "{{" + variable + "}}");
            }
          });
    }
    return example;
  }

  private JsonObject url() {
    String rest =
        parameters("path")
            .filter(p -> p.getString("name").equals(REST))
            .map(p -> String.valueOf(examples.of(p)))
            .findFirst()
            .orElse("");
    String local = path.replace("{" + REST + "}", rest).replaceAll("\\{(\\w+)}", ":$1");
    JsonObject url =
        new JsonObject()
            .put("raw", base + local)
            .put("host", new JsonArray().add(base))
            .put("path", new JsonArray(segments(local)));
    putSome(url, "query", parameters("query"));
    putSome(url, "variable", parameters("path").filter(p -> !p.getString("name").equals(REST)));
    return url;
  }

  private void putSome(JsonObject url, String name, Stream<JsonObject> parameters) {
    List<JsonObject> described = parameters.map(this::described).toList();
    if (!described.isEmpty()) {
      url.put(name, new JsonArray(described));
    }
  }

  private static List<String> segments(String path) {
    return Arrays.asList(path.substring(1).split("/", -1));
  }
}
