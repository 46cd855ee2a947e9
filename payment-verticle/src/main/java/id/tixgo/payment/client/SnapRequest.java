package id.tixgo.payment.client;

import id.tixgo.payment.domain.PaymentMethod;
import id.tixgo.payment.domain.PaymentRequest;
import id.tixgo.payment.domain.PaymentRequest.Item;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/** A payment as Midtrans' Snap is asked for it: {@code POST /snap/v1/transactions}. */
record SnapRequest(PaymentRequest payment) {
  /** What the buyer finds on Snap's page. */
  static final Map<PaymentMethod, List<String>> CHANNELS =
      Map.of(
          PaymentMethod.QRIS, List.of("other_qris", "gopay"),
          PaymentMethod.BANK_TRANSFER,
              List.of("bca_va", "bni_va", "bri_va", "permata_va", "echannel", "other_va"),
          PaymentMethod.CREDIT_CARD, List.of("credit_card"),
          PaymentMethod.EWALLET, List.of("gopay", "shopeepay", "dana", "ovo"),
          PaymentMethod.CONVENIENCE_STORE, List.of("indomaret", "alfamart"));

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss xx").withZone(ZoneOffset.ofHours(7));

  /** Snap takes nothing shorter or longer. */
  private static final long LEAST_MINUTES = 5;

  private static final long MOST_MINUTES = Duration.ofDays(7).toMinutes();
  private static final int ID_LENGTH = 50;
  private static final int NAME_LENGTH = 50;
  private static final int BUYER_LENGTH = 255;

  JsonObject json() {
    JsonObject json =
        new JsonObject()
            .put("transaction_details", transaction())
            .put("customer_details", customer())
            .put("enabled_payments", new JsonArray(CHANNELS.get(payment.method())))
            .put("expiry", expiry());
    List<Item> items = WholeAmounts.items(payment);
    if (!items.isEmpty()) {
      json.put("item_details", new JsonArray(items.stream().map(SnapRequest::item).toList()));
    }
    if (payment.method() == PaymentMethod.CREDIT_CARD) {
      json.put("credit_card", new JsonObject().put("secure", true));
    }
    payment
        .returnUrl()
        .ifPresent(url -> json.put("callbacks", new JsonObject().put("finish", url)));
    return json;
  }

  private JsonObject transaction() {
    return new JsonObject()
        .put("order_id", payment.reference())
        .put("gross_amount", WholeAmounts.of(payment.amount()));
  }

  private JsonObject customer() {
    JsonObject customer =
        new JsonObject().put("first_name", WholeAmounts.cut(payment.buyer(), BUYER_LENGTH));
    payment.email().ifPresent(email -> customer.put("email", email));
    return customer;
  }

  private JsonObject expiry() {
    return new JsonObject()
        .put("start_time", TIME.format(payment.createdAt()))
        .put("unit", "minute")
        .put("duration", minutes());
  }

  private static JsonObject item(Item item) {
    return new JsonObject()
        .put("id", WholeAmounts.cut(item.id(), ID_LENGTH))
        .put("name", WholeAmounts.cut(item.name(), NAME_LENGTH))
        .put("price", WholeAmounts.of(item.price()))
        .put("quantity", item.quantity());
  }

  private long minutes() {
    long wanted = payment.createdAt().until(payment.expiresAt(), ChronoUnit.MINUTES);
    return Math.min(Math.max(wanted, LEAST_MINUTES), MOST_MINUTES);
  }

  /** Until when Snap will take the money. */
  Instant expiresAt() {
    return payment.createdAt().truncatedTo(ChronoUnit.SECONDS).plus(Duration.ofMinutes(minutes()));
  }
}
