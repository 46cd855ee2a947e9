package id.tixgo.common.clients.ticketing;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What Ticketing's feed says of a booking, whatever happened to it.
 *
 * @param userId Identity's number of who booked
 * @param username and the name
 * @param status {@code PENDING}, {@code PAID}, {@code CANCELLED}, {@code EXPIRED} or {@code
 *     REFUNDED}
 * @param total what is to be paid for all items
 * @param expiresAt until when it is held
 * @param reason why it was cancelled; empty when nobody said
 * @param offer whether it was offered to somebody who waited
 * @param paymentId Payment's number of what it was paid with; empty when it isn't paid, or was paid
 *     elsewhere
 * @param refundId Payment's number of the last refund that was told of it. Empty in {@value
 *     #REFUNDED} when staff asked for it: then what is left of its payment is to be given back.
 */
public record BookingFacts(
    String id,
    String eventId,
    long userId,
    String username,
    String status,
    List<Item> items,
    Money total,
    Instant expiresAt,
    Optional<String> reason,
    boolean offer,
    Optional<Long> paymentId,
    Optional<Long> refundId) {
  public static final String HELD = "booking_held";
  public static final String PAID = "booking_paid";
  public static final String CANCELLED = "booking_cancelled";
  public static final String EXPIRED = "booking_expired";
  public static final String REFUNDED = "booking_refunded";

  public BookingFacts {
    requireNonNull(id);
    requireNonNull(eventId);
    requireNonNull(username);
    requireNonNull(status);
    items = List.copyOf(items);
    requireNonNull(total);
    requireNonNull(expiresAt);
    requireNonNull(reason);
    requireNonNull(paymentId);
    requireNonNull(refundId);
  }

  /**
   * Places of one ticket type.
   *
   * @param ticketType the type's code: {@code REGULAR}
   * @param price of one
   */
  public record Item(String ticketTypeId, String ticketType, int quantity, Money price) {
    public Item {
      requireNonNull(ticketTypeId);
      requireNonNull(ticketType);
      requireNonNull(price);
    }
  }
}
