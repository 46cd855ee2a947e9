package id.tixgo.simulator.midtrans;

import static java.util.Objects.requireNonNull;

import io.vertx.core.json.JsonObject;
import java.util.List;

/**
 * What the merchant asks for.
 *
 * @param amount in rupiah
 * @param echo members that come back in every notification: custom fields, metadata
 * @param urls where notifications go; empty for where all go
 */
record SnapTerms(String orderId, long amount, JsonObject echo, List<String> urls) {
  SnapTerms {
    requireNonNull(orderId);
    requireNonNull(echo);
    urls = List.copyOf(urls);
  }
}
