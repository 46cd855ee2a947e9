package id.tixgo.simulator.xendit;

import static java.util.Objects.requireNonNull;

import id.tixgo.simulator.behaviour.Switches;
import id.tixgo.simulator.xendit.SimulatedInvoice.InvoicePayment;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** Invoices and refunds as Xendit writes them. */
final class InvoiceBodies {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
  private static final String BUSINESS = "5f27a14a9bf05c73dd040bc8";

  private final Switches switches;

  InvoiceBodies(Switches switches) {
    this.switches = requireNonNull(switches);
  }

  /** As a call is answered. */
  JsonObject invoice(SimulatedInvoice of, String baseUrl) {
    JsonObject body = common(of);
    body.put("status", of.status().name())
        .put("merchant_profile_picture_url", baseUrl + "/merchant.png")
        .put("expiry_date", time(of.terms().expiresAt()))
        .put("invoice_url", baseUrl + InvoicePages.PAGES + of.id())
        .put("should_send_email", of.terms().echo().getBoolean("should_send_email", false));
    of.payment().ifPresent(payment -> putPayment(body, payment));
    AvailableChannels.put(body, of);
    return body;
  }

  /** As a callback says it: flat, and paid also when the money came too late. */
  JsonObject callback(SimulatedInvoice of) {
    JsonObject body = common(of);
    body.put("is_high", false)
        .put("status", of.payment().isPresent() ? "PAID" : of.status().name());
    of.payment().ifPresent(payment -> putPayment(body, payment));
    return body;
  }

  private JsonObject common(SimulatedInvoice of) {
    JsonObject body =
        new JsonObject()
            .put("id", of.id())
            .put("external_id", of.terms().externalId())
            .put("user_id", BUSINESS)
            .put("merchant_name", "TixGo simulator")
            .put("amount", of.terms().amount())
            .put("currency", "IDR")
            .put("created", time(of.createdAt()))
            .put("updated", time(of.updatedAt()));
    body.mergeIn(of.terms().echo());
    return withUnknown(body);
  }

  private static void putPayment(JsonObject body, InvoicePayment payment) {
    body.put("paid_amount", payment.amount())
        .put("paid_at", time(payment.at()))
        .put("currency", payment.currency())
        .put("payment_method", payment.channel().method())
        .put("payment_channel", payment.channel().name())
        .put("payment_destination", "8888" + payment.at().toEpochMilli())
        .put("payment_id", payment.id());
  }

  JsonObject refund(InvoiceRefund of) {
    InvoicePayment payment = of.invoice().payment().orElseThrow();
    JsonObject body =
        new JsonObject()
            .put("id", of.id())
            .put("payment_id", payment.id())
            .put("invoice_id", of.invoice().id())
            .put("amount", of.amount())
            .put("payment_method_type", payment.channel().method())
            .put("channel_code", payment.channel().name())
            .put("currency", "IDR")
            .put("status", of.state().name())
            .put("reason", of.reason())
            .put("reference_id", of.referenceId().isEmpty() ? null : of.referenceId())
            .put("failure_code", of.counts() ? null : "REFUND_FAILED")
            .put("refund_fee_amount", 0)
            .put("created", time(of.createdAt()))
            .put("updated", time(of.updatedAt()));
    return withUnknown(body);
  }

  /** As a webhook says it; the documentation's own example has the envelope twice. */
  JsonObject refundEvent(InvoiceRefund of) {
    JsonObject once = envelope(of, refund(of));
    return switches.isRefundWebhookNested() ? envelope(of, once) : once;
  }

  private static JsonObject envelope(InvoiceRefund of, JsonObject data) {
    return new JsonObject()
        .put("event", of.counts() ? "refund.succeeded" : "refund.failed")
        .put("business_id", BUSINESS)
        .put("created", time(of.updatedAt()))
        .put("data", data);
  }

  JsonArray refunds(List<InvoiceRefund> all) {
    return new JsonArray(all.stream().map(this::refund).toList());
  }

  private JsonObject withUnknown(JsonObject body) {
    return switches.hasUnknownNewFields()
        ? body.put("settlement_hint", new JsonObject().put("batch", 7))
        : body;
  }

  private static String time(Instant time) {
    return TIME.format(time);
  }
}
