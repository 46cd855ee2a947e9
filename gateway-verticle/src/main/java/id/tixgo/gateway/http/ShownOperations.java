package id.tixgo.gateway.http;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.overload.LoadClass;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What Gateway needs to know of the operations of a contract before it hands a request on. */
public final class ShownOperations {
  /** The service will say that there is none. */
  private static final ShownOperation NONE =
      new ShownOperation(HttpMethod.GET, List.of(), false, LoadClass.READS);

  private final List<ShownOperation> operations = new ArrayList<>();

  /**
   * @param path in segments, where {@code {id}} stands for any
   * @param open whether anybody may call it, whatever token comes along
   */
  record ShownOperation(HttpMethod method, List<String> path, boolean open, LoadClass load) {
    ShownOperation {
      requireNonNull(method);
      path = List.copyOf(path);
      requireNonNull(load);
    }

    private boolean matches(HttpMethod called, List<String> segments) {
      boolean matches = method.equals(called) && segments.size() == path.size();
      for (int i = 0; matches && i < path.size(); i++) {
        matches = path.get(i).startsWith("{") || path.get(i).equals(segments.get(i));
      }
      return matches;
    }
  }

  public ShownOperations(JsonObject document) {
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
    operations.add(
        new ShownOperation(
            HttpMethod.valueOf(method.toUpperCase(Locale.ROOT)),
            segments(path),
            operation.getJsonArray("security", new JsonArray()).isEmpty(),
            LoadClass.of(operation.getString(LoadClass.EXTENSION))));
  }

  ShownOperation find(HttpMethod method, String path) {
    HttpMethod called = method.equals(HttpMethod.HEAD) ? HttpMethod.GET : method;
    List<String> segments = segments(path);
    return operations.stream()
        .filter(operation -> operation.matches(called, segments))
        .findFirst()
        .orElse(NONE);
  }

  private static List<String> segments(String path) {
    return List.of(path.split("/", -1));
  }
}
