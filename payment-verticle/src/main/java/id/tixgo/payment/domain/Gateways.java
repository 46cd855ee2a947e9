package id.tixgo.payment.domain;

import java.util.List;
import java.util.Optional;

/** The gateways that are set up, in the order of preference. */
public interface Gateways {
  /**
   * The gateway for a method.
   *
   * @param name the one that is asked for; empty for the first that offers the method
   * @throws id.tixgo.common.problem.Problem {@code UNKNOWN_GATEWAY} or {@code METHOD_NOT_OFFERED}
   */
  PaymentGateway choose(PaymentMethod method, Optional<String> name);

  /** The gateway of a payment that was made; throws when it isn't set up any more. */
  PaymentGateway named(String name);

  List<PaymentGateway> all();

  /** The gateway of a payment, if it is still set up. */
  default Optional<PaymentGateway> find(Payment payment) {
    return all().stream().filter(g -> g.name().equals(payment.gateway())).findFirst();
  }

  /** Which way money of a payment goes back; by hand where its gateway isn't set up any more. */
  default RefundChannel channel(Payment payment, boolean whole) {
    return find(payment)
        .filter(gateway -> gateway.refunds(payment.method(), whole))
        .map(gateway -> RefundChannel.GATEWAY)
        .orElse(RefundChannel.PAYOUT);
  }
}
