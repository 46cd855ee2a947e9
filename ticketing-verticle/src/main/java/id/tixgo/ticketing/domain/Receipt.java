package id.tixgo.ticketing.domain;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.money.Money;
import java.time.Instant;
import java.util.Optional;

/**
 * That a booking was paid.
 *
 * @param method {@code cash}, {@code card_terminal}, {@code complimentary}, {@code manual} or
 *     {@code free}
 * @param reference the number of a receipt or a card slip
 * @param by who took it
 */
public record Receipt(
    String method, Optional<String> reference, Money amount, Instant at, String by) {
  /** Of a booking that costs nothing. */
  public static final String FREE = "free";

  public Receipt {
    requireNonNull(method);
    requireNonNull(reference);
    requireNonNull(amount);
    requireNonNull(at);
    requireNonNull(by);
  }
}
