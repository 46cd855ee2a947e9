package id.tixgo.payment.client;

import id.tixgo.payment.domain.CreateAnswer;
import id.tixgo.payment.domain.GatewayAnswer;
import id.tixgo.payment.domain.KnownPayment;
import id.tixgo.payment.domain.PayInstructions;
import id.tixgo.payment.domain.PaymentGateway;
import id.tixgo.payment.domain.PaymentMethod;
import id.tixgo.payment.domain.PaymentRequest;
import id.tixgo.payment.domain.RefundAnswer;
import id.tixgo.payment.domain.RefundRequest;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** People who take the money themselves and say so afterwards: there is nobody to ask. */
final class ManualGateway implements PaymentGateway {
  static final String NAME = "manual";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Set<PaymentMethod> methods() {
    return Set.of(PaymentMethod.CASH, PaymentMethod.BANK_TRANSFER, PaymentMethod.MANUAL);
  }

  @Override
  public boolean isManual() {
    return true;
  }

  @Override
  public boolean refunds(PaymentMethod method, boolean whole) {
    return false;
  }

  @Override
  public Future<CreateAnswer> create(PaymentRequest request) {
    PayInstructions instructions =
        new PayInstructions(
            Optional.empty(), List.of(), Optional.empty(), Optional.of(request.expiresAt()));
    return Future.succeededFuture(new CreateAnswer.Waiting(instructions, Optional.empty(), "{}"));
  }

  @Override
  public Future<GatewayAnswer> status(KnownPayment payment) {
    return Future.succeededFuture(new GatewayAnswer.NotFound());
  }

  @Override
  public Future<GatewayAnswer> cancel(KnownPayment payment) {
    return status(payment);
  }

  @Override
  public Future<RefundAnswer> refund(RefundRequest request) {
    return Future.succeededFuture(
        new RefundAnswer.Refused("What was paid by hand is given back by hand.", "{}"));
  }
}
