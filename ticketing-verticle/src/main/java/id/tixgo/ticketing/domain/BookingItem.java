package id.tixgo.ticketing.domain;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.money.Money;
import java.util.List;
import java.util.Optional;

/**
 * Places of one ticket type, as they were booked.
 *
 * @param ticketType the type's code
 * @param title what people read
 * @param price of one, which stays what it was when they were held
 * @param holders of the first places; at most as many as there are
 * @param voucher the code that each place is a use of
 */
public record BookingItem(
    String ticketTypeId,
    String ticketType,
    String title,
    int quantity,
    Money price,
    List<Holder> holders,
    Optional<String> voucher) {
  public BookingItem {
    requireNonNull(ticketTypeId);
    requireNonNull(ticketType);
    requireNonNull(title);
    requireNonNull(price);
    holders = List.copyOf(holders);
    requireNonNull(voucher);
  }

  /** Whether its places are uses of the booking's voucher. */
  public boolean byVoucher() {
    return voucher.isPresent();
  }

  public Money total() {
    return price.times(quantity);
  }

  Holder holder(int place) {
    return place < holders.size() ? holders.get(place) : Holder.UNNAMED;
  }
}
