package id.tixgo.payment.domain;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a gateway is asked to take.
 *
 * @param reference our own name of the attempt, never used twice: at most 50 of {@code
 *     [A-Za-z0-9-_~.]}
 * @param payerId Identity's number of who pays
 * @param items what it is for; their sums are the amount
 * @param expiresAt until when it may be paid
 * @param returnUrl where the buyer goes from the gateway's page
 */
public record PaymentRequest(
    String reference,
    PaymentMethod method,
    Money amount,
    long payerId,
    List<Item> items,
    String buyer,
    Optional<String> email,
    Instant createdAt,
    Instant expiresAt,
    Optional<String> returnUrl) {
  public PaymentRequest {
    requireNonNull(reference);
    requireNonNull(method);
    requireNonNull(amount);
    items = List.copyOf(items);
    requireNonNull(buyer);
    requireNonNull(email);
    requireNonNull(createdAt);
    requireNonNull(expiresAt);
    requireNonNull(returnUrl);
  }

  /** One line of what is paid for. */
  public record Item(String id, String name, int quantity, Money price) {
    public Item {
      requireNonNull(id);
      requireNonNull(name);
      requireNonNull(price);
    }
  }
}
