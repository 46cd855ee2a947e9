package id.tixgo.payment.store;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.clients.ticketing.BookingFacts;
import id.tixgo.common.clients.ticketing.RefusedPaymentFacts;
import id.tixgo.common.store.Appender;
import id.tixgo.common.store.feed.FeedMessage;
import id.tixgo.common.store.feed.FeedSubscriber;
import id.tixgo.payment.domain.EventRefund;
import id.tixgo.payment.domain.MoneyDesk;
import id.tixgo.payment.domain.Sold;
import java.time.Instant;
import java.util.function.UnaryOperator;

/** What Ticketing tells of bookings, in the books. */
public final class ToldBookings implements FeedSubscriber {
  private final PaymentBooks books;
  private final UnaryOperator<String> seal;
  private final Sold sold;

  public ToldBookings(PaymentBooks books, UnaryOperator<String> seal, Sold sold) {
    this.books = requireNonNull(books);
    this.seal = requireNonNull(seal);
    this.sold = requireNonNull(sold);
  }

  @Override
  public void apply(FeedMessage message, Appender entries) {
    MoneyDesk desk = new StagedBooks(books, entries, seal, message.at());
    Instant at = message.at();
    switch (message.type()) {
      case BookingFacts.PAID -> paid(desk, message.data(BookingFacts.class), at);
      case BookingFacts.CANCELLED -> sold.ended(desk, id(message), "BOOKING_CANCELLED", at);
      case BookingFacts.EXPIRED -> sold.ended(desk, id(message), "BOOKING_EXPIRED", at);
      case BookingFacts.REFUNDED -> refunded(desk, message.data(BookingFacts.class), at);
      case RefusedPaymentFacts.REFUSED -> {
        RefusedPaymentFacts refused = message.data(RefusedPaymentFacts.class);
        sold.refused(desk, refused.paymentId(), refused.reason(), at);
      }
      default -> {}
    }
  }

  /** It may have been sold before Ticketing heard that the event is off. */
  private void paid(MoneyDesk desk, BookingFacts booking, Instant at) {
    sold.handedOver(desk, booking.id(), booking.paymentId(), at);
    if (books.cancelled.isOff(booking.eventId())) {
      sold.givenBack(desk, booking.paymentId(), EventRefund.REASON, at);
    }
  }

  /** A refund of ours has its number there. */
  private void refunded(MoneyDesk desk, BookingFacts booking, Instant at) {
    if (booking.refundId().isEmpty()) {
      sold.givenBack(desk, booking.paymentId(), "BOOKING_REFUNDED", at);
    }
  }

  private static String id(FeedMessage message) {
    return message.data(BookingFacts.class).id();
  }

  /** Money that moved has moved; what is told again is no news. */
  @Override
  public void forget(Appender entries) {}
}
