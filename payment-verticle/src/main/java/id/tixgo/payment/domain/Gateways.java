package id.tixgo.payment.domain;

import java.util.List;
import java.util.Optional;

/** The gateways that are set up, in the order of preference. */
public interface Gateways {
  /** The name of users' own wallets as a gateway. */
  String WALLET = "wallet";

  /**
   * The gateway for a method.
   *
   * @param name the one that is asked for; empty for the first that offers the method
   * @throws id.tixgo.common.problem.Problem {@code UNKNOWN_GATEWAY} or {@code METHOD_NOT_OFFERED}
   */
  PaymentGateway choose(PaymentMethod method, Optional<String> name);

  List<PaymentGateway> all();

  /** Wallet, also where it isn't one of the gateways. */
  WalletCredit wallets();

  /** The gateway of that name; empty when it isn't set up, or not any more. */
  default Optional<PaymentGateway> find(String name) {
    return all().stream().filter(gateway -> gateway.name().equals(name)).findFirst();
  }

  /** The same, and Wallet in any case: what was begun there comes to its end there. */
  default Optional<PaymentGateway> findKnown(String name) {
    return find(name);
  }

  /**
   * Which way money of a payment goes back: where its gateway gives nothing back, or isn't set up
   * any more, into the payer's wallet; by hand where there are none.
   */
  default RefundChannel channel(Payment payment, boolean whole) {
    return find(payment.gateway())
        .filter(gateway -> gateway.refunds(payment.method(), whole))
        .map(gateway -> RefundChannel.GATEWAY)
        .orElseGet(() -> find(WALLET).isPresent() ? RefundChannel.WALLET : RefundChannel.PAYOUT);
  }
}
