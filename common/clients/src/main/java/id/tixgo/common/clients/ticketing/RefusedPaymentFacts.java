package id.tixgo.common.clients.ticketing;

import static java.util.Objects.requireNonNull;

/**
 * What Ticketing's feed says of a payment that it can issue no tickets for: the money is to be
 * given back.
 *
 * @param paymentId of Payment
 * @param reason a code: {@code SOLD_OUT}, {@code EVENT_CANCELLED}, {@code ALREADY_PAID}
 */
public record RefusedPaymentFacts(String bookingId, long paymentId, String reason) {
  public static final String REFUSED = "payment_refused";

  public RefusedPaymentFacts {
    requireNonNull(bookingId);
    requireNonNull(reason);
  }
}
