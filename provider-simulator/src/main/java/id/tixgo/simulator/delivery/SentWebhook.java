package id.tixgo.simulator.delivery;

import static java.util.Objects.requireNonNull;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;

/**
 * A notification on its way.
 *
 * @param reference the merchant's name of the payment
 * @param urls where it goes, each on its own; empty for where all go
 */
public record SentWebhook(
    String gateway,
    String reference,
    List<String> urls,
    Map<String, String> headers,
    JsonObject body,
    RetryRule rule) {
  public SentWebhook {
    requireNonNull(gateway);
    requireNonNull(reference);
    urls = List.copyOf(urls);
    headers = Map.copyOf(headers);
    requireNonNull(body);
    requireNonNull(rule);
  }

  public SentWebhook withRule(RetryRule newRule) {
    return new SentWebhook(gateway, reference, urls, headers, body, newRule);
  }
}
