package id.tixgo.ticketing.domain;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import id.tixgo.common.money.Money;
import id.tixgo.common.problem.Problem;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What an organiser says of a ticket type.
 *
 * @param name its code, one an event: {@code REGULAR}
 * @param title what people read
 * @param price of one ticket; a new one concerns new bookings only
 * @param quota how many there are
 * @param salesStart empty: on sale at once
 * @param salesEnd the first moment at which it isn't sold any more; empty: the event's end
 * @param minPerBooking at least 1
 * @param gates where its tickets enter; empty for any gate
 * @param hidden not shown in the shop
 * @param voucherOnly sold to holders of a voucher that unlocks it, and by staff
 * @param showAvailability whether anybody may see how many are left, not only that some are; true
 *     when nobody said
 */
public record TicketTypeDetails(
    String name,
    String title,
    Optional<String> description,
    Money price,
    int quota,
    Optional<Instant> salesStart,
    Optional<Instant> salesEnd,
    int minPerBooking,
    int maxPerBooking,
    List<String> gates,
    boolean hidden,
    boolean voucherOnly,
    Boolean showAvailability) {
  public TicketTypeDetails {
    requireNonNull(name);
    requireNonNull(title);
    requireNonNull(description);
    requireNonNull(price);
    requireNonNull(salesStart);
    requireNonNull(salesEnd);
    gates = List.copyOf(gates);
    showAvailability = requireNonNullElse(showAvailability, true);
    if (minPerBooking > maxPerBooking) {
      throw Problem.invalid(
          "body.max_per_booking", "is less than min_per_booking", "max_per_booking");
    }
    if (salesStart.isPresent() && salesEnd.isPresent() && !endsLater(salesStart, salesEnd)) {
      throw Problem.invalid("body.sales_end", "is not after sales_start", "sales_end");
    }
  }

  /** Whether its sale has begun and isn't over. */
  boolean isOnSale(Instant now) {
    return !isOver(now) && salesStart.filter(now::isBefore).isEmpty();
  }

  /** Whether its sale has ended. */
  boolean isOver(Instant now) {
    return salesEnd.filter(end -> !now.isBefore(end)).isPresent();
  }

  private static boolean endsLater(Optional<Instant> start, Optional<Instant> end) {
    return end.get().isAfter(start.get());
  }
}
