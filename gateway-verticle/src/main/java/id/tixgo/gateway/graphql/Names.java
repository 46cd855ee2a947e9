package id.tixgo.gateway.graphql;

import io.vertx.core.json.JsonObject;
import java.util.Locale;
import java.util.Map;

/** GraphQL's {@code startTime} is REST's {@code start_time}. */
final class Names {
  private Names() {}

  static String snake(String camel) {
    return camel.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
  }

  /** Arguments as REST takes them; those that weren't given aren't there. */
  static JsonObject snake(Map<String, Object> arguments) {
    JsonObject body = new JsonObject();
    arguments.forEach((name, value) -> body.put(snake(name), value));
    return body;
  }
}
