package id.tixgo.common.clients.ticketing;

import static java.util.Objects.requireNonNull;

import io.vertx.core.shareddata.Shareable;

/**
 * What Ticketing's feed says of a payment that it can issue no tickets for: the money is to be
 * given back. Told once for each payment, however often Payment tells of it.
 *
 * @param paymentId of Payment
 * @param reason one of the codes below
 */
public record RefusedPaymentFacts(String bookingId, long paymentId, String reason)
    implements Shareable {
  public static final String REFUSED = "payment_refused";

  /** Its hold was over, and its places, or the uses of its voucher, are others' by now. */
  public static final String SOLD_OUT = "SOLD_OUT";

  public static final String EVENT_CANCELLED = "EVENT_CANCELLED";

  /** By another payment, or at the box office. */
  public static final String ALREADY_PAID = "ALREADY_PAID";

  /** Or refunded. */
  public static final String BOOKING_CANCELLED = "BOOKING_CANCELLED";

  /** Its hold was over, and late money isn't taken, or the event is over. */
  public static final String BOOKING_EXPIRED = "BOOKING_EXPIRED";

  public static final String BOOKING_UNKNOWN = "BOOKING_UNKNOWN";

  /** Or the currency does. */
  public static final String AMOUNT_DIFFERS = "AMOUNT_DIFFERS";

  public RefusedPaymentFacts {
    requireNonNull(bookingId);
    requireNonNull(reason);
  }
}
