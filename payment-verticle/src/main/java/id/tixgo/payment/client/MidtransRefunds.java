package id.tixgo.payment.client;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.money.Money;
import id.tixgo.payment.domain.GatewayAnswer;
import id.tixgo.payment.domain.GatewayRefund;
import id.tixgo.payment.domain.GatewayState;
import id.tixgo.payment.domain.RefundAnswer;
import id.tixgo.payment.domain.RefundRequest;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.Optional;

/** Gives back what Midtrans took. The same key sent again is the same refund. */
final class MidtransRefunds {
  private final GatewayHttp http;
  private final MidtransCore core;

  MidtransRefunds(GatewayHttp http, MidtransCore core) {
    this.http = requireNonNull(http);
    this.core = requireNonNull(core);
  }

  Future<RefundAnswer> refund(RefundRequest request) {
    JsonObject body =
        new JsonObject()
            .put("refund_key", request.key())
            .put("amount", WholeAmounts.of(request.amount()))
            .put("reason", request.reason());
    return NoAnswer.as(
        RefundAnswer.Unknown::new,
        http.post(MidtransCore.path(id(request), "refund"), body)
            .compose(reply -> refunded(request, reply.json())));
  }

  private static String id(RefundRequest request) {
    return MidtransCore.id(request.payment());
  }

  private Future<RefundAnswer> refunded(RefundRequest request, GatewayJson body) {
    Optional<Money> back = body.money("refund_amount", request.amount().currency());
    boolean nothing = back.filter(amount -> amount.minor() == 0).isPresent();
    String code = MidtransCore.code(body);
    if (nothing && (code.equals("200") || code.equals("202"))) {
      return Future.succeededFuture(
          new RefundAnswer.Refused("The buyer's bank refused the refund.", body.redacted()));
    }
    return code.equals("200")
        ? Future.succeededFuture(
            known(
                request,
                body.text("refund_chargeback_id"),
                back.orElse(request.amount()),
                body.redacted()))
        : refused(request, MidtransCore.refusal(code), body);
  }

  private static RefundAnswer known(
      RefundRequest request, Optional<String> id, Money back, String text) {
    GatewayRefund refund =
        new GatewayRefund(request.key(), id, back, GatewayRefund.State.SUCCEEDED, Optional.empty());
    return new RefundAnswer.Known(refund, text);
  }

  /** What is refused now may have been done before: by a call whose answer got lost. */
  private Future<RefundAnswer> refused(RefundRequest request, String code, GatewayJson body) {
    String reason = MidtransCore.reason(code);
    RefundAnswer refusal =
        code.equals("406")
            ? new RefundAnswer.Unknown(reason)
            : new RefundAnswer.Refused(reason, body.redacted());
    return core.status(id(request))
        .compose(
            answer ->
                GatewayRefunds.find(request.key(), answer)
                    .map(Future::succeededFuture)
                    .orElseGet(
                        () ->
                            code.equals("412") && request.whole()
                                ? cancel(request, refusal)
                                : Future.succeededFuture(refusal)));
  }

  /** Until a card's payment is settled, the next day, all of it goes back by cancelling it. */
  private Future<RefundAnswer> cancel(RefundRequest request, RefundAnswer refusal) {
    return core.cancel(id(request))
        .compose(
            answer -> answer.map(Future::succeededFuture).orElseGet(() -> core.status(id(request))))
        .map(answer -> cancelled(request, answer, refusal));
  }

  private static RefundAnswer cancelled(
      RefundRequest request, GatewayAnswer answer, RefundAnswer refusal) {
    if (answer instanceof GatewayAnswer.Unknown unknown) {
      return new RefundAnswer.Unknown(unknown.why());
    }
    return answer instanceof GatewayAnswer.Known known && known.state() == GatewayState.CANCELLED
        ? known(request, Optional.empty(), request.amount(), known.text())
        : refusal;
  }
}
