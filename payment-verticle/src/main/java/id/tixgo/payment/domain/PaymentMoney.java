package id.tixgo.payment.domain;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.money.Money;
import java.time.Instant;
import java.util.Optional;

/**
 * The money of a payment.
 *
 * @param received all that the gateway has taken for it, without its own fee
 * @param fee that the gateway added to the price
 * @param refunded what was given back
 * @param counted whether the order is paid by it; of two paid attempts only one is
 * @param paidAt when any came first
 */
public record PaymentMoney(
    Money received, Money fee, Money refunded, boolean counted, Optional<Instant> paidAt) {
  public PaymentMoney {
    requireNonNull(received);
    requireNonNull(fee);
    requireNonNull(refunded);
    requireNonNull(paidAt);
  }

  static PaymentMoney none(String currency) {
    Money nothing = Money.zero(currency);
    return new PaymentMoney(nothing, nothing, nothing, false, Optional.empty());
  }

  PaymentMoney withReceived(Money all, Money fees, boolean counts, Instant now) {
    return new PaymentMoney(all, fees, refunded, counts, paidAt.or(() -> Optional.of(now)));
  }

  PaymentMoney withRefunded(Money all) {
    return new PaymentMoney(received, fee, all, counted, paidAt);
  }

  PaymentMoney withoutFee() {
    return new PaymentMoney(received, Money.zero(fee.currency()), refunded, counted, paidAt);
  }
}
