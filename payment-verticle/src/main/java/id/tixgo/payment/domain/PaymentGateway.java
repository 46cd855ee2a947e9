package id.tixgo.payment.domain;

import io.vertx.core.Future;
import java.util.Set;

/**
 * Who takes the money. Whatever happens is an answer: a future fails only by an error of ours. A
 * question and a repeated call never make a second payment or refund.
 */
public interface PaymentGateway {
  /** {@code midtrans}. */
  String name();

  /** How one can pay there. */
  Set<PaymentMethod> methods();

  /** Whether a person takes the money, and says so. */
  default boolean isManual() {
    return false;
  }

  /** Whether money paid by that method can be given back by a call. */
  boolean refunds(PaymentMethod method, boolean whole);

  Future<CreateAnswer> create(PaymentRequest request);

  Future<GatewayAnswer> status(KnownPayment payment);

  /** Asks it not to take the money any more. The answer is what became of the payment. */
  Future<GatewayAnswer> cancel(KnownPayment payment);

  Future<RefundAnswer> refund(RefundRequest request);
}
