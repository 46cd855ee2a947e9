package id.tixgo.report.store;

import id.tixgo.common.clients.ticketing.BookingFacts;
import id.tixgo.common.money.Money;
import id.tixgo.common.store.feed.FeedMessage;
import id.tixgo.report.domain.FactDesk;
import id.tixgo.report.domain.SoldBooking;
import java.time.Instant;
import java.util.Optional;

/** What Ticketing tells: bookings that were paid, and what became of them. */
final class ToldTicketSales implements Teller {
  private static final String PAID = "PAID";
  private static final String REFUNDED = "REFUNDED";

  @Override
  public String feed() {
    return SoldBooking.FEED;
  }

  @Override
  public void tell(FeedMessage message, FactDesk desk) {
    switch (message.type()) {
      case BookingFacts.PAID,
          BookingFacts.CANCELLED,
          BookingFacts.REFUNDED,
          BookingFacts.REFUND_NOTED ->
          booked(message, message.data(BookingFacts.class), desk);
      default -> {}
    }
  }

  /** A booking that ended before it was paid is none. */
  private static void booked(FeedMessage message, BookingFacts told, FactDesk desk) {
    paidAt(message, told, desk).ifPresent(at -> desk.put(sold(told, at)));
  }

  /** Older messages don't say it. */
  private static Optional<Instant> paidAt(FeedMessage message, BookingFacts told, FactDesk desk) {
    return told.paidAt()
        .or(
            () ->
                desk.known(SoldBooking.FEED, SoldBooking.key(told.id()))
                    .map(SoldBooking.class::cast)
                    .map(SoldBooking::paidAt))
        .or(() -> Optional.of(message.at()).filter(at -> told.status().equals(PAID)));
  }

  private static SoldBooking sold(BookingFacts told, Instant paidAt) {
    return new SoldBooking(
        told.id(),
        told.eventId(),
        told.items().stream().map(item -> sold(told, item)).toList(),
        paidAt);
  }

  private static SoldBooking.Item sold(BookingFacts told, BookingFacts.Item item) {
    BookingFacts.Sale sale = item.sale().orElseGet(() -> usual(told, item));
    return new SoldBooking.Item(
        item.ticketTypeId(),
        item.ticketType(),
        told.status().equals(PAID) ? item.quantity() - sale.refunded() : 0,
        sale.refunded(),
        sale.paid(),
        sale.kept());
  }

  /** Older messages don't say it: all or nothing is left. */
  private static BookingFacts.Sale usual(BookingFacts told, BookingFacts.Item item) {
    Money paid = item.price().times(item.quantity());
    return told.status().equals(REFUNDED)
        ? new BookingFacts.Sale(item.quantity(), paid, Money.zero(paid.currency()))
        : new BookingFacts.Sale(0, paid, paid);
  }
}
