package id.tixgo.launcher.postman;

import static java.util.Objects.requireNonNull;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Optional;
import java.util.stream.Stream;

/** The examples that a contract gives, or that follow from its schemas. */
final class ContractExamples {
  private static final String REFERENCE = "$ref";
  private static final String FIRST_ONLY = "items";

  private final JsonObject contract;

  ContractExamples(JsonObject contract) {
    this.contract = requireNonNull(contract);
  }

  /** A part of the contract, or the component that it refers to. */
  JsonObject resolve(JsonObject part) {
    String reference = part.getString(REFERENCE);
    if (reference == null) {
      return part;
    }
    JsonObject target = contract;
    for (String step : reference.substring(2).split("/", -1)) {
      target = target.getJsonObject(step);
    }
    return resolve(target);
  }

  /**
   * @param holder a parameter or a media type: its own example, else that of its schema
   */
  Object of(JsonObject holder) {
    return named(holder).orElseGet(() -> ofSchema(holder.getJsonObject("schema", holder)));
  }

  private static Optional<Object> named(JsonObject holder) {
    if (holder.containsKey("example")) {
      return Optional.of(holder.getValue("example"));
    }
    return holder.getValue("examples") instanceof JsonObject examples
        ? examples.stream().findFirst().map(one -> ((JsonObject) one.getValue()).getValue("value"))
        : Optional.empty();
  }

  private Object ofSchema(JsonObject given) {
    JsonObject schema = resolve(given);
    if (schema.containsKey("example")) {
      return schema.getValue("example");
    }
    return Stream.of("examples", "enum")
        .map(schema::getJsonArray)
        .filter(values -> values != null && !values.isEmpty())
        .map(values -> values.getValue(0))
        .findFirst()
        .orElseGet(() -> composed(schema));
  }

  private Object composed(JsonObject schema) {
    if (schema.containsKey("allOf")) {
      JsonObject whole = new JsonObject();
      parts(schema, "allOf").forEach(part -> whole.mergeIn((JsonObject) ofSchema(part)));
      return whole;
    }
    return Stream.of("oneOf", "anyOf")
        .flatMap(kind -> parts(schema, kind))
        .findFirst()
        .map(this::ofSchema)
        .orElseGet(() -> plain(schema));
  }

  private static Stream<JsonObject> parts(JsonObject schema, String kind) {
    return schema.getJsonArray(kind, new JsonArray()).stream().map(JsonObject.class::cast);
  }

  private Object plain(JsonObject schema) {
    if (schema.containsKey("default")) {
      return schema.getValue("default");
    }
    return switch (type(schema)) {
      case "object" -> members(schema);
      case "array" -> new JsonArray().add(ofSchema(schema.getJsonObject(FIRST_ONLY)));
      case "integer", "number" -> schema.getInteger("minimum", 1);
      case "boolean" -> true;
      default -> text(schema);
    };
  }

  private static String type(JsonObject schema) {
    return schema.getValue("type") instanceof JsonArray types
        ? types.getString(0)
        : schema.getString("type", "object");
  }

  private static String text(JsonObject schema) {
    return "date-time".equals(schema.getString("format")) ? "2026-12-31T12:00:00Z" : "text";
  }

  /** Those that there must be, and those of which an example is given. */
  private JsonObject members(JsonObject schema) {
    JsonArray required = schema.getJsonArray("required", new JsonArray());
    JsonObject example = new JsonObject();
    schema
        .getJsonObject("properties", new JsonObject())
        .forEach(
            member -> {
              JsonObject property = (JsonObject) member.getValue();
              if (required.contains(member.getKey()) || property.containsKey("example")) {
                example.put(member.getKey(), ofSchema(property));
              }
            });
    return example;
  }
}
