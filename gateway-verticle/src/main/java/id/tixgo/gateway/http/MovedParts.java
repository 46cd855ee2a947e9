package id.tixgo.gateway.http;

import static java.util.Objects.requireNonNull;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/**
 * Parts of a service's contract on their way into another document. What they refer to comes along,
 * under a name that no other service's component has.
 */
final class MovedParts {
  private static final String REFERENCE = "$ref";

  private final String service;
  private final JsonObject from;
  private final JsonObject to;

  /**
   * @param contract whose components are the service's own
   * @param components of the other document
   */
  MovedParts(String service, JsonObject contract, JsonObject components) {
    this.service = requireNonNull(service);
    this.from = contract.getJsonObject("components", new JsonObject());
    this.to = requireNonNull(components);
  }

  JsonObject move(JsonObject part) {
    JsonObject moved = new JsonObject();
    part.forEach(
        member ->
            moved.put(
                member.getKey(),
                member.getKey().equals(REFERENCE)
                    ? reference((String) member.getValue())
                    : moveValue(member.getValue())));
    return moved;
  }

  private Object moveValue(Object value) {
    if (value instanceof JsonObject object) {
      return move(object);
    }
    return value instanceof JsonArray array
        ? new JsonArray(array.stream().map(this::moveValue).toList())
        : value;
  }

  /**
   * @param given {@code #/components/schemas/Event}; of the service's own, or of what all share
   */
  private String reference(String given) {
    String[] steps = given.split("/", -1);
    String kind = steps[2];
    JsonObject own = from.getJsonObject(kind, new JsonObject());
    if (!own.containsKey(steps[3])) {
      return given;
    }
    String name = service + "." + steps[3];
    bring(kind, name, own.getJsonObject(steps[3]));
    return "#/components/" + kind + "/" + name;
  }

  /** A component may refer to itself, so it has its place before it is moved. */
  private void bring(String kind, String name, JsonObject part) {
    if (!to.containsKey(kind)) {
      to.put(kind, new JsonObject());
    }
    JsonObject components = to.getJsonObject(kind);
    if (!components.containsKey(name)) {
      components.put(name, new JsonObject());
      components.put(name, move(part));
    }
  }
}
