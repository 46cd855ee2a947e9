package id.tixgo.gateway.graphql;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.problem.Problem;
import id.tixgo.common.problem.ProblemKind;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.Optional;

/**
 * What a client sends. Whatever else is in the body doesn't count: the handler of vertx-web-graphql
 * would begin at an {@code initialValue} of the client's.
 */
record GraphQLRequest(
    String query,
    Optional<String> operationName,
    Map<String, Object> variables,
    Map<String, Object> extensions) {
  private static final String PERSISTED = "persistedQuery";

  GraphQLRequest {
    requireNonNull(query);
    requireNonNull(operationName);
    requireNonNull(variables);
    requireNonNull(extensions);
  }

  /** Throws a problem of the client's when it is no such request. */
  static GraphQLRequest of(Buffer body) {
    if (!(Json.decodeValue(body) instanceof JsonObject json)) {
      throw refusal("The body must be a JSON object.");
    }
    Optional<String> query = member(json, "query", String.class);
    Map<String, Object> extensions = object(json, "extensions");
    if (query.isEmpty() && !extensions.containsKey(PERSISTED)) {
      throw refusal("The body must have a query.");
    }
    if (extensions.containsKey(PERSISTED) && !namesAHash(extensions.get(PERSISTED))) {
      throw refusal("A persistedQuery has a sha256Hash.");
    }
    return new GraphQLRequest(
        query.orElse(""),
        member(json, "operationName", String.class),
        object(json, "variables"),
        extensions);
  }

  private static boolean namesAHash(Object persisted) {
    return persisted instanceof Map<?, ?> named && named.get("sha256Hash") instanceof String;
  }

  private static Map<String, Object> object(JsonObject json, String name) {
    return member(json, name, JsonObject.class).map(JsonObject::getMap).orElse(Map.of());
  }

  private static <T> Optional<T> member(JsonObject json, String name, Class<T> type) {
    Object value = json.getValue(name);
    if (value != null && !type.isInstance(value)) {
      throw refusal("The body's " + name + " is of another type.");
    }
    return Optional.ofNullable(value).map(type::cast);
  }

  private static Problem refusal(String sentence) {
    return Problem.of(ProblemKind.BAD_REQUEST, sentence);
  }
}
