package id.tixgo.simulator.xendit;

import static java.util.Objects.requireNonNull;

import id.tixgo.simulator.delivery.RetryRule;
import id.tixgo.simulator.delivery.SentWebhook;
import id.tixgo.simulator.delivery.WebhookSender;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;

/** Callbacks of Xendit: who sends them is known by a token alone. */
final class InvoiceTeller {
  private static final RetryRule RULE = new XenditRetryRule();

  private final InvoiceBodies bodies;
  private final WebhookSender deliveries;
  private final String callbackToken;

  InvoiceTeller(InvoiceBodies bodies, WebhookSender deliveries, String callbackToken) {
    this.bodies = requireNonNull(bodies);
    this.deliveries = requireNonNull(deliveries);
    this.callbackToken = requireNonNull(callbackToken);
  }

  void tell(SimulatedInvoice invoice) {
    String reference = invoice.terms().externalId();
    deliveries.send(webhook(reference, bodies.callback(invoice), callbackToken));
  }

  void tell(InvoiceRefund refund) {
    String reference = refund.invoice().terms().externalId();
    deliveries.send(webhook(reference, bodies.refundEvent(refund), callbackToken));
  }

  String callbackToken() {
    return callbackToken;
  }

  static SentWebhook webhook(String reference, JsonObject body, String token) {
    Map<String, String> headers = Map.of("x-callback-token", token);
    return new SentWebhook(XenditSimulator.NAME, reference, List.of(), headers, body, RULE);
  }
}
