package id.tixgo.simulator.xendit;

import id.tixgo.simulator.xendit.SimulatedInvoice.InvoiceTerms;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** Reads what a merchant asks for, and what Xendit checks of it. */
final class InvoiceRules {
  private static final List<String> ECHOED =
      List.of(
          "payer_email",
          "description",
          "customer",
          "success_redirect_url",
          "failure_redirect_url",
          "items",
          "fees",
          "metadata",
          "should_send_email");
  private static final long MOST_SECONDS = Duration.ofDays(365).toSeconds();
  private static final long USUAL_SECONDS = Duration.ofHours(24).toSeconds();

  private InvoiceRules() {}

  /**
   * What is asked for; a fraction of a rupiah is cut off without a word.
   *
   * @throws id.tixgo.simulator.gateway.WireRefusal if Xendit refuses it
   */
  static InvoiceTerms read(JsonObject body, Instant now) {
    require(!body.getString("external_id", "").isEmpty(), "\"external_id\" is required");
    require(body.getValue("amount") instanceof Number, "\"amount\" is required");
    long amount = ((Number) body.getValue("amount")).longValue();
    require(amount >= 1, "\"amount\" must be larger than or equal to 1");
    long seconds = body.getLong("invoice_duration", USUAL_SECONDS);
    require(
        seconds >= 1 && seconds <= MOST_SECONDS,
        "\"invoice_duration\" must be from 1 to " + MOST_SECONDS);
    checkCurrency(body);
    checkEmail(body.getString("payer_email", ""));
    return new InvoiceTerms(
        body.getString("external_id"),
        amount,
        now.plusSeconds(seconds),
        echo(body),
        channels(body));
  }

  private static void require(boolean isSo, String message) {
    if (!isSo) {
      throw XenditRefusals.invalid(message);
    }
  }

  private static void checkCurrency(JsonObject body) {
    if (!body.getString("currency", "IDR").equals("IDR")) {
      throw XenditRefusals.refusal(
          400, "UNSUPPORTED_CURRENCY", "The currency isn't supported for this account.");
    }
  }

  private static void checkEmail(String email) {
    if (!email.isEmpty() && !email.matches("[^@\\s]+@[^@\\s]+")) {
      throw XenditRefusals.refusal(400, "EMAIL_FORMAT_ERROR", "The email format is invalid.");
    }
  }

  private static JsonObject echo(JsonObject body) {
    JsonObject echo = new JsonObject();
    ECHOED.stream().filter(body::containsKey).forEach(name -> echo.put(name, body.getValue(name)));
    return echo;
  }

  private static List<XenditChannel> channels(JsonObject body) {
    JsonArray words = body.getJsonArray("payment_methods", new JsonArray());
    return words.isEmpty()
        ? Stream.of(XenditChannel.values()).toList()
        : words.stream().map(word -> channel((String) word)).distinct().toList();
  }

  private static XenditChannel channel(String word) {
    return XenditChannel.of(word)
        .orElseThrow(
            () ->
                XenditRefusals.refusal(
                    400,
                    "UNAVAILABLE_PAYMENT_METHOD_ERROR",
                    "The payment method choices did not match with the available one on this"
                        + " business."));
  }
}
