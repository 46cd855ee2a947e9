package id.tixgo.common.http;

import id.tixgo.common.time.Timestamps;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.json.schema.OutputUnit;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a client is told of a value that breaks its schema: what is wanted there. A pattern says
 * that to nobody, so a schema with one has its sentence as {@code x-message}.
 */
final class Sentences {
  static final String OWN = "x-message";

  /** What {@link #OWN} speaks of: how a text must look. */
  private static final Set<String> OF_TEXTS = Set.of("pattern", "format", "minLength", "maxLength");

  private static final Map<String, String> FORMAT_TO_SENTENCE =
      Map.of("date-time", Timestamps.WANTED);

  private Sentences() {}

  static String of(Object schema, OutputUnit error) {
    String location = error.getKeywordLocation();
    int last = location.lastIndexOf('/');
    return schemaAt(schema, location.substring(0, last))
        .map(at -> of(at, location.substring(last + 1)))
        .orElse("is not what the contract wants");
  }

  private static String of(JsonObject schema, String keyword) {
    Optional<String> own = ofTexts(schema).filter(sentence -> OF_TEXTS.contains(keyword));
    return own.orElseGet(() -> general(keyword, schema.getValue(keyword)));
  }

  /** The schema's own sentence, or that of its format. */
  private static Optional<String> ofTexts(JsonObject schema) {
    return Optional.ofNullable(schema.getString(OWN))
        .or(() -> Optional.ofNullable(schema.getString("format")).map(FORMAT_TO_SENTENCE::get));
  }

  private static String general(String keyword, Object wanted) {
    return switch (keyword) {
      case "type" -> "must be " + types(wanted);
      case "enum" -> "must be " + values((JsonArray) wanted);
      case "const" -> "must be " + value(wanted);
      case "minLength" -> "must have at least " + wanted + " characters";
      case "maxLength" -> "must have at most " + wanted + " characters";
      case "minimum" -> "must be at least " + wanted;
      case "maximum" -> "must be at most " + wanted;
      case "minItems" -> "must have at least " + wanted + " items";
      case "maxItems" -> "must have at most " + wanted + " items";
      case "uniqueItems" -> "must not have an item twice";
      case "minProperties" -> "must have at least " + wanted + " members";
      default -> "is not what the contract wants";
    };
  }

  private static String types(Object wanted) {
    return alternatives(
        wanted instanceof JsonArray several
            ? several.stream().map(Sentences::type)
            : Stream.of(type(wanted)));
  }

  private static String type(Object name) {
    return switch (name.toString()) {
      case "null" -> "null";
      case "array", "integer", "object" -> "an " + name;
      default -> "a " + name;
    };
  }

  private static String values(JsonArray wanted) {
    return alternatives(wanted.stream().map(Sentences::value));
  }

  private static String value(Object wanted) {
    return wanted instanceof String text ? '"' + text + '"' : String.valueOf(wanted);
  }

  /** {@code a, b or c}. */
  private static String alternatives(Stream<String> all) {
    return all.collect(Collectors.joining(", ")).replaceFirst(", (?!.*, )", " or ");
  }

  /**
   * @param pointer {@code #/properties/gate}
   */
  private static Optional<JsonObject> schemaAt(Object schema, String pointer) {
    Object at = schema;
    for (String token : pointer.split("/", -1)) {
      at = token.equals("#") || token.equals("$ref") ? at : step(at, token);
    }
    return at instanceof JsonObject found ? Optional.of(found) : Optional.empty();
  }

  private static Object step(Object at, String token) {
    if (at instanceof JsonArray array) {
      return array.getValue(Integer.parseInt(token));
    }
    String name = token.replace("~1", "/").replace("~0", "~");
    return at instanceof JsonObject object ? object.getValue(name) : null;
  }
}
