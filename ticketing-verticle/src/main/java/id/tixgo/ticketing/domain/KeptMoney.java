package id.tixgo.ticketing.domain;

import id.tixgo.common.money.Money;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is left of the price of each item of a paid booking, to the last minor unit. What was given
 * back for tickets is taken from their items; what is more than they cost, or was given back for
 * none, from all items as there is something left of them.
 */
public final class KeptMoney {
  private final Map<BookingItem, Long> itemToKept = new LinkedHashMap<>();

  public KeptMoney(Booking booking) {
    booking.items().forEach(item -> itemToKept.put(item, paid(booking, item).minor()));
    long noted = 0;
    for (BookingRefund refund : booking.refunds()) {
      noted += refund.amount().minor();
      takeFromAll(take(refund.amount().minor(), prices(booking, refund)));
    }
    takeFromAll(booking.refunded().minor() - noted);
  }

  public Money of(BookingItem item) {
    return new Money(itemToKept.get(item), item.price().currency());
  }

  /** What an item of a paid booking was paid with: nothing where it is complimentary. */
  public static Money paid(Booking booking, BookingItem item) {
    return booking.receipt().filter(Receipt::isComplimentary).isPresent()
        ? Money.zero(item.price().currency())
        : item.total();
  }

  /** What the tickets of a refund cost. */
  private static Map<BookingItem, Long> prices(Booking booking, BookingRefund refund) {
    Map<BookingItem, Long> itemToPrice = new LinkedHashMap<>();
    for (BookingItem item : booking.items()) {
      itemToPrice.put(item, item.price().times(booking.ticketsOf(item, refund)).minor());
    }
    return itemToPrice;
  }

  private void takeFromAll(long amount) {
    take(amount, new LinkedHashMap<>(itemToKept));
  }

  /** Takes no more of an item than its weight, and than is left of it; says what isn't taken. */
  private long take(long amount, Map<BookingItem, Long> itemToWeight) {
    long all = itemToWeight.values().stream().mapToLong(Long::longValue).sum();
    long spread = Math.min(amount, all);
    long seen = 0;
    long taken = 0;
    for (Map.Entry<BookingItem, Long> weighed : itemToWeight.entrySet()) {
      long before = part(spread, seen, all);
      seen += weighed.getValue();
      long share = Math.min(part(spread, seen, all) - before, itemToKept.get(weighed.getKey()));
      itemToKept.merge(weighed.getKey(), -share, Long::sum);
      taken += share;
    }
    return amount - taken;
  }

  private static long part(long spread, long seen, long all) {
    return all == 0
        ? 0
        : BigInteger.valueOf(spread)
            .multiply(BigInteger.valueOf(seen))
            .divide(BigInteger.valueOf(all))
            .longValueExact();
  }
}
