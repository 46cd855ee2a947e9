package id.tixgo.payment.domain;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.money.Money;

/**
 * What a gateway is asked to give back.
 *
 * @param payerId Identity's number of who paid
 * @param key our name of the refund, never used twice; sent again it is the same refund. At most 36
 *     of {@code [A-Za-z0-9-_]}
 * @param whole whether all that was paid is given back by this one
 * @param reason in plain words
 */
public record RefundRequest(
    KnownPayment payment, long payerId, String key, Money amount, boolean whole, String reason) {
  public RefundRequest {
    requireNonNull(payment);
    requireNonNull(key);
    requireNonNull(amount);
    requireNonNull(reason);
  }
}
