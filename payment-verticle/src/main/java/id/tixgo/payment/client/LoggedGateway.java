package id.tixgo.payment.client;

import static java.util.Objects.requireNonNull;

import id.tixgo.payment.domain.CreateAnswer;
import id.tixgo.payment.domain.GatewayAnswer;
import id.tixgo.payment.domain.KnownPayment;
import id.tixgo.payment.domain.PaymentGateway;
import id.tixgo.payment.domain.PaymentMethod;
import id.tixgo.payment.domain.PaymentRequest;
import id.tixgo.payment.domain.RefundAnswer;
import id.tixgo.payment.domain.RefundRequest;
import io.vertx.core.Future;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A gateway whose silence is logged: of what, and why. The reasons are sentences of ours, so that
 * nothing that a gateway says stands in the log.
 */
record LoggedGateway(PaymentGateway gateway) implements PaymentGateway {
  private static final Logger LOG = LoggerFactory.getLogger(LoggedGateway.class);

  LoggedGateway {
    requireNonNull(gateway);
  }

  @Override
  public String name() {
    return gateway.name();
  }

  @Override
  public Set<PaymentMethod> methods() {
    return gateway.methods();
  }

  @Override
  public boolean isManual() {
    return gateway.isManual();
  }

  @Override
  public boolean refunds(PaymentMethod method, boolean whole) {
    return gateway.refunds(method, whole);
  }

  @Override
  public Future<CreateAnswer> create(PaymentRequest request) {
    return gateway
        .create(request)
        .onSuccess(
            answer -> {
              if (answer instanceof CreateAnswer.Unknown unknown) {
                log("create", request.reference(), unknown.why());
              }
            });
  }

  @Override
  public Future<GatewayAnswer> status(KnownPayment payment) {
    return gateway.status(payment).onSuccess(answer -> log("status", payment, answer));
  }

  @Override
  public Future<GatewayAnswer> cancel(KnownPayment payment) {
    return gateway.cancel(payment).onSuccess(answer -> log("cancel", payment, answer));
  }

  private static void log(String what, KnownPayment payment, GatewayAnswer answer) {
    if (answer instanceof GatewayAnswer.Unknown unknown) {
      log(what, payment.reference(), unknown.why());
    }
  }

  @Override
  public Future<RefundAnswer> refund(RefundRequest request) {
    return gateway
        .refund(request)
        .onSuccess(
            answer -> {
              if (answer instanceof RefundAnswer.Unknown unknown) {
                log("refund", request.key(), unknown.why());
              }
            });
  }

  private static void log(String what, String reference, String why) {
    LOG.warn("no answer to {} {}: {}", what, reference, why);
  }
}
