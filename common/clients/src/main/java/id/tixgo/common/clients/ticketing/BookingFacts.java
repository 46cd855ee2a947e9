package id.tixgo.common.clients.ticketing;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What Ticketing's feed says of a booking, whatever happened to it. Older messages say neither when
 * it was paid nor what became of its items.
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
 * @param paidAt when it was paid; empty when it wasn't
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
    Optional<Long> refundId,
    Optional<Instant> paidAt) {
  public static final String HELD = "booking_held";
  public static final String PAID = "booking_paid";
  public static final String CANCELLED = "booking_cancelled";
  public static final String EXPIRED = "booking_expired";
  public static final String REFUNDED = "booking_refunded";

  /** Something was given back of what it cost; it is still paid, or was over before. */
  public static final String REFUND_NOTED = "booking_refund_noted";

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
    requireNonNull(paidAt);
  }

  /**
   * Places of one ticket type.
   *
   * @param ticketType the type's code: {@code REGULAR}
   * @param price of one
   * @param sale empty when they aren't paid
   */
  public record Item(
      String ticketTypeId, String ticketType, int quantity, Money price, Optional<Sale> sale) {
    public Item {
      requireNonNull(ticketTypeId);
      requireNonNull(ticketType);
      requireNonNull(price);
      requireNonNull(sale);
    }
  }

  /**
   * What became of places that were paid.
   *
   * @param refunded how many of them were given back
   * @param paid what they were paid with: nothing where they are complimentary
   * @param kept what is left of it
   */
  public record Sale(int refunded, Money paid, Money kept) {
    public Sale {
      requireNonNull(paid);
      requireNonNull(kept);
    }
  }
}
