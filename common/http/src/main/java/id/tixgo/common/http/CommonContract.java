package id.tixgo.common.http;

import static java.util.Objects.requireNonNull;

import io.vertx.core.json.JsonObject;

/**
 * What every contract has, {@code openapi/_common.json}: health, documents, problems, paging,
 * security. A service's own file has the rest; neither repeats the other.
 */
final class CommonContract {
  static final String FILE = "openapi/_common.json";
  private static final String SERVICE = "{service}";

  private final JsonObject common;

  /**
   * @param text of the file
   * @param service the name that health answers with: {@code event-service}
   */
  CommonContract(String text, String service) {
    this.common = new JsonObject(text.replace(SERVICE, requireNonNull(service)));
  }

  /** The whole document of a service, its own paths first; fails when both define one thing. */
  JsonObject completing(JsonObject own) {
    JsonObject whole = own.copy();
    common.getJsonArray("tags").forEach(whole.getJsonArray("tags")::add);
    add(common.getJsonObject("paths"), child(whole, "paths"));
    JsonObject components = child(whole, "components");
    common
        .getJsonObject("components")
        .forEach(kind -> add((JsonObject) kind.getValue(), child(components, kind.getKey())));
    return whole;
  }

  private static void add(JsonObject parts, JsonObject whole) {
    parts.forEach(
        part -> {
          if (whole.containsKey(part.getKey())) {
            throw new IllegalStateException(part.getKey() + " is in " + FILE + " already");
          }
          whole.put(part.getKey(), part.getValue());
        });
  }

  private static JsonObject child(JsonObject parent, String name) {
    if (!parent.containsKey(name)) {
      parent.put(name, new JsonObject());
    }
    return parent.getJsonObject(name);
  }
}
