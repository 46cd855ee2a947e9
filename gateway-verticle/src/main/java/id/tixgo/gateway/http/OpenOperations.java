package id.tixgo.gateway.http;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The operations of a contract that anybody may call, whatever token comes along. */
public final class OpenOperations {
  private final List<OpenOperation> operations = new ArrayList<>();

  /**
   * @param path in segments, where {@code {id}} stands for any
   */
  private record OpenOperation(HttpMethod method, List<String> path) {
    boolean matches(HttpMethod called, List<String> segments) {
      boolean matches = method.equals(called) && segments.size() == path.size();
      for (int i = 0; matches && i < path.size(); i++) {
        matches = path.get(i).startsWith("{") || path.get(i).equals(segments.get(i));
      }
      return matches;
    }
  }

  public OpenOperations(JsonObject document) {
    document
        .getJsonObject("paths")
        .forEach(
            path ->
                ((JsonObject) path.getValue())
                    .forEach(
                        operation ->
                            add(
                                operation.getKey(),
                                path.getKey(),
                                (JsonObject) operation.getValue())));
  }

  private void add(String method, String path, JsonObject operation) {
    if (operation.getJsonArray("security", new JsonArray()).isEmpty()) {
      operations.add(
          new OpenOperation(HttpMethod.valueOf(method.toUpperCase(Locale.ROOT)), segments(path)));
    }
  }

  boolean contain(HttpMethod method, String path) {
    HttpMethod called = method.equals(HttpMethod.HEAD) ? HttpMethod.GET : method;
    List<String> segments = segments(path);
    return operations.stream().anyMatch(operation -> operation.matches(called, segments));
  }

  private static List<String> segments(String path) {
    return List.of(path.split("/", -1));
  }
}
