package id.tixgo.ticketing.domain;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.money.Money;
import java.time.Instant;
import java.util.Optional;

/**
 * That a booking was paid.
 *
 * @param method {@code cash}, {@code card_terminal}, {@code complimentary}, {@code manual} or
 *     {@code free}; {@code qris} and the like when it was paid online
 * @param reference the number of a receipt, a card slip or an order
 * @param by who took it
 * @param paymentId Payment's number of it; empty when Payment has nothing to do with it
 */
public record Receipt(
    String method,
    Optional<String> reference,
    Money amount,
    Instant at,
    String by,
    Optional<Long> paymentId) {
  /** Of a booking that costs nothing. */
  public static final String FREE = "free";

  private static final String COMPLIMENTARY = "complimentary";

  public Receipt {
    requireNonNull(method);
    requireNonNull(reference);
    requireNonNull(amount);
    requireNonNull(at);
    requireNonNull(by);
    requireNonNull(paymentId);
  }

  /** Whether nobody has paid anything. */
  boolean isComplimentary() {
    return method.equals(COMPLIMENTARY);
  }
}
