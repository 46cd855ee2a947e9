package id.tixgo.common.store.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A thing's members by their paths: {@code details.price.minor}. */
final class AuditedMembers {
  private static final int LONGEST = 200;

  private AuditedMembers() {}

  static Map<String, Object> of(Optional<JsonNode> thing) {
    Map<String, Object> pathToValue = new LinkedHashMap<>();
    thing.ifPresent(known -> add("", known, pathToValue));
    return pathToValue;
  }

  private static void add(String path, JsonNode node, Map<String, Object> pathToValue) {
    if (node.isObject()) {
      String prefix = path.isEmpty() ? "" : path + '.';
      node.properties()
          .forEach(member -> add(prefix + member.getKey(), member.getValue(), pathToValue));
    } else if (!node.isNull()) {
      pathToValue.put(path, node.isArray() || node.isTextual() ? shortened(node) : node);
    }
  }

  /** As text; a description may be longer than all else that an entry says. */
  private static JsonNode shortened(JsonNode node) {
    String text = node.isTextual() ? node.textValue() : node.toString();
    return JsonNodeFactory.instance.textNode(
        text.codePointCount(0, text.length()) > LONGEST
            ? text.substring(0, text.offsetByCodePoints(0, LONGEST)) + '…'
            : text);
  }
}
