package id.tixgo.common.clients.payment;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.money.Money;
import java.util.List;

/**
 * What Payment's feed says of money that was given back.
 *
 * @param serviceType whose order it was: {@code EVENT} is Ticketing's
 * @param serviceId what that service knows it by: a booking's id
 * @param paymentId the attempt that had brought the money
 * @param amount that was given back this time
 * @param whole whether nothing is left of what the order had been paid
 * @param tickets the codes that it was given back for; empty when it wasn't by ticket
 * @param reason why, in the words of who asked for it
 */
public record RefundFacts(
    long refundId,
    long orderId,
    String serviceType,
    String serviceId,
    long userId,
    String username,
    long paymentId,
    Money amount,
    boolean whole,
    List<String> tickets,
    String reason) {
  public static final String PROCESSED = "refund_processed";

  public RefundFacts {
    requireNonNull(serviceType);
    requireNonNull(serviceId);
    requireNonNull(username);
    requireNonNull(amount);
    tickets = List.copyOf(tickets);
    requireNonNull(reason);
  }
}
