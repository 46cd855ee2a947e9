package id.tixgo.common.test;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** What is scanned, and the code that it is: the same cases for the services and the browser. */
public record TicketCodes(String text, Optional<String> code, String why) {
  public static List<TicketCodes> all() {
    return json().stream().map(JsonObject.class::cast).map(TicketCodes::of).toList();
  }

  public static JsonArray json() {
    try (InputStream file = TicketCodes.class.getResourceAsStream("/ticket-codes.json")) {
      assertNotNull(file);
      return new JsonArray(new String(file.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The JSON in ASCII, so that half a character isn't lost on the way. */
  public static String ascii(String json) {
    StringBuilder text = new StringBuilder();
    json.chars().forEach(c -> text.append(c < 128 ? "" + (char) c : "\\u%04x".formatted(c)));
    return text.toString();
  }

  private static TicketCodes of(JsonObject one) {
    return new TicketCodes(
        one.getString("text"), Optional.ofNullable(one.getString("code")), one.getString("why"));
  }
}
