package id.tixgo.simulator.midtrans;

import static java.util.Objects.requireNonNull;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Optional;

/**
 * Money given back.
 *
 * @param number Midtrans's own, from 1
 * @param confirmedAt when the bank said so
 */
record CoreRefund(
    int number,
    String key,
    long amount,
    String reason,
    Instant createdAt,
    Optional<Instant> confirmedAt) {
  CoreRefund {
    requireNonNull(key);
    requireNonNull(reason);
    requireNonNull(createdAt);
    requireNonNull(confirmedAt);
  }

  CoreRefund confirmed(Instant at) {
    return new CoreRefund(number, key, amount, reason, createdAt, Optional.of(at));
  }

  JsonObject toJson() {
    JsonObject json =
        new JsonObject()
            .put("refund_chargeback_id", number)
            .put("refund_amount", MidtransFormats.amount(amount))
            .put("created_at", MidtransFormats.time(createdAt))
            .put("reason", reason)
            .put("refund_key", key)
            .put("refund_method", "online");
    confirmedAt.ifPresent(at -> json.put("bank_confirmed_at", MidtransFormats.time(at)));
    return json;
  }
}
