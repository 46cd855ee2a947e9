package id.tixgo.payment.client;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.upstream.UpstreamClient;
import id.tixgo.payment.domain.GatewayRefund;
import id.tixgo.payment.domain.RefundAnswer;
import id.tixgo.payment.domain.RefundRequest;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Xendit's refunds of an invoice. Our key is their {@code reference_id}. */
final class XenditRefunds {
  private static final String PATH = "/refunds";

  /** Xendit's own list of reasons has no better one; ours is in the metadata. */
  private static final String REASON = "OTHERS";

  private static final int METADATA_LENGTH = 500;

  private final GatewayHttp http;

  XenditRefunds(GatewayHttp http) {
    this.http = requireNonNull(http);
  }

  /** All of an invoice; none where our key may not read them. Fails with {@link NoAnswer}. */
  Future<List<GatewayRefund>> list(String invoiceId) {
    return http.get(PATH + "?limit=100&invoice_id=" + UpstreamClient.segment(invoiceId))
        .map(reply -> refunds(invoiceId, reply));
  }

  private static List<GatewayRefund> refunds(String invoiceId, GatewayReply reply) {
    if (!reply.isSuccess()) {
      XenditErrors.code(reply);
      return List.of();
    }
    List<GatewayJson> refunds = reply.json().objects("data");
    return (refunds.isEmpty() ? reply.list() : refunds)
        .stream()
            .filter(refund -> refund.text("invoice_id").equals(Optional.of(invoiceId)))
            .map(XenditRefunds::refund)
            .toList();
  }

  /** One that was made at Xendit's own desk may have no name of ours. */
  private static GatewayRefund refund(GatewayJson refund) {
    Optional<String> id = refund.text("id");
    return new GatewayRefund(
        refund.text("reference_id").or(() -> id).orElseThrow(XenditInvoice::unreadable),
        id,
        refund
            .money("amount", refund.text("currency").orElse("IDR"))
            .orElseThrow(XenditInvoice::unreadable),
        state(refund),
        refund
            .text("failure_code")
            .map(code -> XenditErrors.reason(code, new GatewayReply(200, refund.json()))));
  }

  private static GatewayRefund.State state(GatewayJson refund) {
    return switch (refund.text("status").orElse("").toUpperCase(Locale.ROOT)) {
      case "PENDING" -> GatewayRefund.State.PENDING;
      case "SUCCEEDED" -> GatewayRefund.State.SUCCEEDED;
      case "FAILED", "CANCELLED" -> GatewayRefund.State.FAILED;
      default -> throw XenditInvoice.unreadable();
    };
  }

  /** Fails with {@link NoAnswer}. */
  Future<RefundAnswer> refund(String invoiceId, RefundRequest request) {
    return http.post(PATH, json(invoiceId, request), Map.of("idempotency-key", request.key()))
        .compose(
            reply ->
                reply.isSuccess()
                    ? Future.succeededFuture(known(reply))
                    : refused(invoiceId, request, reply));
  }

  private static JsonObject json(String invoiceId, RefundRequest request) {
    return new JsonObject()
        .put("invoice_id", invoiceId)
        .put("reference_id", request.key())
        .put("currency", request.amount().currency())
        .put("amount", WholeAmounts.of(request.amount()))
        .put("reason", REASON)
        .put(
            "metadata",
            new JsonObject().put("reason", WholeAmounts.cut(request.reason(), METADATA_LENGTH)));
  }

  private static RefundAnswer known(GatewayReply reply) {
    return new RefundAnswer.Known(refund(reply.json()), reply.json().redacted());
  }

  /** What is refused now may have been done before: by a call whose answer got lost. */
  private Future<RefundAnswer> refused(
      String invoiceId, RefundRequest request, GatewayReply reply) {
    String code = XenditErrors.code(reply);
    String text = reply.json().redacted();
    String reason = XenditErrors.reason(code, reply);
    return list(invoiceId)
        .map(
            refunds ->
                refunds.stream()
                    .filter(refund -> refund.key().equals(request.key()))
                    .findFirst()
                    .<RefundAnswer>map(refund -> new RefundAnswer.Known(refund, text))
                    .orElseGet(
                        () ->
                            XenditErrors.isUnsure(code)
                                ? new RefundAnswer.Unknown(XenditErrors.unsure(code))
                                : new RefundAnswer.Refused(reason, text)));
  }
}
