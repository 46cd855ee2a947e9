package id.tixgo.payment.client;

import static java.util.stream.Collectors.joining;

import id.tixgo.payment.domain.PaymentMethod;
import id.tixgo.payment.domain.PaymentRequest;
import id.tixgo.payment.domain.PaymentRequest.Item;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/** A payment as Xendit is asked for it: {@code POST /v2/invoices}. */
record InvoiceRequest(PaymentRequest payment) {
  /** What the buyer finds on the invoice's page. */
  static final Map<PaymentMethod, List<String>> CHANNELS =
      Map.of(
          PaymentMethod.QRIS, List.of("QRIS"),
          PaymentMethod.BANK_TRANSFER, List.of("BCA", "BNI", "BRI", "MANDIRI", "PERMATA"),
          PaymentMethod.CREDIT_CARD, List.of("CREDIT_CARD"),
          PaymentMethod.EWALLET, List.of("OVO", "DANA", "SHOPEEPAY", "LINKAJA"),
          PaymentMethod.CONVENIENCE_STORE, List.of("ALFAMART", "INDOMARET"));

  private static final int TEXT_LENGTH = 255;

  JsonObject json() {
    JsonObject json =
        new JsonObject()
            .put("external_id", payment.reference())
            .put("amount", WholeAmounts.of(payment.amount()))
            .put("currency", payment.amount().currency())
            .put("description", description())
            .put("invoice_duration", seconds())
            .put("payment_methods", new JsonArray(CHANNELS.get(payment.method())));
    payment.email().ifPresent(email -> json.put("payer_email", email));
    payment
        .returnUrl()
        .ifPresent(url -> json.put("success_redirect_url", url).put("failure_redirect_url", url));
    List<Item> items = WholeAmounts.items(payment);
    if (!items.isEmpty()) {
      json.put("items", new JsonArray(items.stream().map(InvoiceRequest::item).toList()));
    }
    return json;
  }

  private String description() {
    String names = payment.items().stream().map(Item::name).collect(joining(", "));
    return WholeAmounts.cut(names.isBlank() ? payment.reference() : names, TEXT_LENGTH);
  }

  private long seconds() {
    return Math.max(1, payment.createdAt().until(payment.expiresAt(), ChronoUnit.SECONDS));
  }

  private static JsonObject item(Item item) {
    return new JsonObject()
        .put("name", WholeAmounts.cut(item.name(), TEXT_LENGTH))
        .put("quantity", item.quantity())
        .put("price", WholeAmounts.of(item.price()));
  }
}
