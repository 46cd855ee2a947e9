package id.tixgo.common.http;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Map;

/**
 * The contract of a tour on one machine: what the guide of the digital wallet, whose calls some
 * services answer, prints without a token, {@code x-demo}, needs none.
 */
public final class Demo {
  private Demo() {}

  public static JsonObject of(JsonObject strict) {
    JsonObject document = strict.copy();
    document.getJsonObject("paths").forEach(path -> open((JsonObject) path.getValue()));
    return document;
  }

  private static void open(JsonObject operations) {
    operations.stream()
        .map(Map.Entry::getValue)
        .filter(JsonObject.class::isInstance)
        .map(JsonObject.class::cast)
        .filter(operation -> operation.getBoolean("x-demo", false))
        .forEach(Demo::openOne);
  }

  private static void openOne(JsonObject operation) {
    JsonArray security = new JsonArray().add(new JsonObject());
    operation.getJsonArray("security").forEach(security::add);
    operation.put("security", security);
  }
}
