package id.tixgo.simulator.midtrans;

import static java.util.Objects.requireNonNull;

import id.tixgo.simulator.delivery.RetryRule;
import id.tixgo.simulator.delivery.SentWebhook;
import id.tixgo.simulator.delivery.WebhookSender;
import io.vertx.core.json.JsonObject;
import java.util.Map;

/** Notifications of Midtrans. */
final class MidtransTeller {
  private static final RetryRule RULE = new MidtransRetryRule();
  private static final Map<String, String> HEADERS = Map.of("User-Agent", "Veritrans");

  private final CoreBodies bodies;
  private final WebhookSender deliveries;

  MidtransTeller(CoreBodies bodies, WebhookSender deliveries) {
    this.bodies = requireNonNull(bodies);
    this.deliveries = requireNonNull(deliveries);
  }

  /** Tells of a transaction as it is now. */
  void tell(CoreTransaction transaction) {
    deliveries.send(delivery(transaction.terms(), bodies.told(transaction)));
  }

  static SentWebhook delivery(SnapTerms terms, JsonObject body) {
    return new SentWebhook(
        MidtransSimulator.NAME, terms.orderId(), terms.urls(), HEADERS, body, RULE);
  }
}
