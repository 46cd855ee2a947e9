package id.tixgo.ticketing.domain;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.money.Money;
import java.util.List;

/**
 * Places of one ticket type, as they were booked.
 *
 * @param ticketType the type's code
 * @param title what people read
 * @param price of one, which stays what it was when they were held
 * @param holders of the first places; at most as many as there are
 */
public record BookingItem(
    String ticketTypeId,
    String ticketType,
    String title,
    int quantity,
    Money price,
    List<Holder> holders) {
  public BookingItem {
    requireNonNull(ticketTypeId);
    requireNonNull(ticketType);
    requireNonNull(title);
    requireNonNull(price);
    holders = List.copyOf(holders);
  }

  public Money total() {
    return price.times(quantity);
  }

  Holder holder(int place) {
    return place < holders.size() ? holders.get(place) : Holder.UNNAMED;
  }
}
