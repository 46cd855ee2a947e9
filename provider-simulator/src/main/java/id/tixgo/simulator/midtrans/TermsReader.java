package id.tixgo.simulator.midtrans;

import id.tixgo.simulator.gateway.WireCall;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.stream.Stream;

/** Reads from a checked call what the merchant asks for. */
final class TermsReader {
  private static final List<String> ECHOED =
      List.of("custom_field1", "custom_field2", "custom_field3", "metadata");
  private static final int MOST_URLS = 3;

  private TermsReader() {}

  static SnapTerms read(WireCall call, JsonObject body, String usualUrl) {
    JsonObject details = body.getJsonObject("transaction_details");
    return new SnapTerms(
        details.getString("order_id"),
        details.getLong("gross_amount"),
        echo(body),
        urls(call, usualUrl));
  }

  private static JsonObject echo(JsonObject body) {
    JsonObject echo = new JsonObject();
    ECHOED.stream().filter(body::containsKey).forEach(name -> echo.put(name, body.getValue(name)));
    return echo;
  }

  /** Other places than the usual one, which win, or more of them. */
  private static List<String> urls(WireCall call, String usualUrl) {
    List<String> instead = list(call.header("X-Override-Notification").orElse(""));
    List<String> more = list(call.header("X-Append-Notification").orElse(""));
    if (!instead.isEmpty() || more.isEmpty()) {
      return instead;
    }
    return Stream.concat(Stream.of(usualUrl), more.stream()).toList();
  }

  private static List<String> list(String header) {
    return Stream.of(header.split(",", -1))
        .map(String::strip)
        .filter(url -> !url.isEmpty())
        .limit(MOST_URLS)
        .toList();
  }
}
