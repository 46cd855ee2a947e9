package id.tixgo.common.clients.payment;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.money.Money;
import java.util.Optional;

/**
 * What Payment's feed says of a transaction: the way to pay for one order.
 *
 * @param serviceType whose order it is: {@code EVENT} is Ticketing's
 * @param serviceId what that service knows it by: a booking's id
 * @param userId Identity's number of who pays
 * @param paymentId the attempt that brought the money; 0 while there is none
 * @param method how it was paid: {@code qris}; empty while nobody knows
 * @param gateway who took it: {@code midtrans}; empty while there is no attempt
 * @param amount of the whole order
 * @param reason why it came to nothing
 */
public record PaymentFacts(
    long orderId,
    String orderNumber,
    String serviceType,
    String serviceId,
    long userId,
    String username,
    long transactionId,
    long paymentId,
    Optional<String> method,
    Optional<String> gateway,
    Money amount,
    Optional<String> reason) {
  /** Somebody is about to pay. */
  public static final String CREATED = "transaction_created";

  /** The whole order is paid; told once for each attempt that brings its money. */
  public static final String CONFIRMED = "payment_confirmed";

  /** Nobody will pay any more. */
  public static final String FAILED = "transaction_failed";

  /** The {@link #serviceType} of what Ticketing sells. */
  public static final String EVENT = "EVENT";

  public PaymentFacts {
    requireNonNull(orderNumber);
    requireNonNull(serviceType);
    requireNonNull(serviceId);
    requireNonNull(username);
    requireNonNull(method);
    requireNonNull(gateway);
    requireNonNull(amount);
    requireNonNull(reason);
  }
}
