package id.tixgo.payment;

import id.tixgo.common.money.Money;
import id.tixgo.payment.domain.CreateAnswer;
import id.tixgo.payment.domain.GatewayAnswer;
import id.tixgo.payment.domain.GatewayRefund;
import id.tixgo.payment.domain.GatewayState;
import id.tixgo.payment.domain.KnownPayment;
import id.tixgo.payment.domain.Notice;
import id.tixgo.payment.domain.PayInstructions;
import id.tixgo.payment.domain.PaymentGateway;
import id.tixgo.payment.domain.PaymentMethod;
import id.tixgo.payment.domain.PaymentRequest;
import id.tixgo.payment.domain.RefundAnswer;
import id.tixgo.payment.domain.RefundChannel;
import id.tixgo.payment.domain.RefundRequest;
import id.tixgo.payment.domain.Refunds;
import id.tixgo.payment.domain.Settlement;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** A gateway with one payment, of which a test decides all. */
final class ScriptedRefunds implements PaymentGateway {
  final List<GatewayRefund> refunds = new ArrayList<>();
  GatewayState state = GatewayState.PENDING;
  Optional<Long> paid = Optional.empty();
  long fee;
  String currency = "IDR";
  boolean refuses;
  boolean refusesPayments;
  boolean silent;
  int calls;

  /** What happens before it answers that somebody can pay. */
  Function<PaymentRequest, Future<?>> meanwhile = request -> Future.succeededFuture();

  @Override
  public String name() {
    return "midtrans";
  }

  @Override
  public Set<PaymentMethod> methods() {
    return Set.of(PaymentMethod.QRIS);
  }

  @Override
  public boolean refunds(PaymentMethod method, boolean whole) {
    return true;
  }

  @Override
  public Future<CreateAnswer> create(PaymentRequest request) {
    CreateAnswer answer =
        refusesPayments
            ? new CreateAnswer.Refused("not today", "{\"code\":\"402\"}")
            : new CreateAnswer.Waiting(PayInstructions.NONE, Optional.empty(), "{}");
    return meanwhile.apply(request).map(done -> answer);
  }

  @Override
  public Future<GatewayAnswer> status(KnownPayment payment) {
    return Future.succeededFuture(known());
  }

  GatewayAnswer known() {
    return new GatewayAnswer.Known(
        state,
        Optional.empty(),
        new Money(paid.orElse(state == GatewayState.PAID ? 1000L : 0L), currency),
        new Money(fee, currency),
        Optional.empty(),
        refunds,
        "{}");
  }

  @Override
  public Future<GatewayAnswer> cancel(KnownPayment payment) {
    return status(payment);
  }

  @Override
  public Future<RefundAnswer> refund(RefundRequest request) {
    calls++;
    if (silent) {
      return Future.succeededFuture(new RefundAnswer.Unknown("lost"));
    }
    if (refuses) {
      return Future.succeededFuture(new RefundAnswer.Refused("not today", "{\"code\":\"412\"}"));
    }
    GatewayRefund made =
        new GatewayRefund(
            request.key(),
            Optional.empty(),
            request.amount(),
            GatewayRefund.State.SUCCEEDED,
            Optional.empty());
    refunds.add(made);
    return Future.succeededFuture(new RefundAnswer.Known(made, "{}"));
  }

  Notice.About about(String reference) {
    return new Notice.About(Optional.of(reference), Optional.empty());
  }

  Settlement settlement() {
    return new Settlement(new Refunds((payment, whole) -> RefundChannel.GATEWAY));
  }
}
