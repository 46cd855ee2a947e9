package id.tixgo.payment.domain;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.money.Money;
import java.time.Instant;
import java.util.Optional;

/**
 * What a payment is for; it never changes.
 *
 * @param reference our name of it at the gateway, never used twice
 * @param amount that is asked for
 */
public record PaymentAttempt(
    long id,
    long orderId,
    String reference,
    String gateway,
    Money amount,
    Optional<String> returnUrl,
    Instant createdAt) {
  public PaymentAttempt {
    requireNonNull(reference);
    requireNonNull(gateway);
    requireNonNull(amount);
    requireNonNull(returnUrl);
    requireNonNull(createdAt);
  }
}
