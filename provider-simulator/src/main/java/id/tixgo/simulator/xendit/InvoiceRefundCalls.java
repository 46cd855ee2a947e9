package id.tixgo.simulator.xendit;

import static java.util.Objects.requireNonNull;

import id.tixgo.simulator.gateway.WireCall;
import id.tixgo.simulator.gateway.WireRefusal;
import id.tixgo.simulator.gateway.WireReply;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code /refunds}. */
final class InvoiceRefundCalls {
  private static final Set<String> REASONS =
      Set.of("FRAUDULENT", "DUPLICATE", "REQUESTED_BY_CUSTOMER", "CANCELLATION", "OTHERS");

  private final InvoiceDesk desk;
  private final InvoiceRefunds refunds;
  private final Map<String, KeyedRefund> keyToRefund = new HashMap<>();

  /** What was asked for with an idempotency key, and what it became. */
  private record KeyedRefund(JsonObject asked, InvoiceRefund refund) {}

  InvoiceRefundCalls(InvoiceDesk desk, InvoiceRefunds refunds) {
    this.desk = requireNonNull(desk);
    this.refunds = requireNonNull(refunds);
  }

  /** {@code POST /refunds}; the same key with the same body is the same refund. */
  WireReply create(WireCall call) {
    JsonObject body = call.json();
    Optional<String> key = call.header("idempotency-key");
    Optional<KeyedRefund> before = key.map(keyToRefund::get);
    if (before.isPresent()) {
      return again(call, before.get(), body);
    }
    InvoiceRefund begun = begin(call, body);
    key.ifPresent(k -> keyToRefund.put(k, new KeyedRefund(body, begun)));
    return reply(begun);
  }

  private WireReply again(WireCall call, KeyedRefund before, JsonObject body) {
    call.isAbout(before.refund().invoice().terms().externalId());
    if (!before.asked().equals(body)) {
      throw XenditRefusals.refusal(
          409, "IDEMPOTENCY_ERROR", "The idempotency key was used with another request.");
    }
    return reply(before.refund());
  }

  private InvoiceRefund begin(WireCall call, JsonObject body) {
    SimulatedInvoice of =
        desk.book()
            .invoice(body.getString("invoice_id", ""))
            .orElseThrow(InvoiceRefundCalls::noData);
    call.isAbout(of.terms().externalId());
    String referenceId = body.getString("reference_id", "");
    String reason = body.getString("reason", "");
    if (!REASONS.contains(reason)) {
      throw XenditRefusals.invalid("\"reason\" must be one of " + REASONS);
    }
    checkState(of);
    checkReference(referenceId);
    return refunds.begin(of, referenceId, amount(of, body), reason);
  }

  private static void checkState(SimulatedInvoice of) {
    if (!of.isPaid()) {
      throw XenditRefusals.refusal(
          400, "INELIGIBLE_TRANSACTION_STATUS", "The invoice has not been paid.");
    }
    if (!of.payment().orElseThrow().channel().isRefundable()) {
      throw XenditRefusals.refusal(
          403, "REFUND_NOT_SUPPORTED", "The payment channel does not support refunds.");
    }
    if (of.refunds().stream().anyMatch(InvoiceRefund::isPending)) {
      throw XenditRefusals.refusal(
          400, "REFUND_IN_PROGRESS", "There is a refund in progress for this payment.");
    }
  }

  private void checkReference(String referenceId) {
    if (desk.book().refundNamed(referenceId).isPresent()) {
      throw XenditRefusals.refusal(
          409, "DUPLICATE_ERROR", "There is already a refund with this reference_id.");
    }
  }

  private static long amount(SimulatedInvoice of, JsonObject body) {
    if (of.refundable() == 0) {
      throw XenditRefusals.refusal(
          400, "MAXIMUM_REFUND_AMOUNT_REACHED", "The payment has been refunded in full.");
    }
    Object amount = body.getValue("amount", of.refundable());
    if (!(amount instanceof Number number) || number.longValue() < 1) {
      throw XenditRefusals.invalid("\"amount\" must be larger than or equal to 1");
    }
    if (number.longValue() > of.refundable()) {
      throw XenditRefusals.refusal(
          400, "REFUND_AMOUNT_EXCEEDED", "The amount is larger than what can be refunded.");
    }
    return number.longValue();
  }

  /** {@code GET /refunds/{id}}. */
  WireReply get(WireCall call) {
    InvoiceRefund found =
        desk.book().refund(call.part("id")).orElseThrow(InvoiceRefundCalls::noData);
    call.isAbout(found.invoice().terms().externalId());
    return reply(found);
  }

  /** {@code GET /refunds?invoice_id=}. */
  WireReply find(WireCall call) {
    List<InvoiceRefund> found =
        call.query("invoice_id")
            .flatMap(desk.book()::invoice)
            .map(SimulatedInvoice::refunds)
            .orElse(List.of());
    return WireReply.json(
        200, new JsonObject().put("has_more", false).put("data", desk.bodies().refunds(found)));
  }

  private WireReply reply(InvoiceRefund refund) {
    return WireReply.json(200, desk.bodies().refund(refund));
  }

  private static WireRefusal noData() {
    return XenditRefusals.refusal(404, "DATA_NOT_FOUND", "The requested data is not found.");
  }

  void reset() {
    keyToRefund.clear();
  }
}
