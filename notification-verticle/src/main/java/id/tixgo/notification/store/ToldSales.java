package id.tixgo.notification.store;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.clients.ticketing.BookingFacts;
import id.tixgo.common.store.Appender;
import id.tixgo.common.store.feed.FeedMessage;
import id.tixgo.common.store.feed.FeedSubscriber;
import id.tixgo.notification.domain.Letter;
import id.tixgo.notification.domain.LetterKind;
import id.tixgo.notification.store.PlacesTable.PlacesGiven;
import id.tixgo.notification.store.PlacesTable.PlacesPaid;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** What Ticketing tells of bookings: tickets, and places for who waited. */
public final class ToldSales implements FeedSubscriber {
  private final NotificationState state;
  private final News news;

  public ToldSales(NotificationState state, News news) {
    this.state = requireNonNull(state);
    this.news = requireNonNull(news);
  }

  @Override
  public void apply(FeedMessage message, Appender entries) {
    switch (message.type()) {
      case BookingFacts.HELD -> held(message.data(BookingFacts.class), message.at(), entries);
      case BookingFacts.PAID -> paid(message.data(BookingFacts.class), message.at(), entries);
      case BookingFacts.CANCELLED, BookingFacts.REFUNDED ->
          over(message.data(BookingFacts.class), entries);
      default -> {}
    }
  }

  private void held(BookingFacts booking, Instant at, Appender entries) {
    if (booking.offer()) {
      Letter letter =
          new Letter(LetterKind.WAITING_OFFER, values(booking), Optional.of(booking.expiresAt()));
      news.tell(entries, "booking_held:" + booking.id(), booking.userId(), letter, at);
    }
  }

  private void paid(BookingFacts booking, Instant at, Appender entries) {
    entries.add(new PlacesPaid(booking.id(), booking.eventId(), booking.userId()));
    Letter letter = Letter.of(LetterKind.TICKETS, values(booking));
    news.tell(entries, "booking_paid:" + booking.id(), booking.userId(), letter, at);
  }

  private void over(BookingFacts booking, Appender entries) {
    if (state.places.isPaid(booking.id())) {
      entries.add(new PlacesGiven(booking.id()));
    }
  }

  private static Map<String, String> values(BookingFacts booking) {
    return Map.of(Letter.BOOKING, booking.id(), Letter.EVENT, booking.eventId());
  }

  /** What was told stays told; what is told again is known by the same names. */
  @Override
  public void forget(Appender entries) {}
}
