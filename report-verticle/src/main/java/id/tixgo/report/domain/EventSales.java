package id.tixgo.report.domain;

import java.util.List;

/**
 * What is known of an event's sale at one moment.
 *
 * @param online of its bookings
 */
public record EventSales(List<SoldBooking> bookings, List<OnlineMoney> online) {
  public EventSales {
    bookings = List.copyOf(bookings);
    online = List.copyOf(online);
  }
}
