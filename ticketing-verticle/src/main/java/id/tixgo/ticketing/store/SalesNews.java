package id.tixgo.ticketing.store;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.clients.ticketing.BookingFacts;
import id.tixgo.common.clients.ticketing.RefusedPaymentFacts;
import id.tixgo.common.clients.ticketing.TicketFacts;
import id.tixgo.common.clients.ticketing.TicketTypeFacts;
import id.tixgo.common.store.Appender;
import id.tixgo.common.store.feed.ServiceFeed;
import id.tixgo.ticketing.domain.Booking;
import id.tixgo.ticketing.domain.BookingItem;
import id.tixgo.ticketing.domain.BookingRefund;
import id.tixgo.ticketing.domain.IssuedTicket;
import id.tixgo.ticketing.domain.KeptMoney;
import id.tixgo.ticketing.domain.Receipt;
import id.tixgo.ticketing.domain.TicketType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Tells others of one movement in Ticketing's feed. */
final class SalesNews {
  private final ServiceFeed feed;
  private final TicketTypeTable types;
  private final Appender entries;
  private final Instant at;

  SalesNews(TicketingState state, Appender entries, Instant at) {
    this.feed = state.feed;
    this.types = state.ticketTypes;
    this.entries = requireNonNull(entries);
    this.at = requireNonNull(at);
  }

  void tell(String type, TicketType told) {
    tell(
        type,
        new TicketTypeFacts(
            told.id(),
            told.eventId(),
            told.details().name(),
            told.details().title(),
            told.details().gates()));
  }

  void tell(String type, Booking told) {
    tell(
        type,
        new BookingFacts(
            told.id(),
            told.eventId(),
            told.buyer().userId(),
            told.buyer().username(),
            told.status().name(),
            items(told),
            told.total(),
            told.expiresAt(),
            told.reason(),
            told.offer().isPresent(),
            told.receipt().flatMap(Receipt::paymentId),
            lastRefund(told),
            told.receipt().map(Receipt::at)));
  }

  private static Optional<Long> lastRefund(Booking told) {
    List<BookingRefund> refunds = told.refunds();
    return refunds.isEmpty() ? Optional.empty() : refunds.get(refunds.size() - 1).refundId();
  }

  void tell(RefusedPaymentFacts refused) {
    tell(RefusedPaymentFacts.REFUSED, refused);
  }

  private static List<BookingFacts.Item> items(Booking told) {
    Optional<KeptMoney> kept = told.receipt().map(paid -> new KeptMoney(told));
    return told.items().stream()
        .map(item -> item(item, kept.map(money -> sale(told, item, money))))
        .toList();
  }

  private static BookingFacts.Item item(BookingItem item, Optional<BookingFacts.Sale> sale) {
    return new BookingFacts.Item(
        item.ticketTypeId(), item.ticketType(), item.quantity(), item.price(), sale);
  }

  private static BookingFacts.Sale sale(Booking booking, BookingItem item, KeptMoney kept) {
    return new BookingFacts.Sale(
        booking.refundedPlaces(item), KeptMoney.paid(booking, item), kept.of(item));
  }

  /** Of a ticket that is good. */
  void tell(String type, Booking booking, IssuedTicket ticket, Optional<String> replaces) {
    tell(type, facts(booking, ticket, replaces, Optional.empty()));
  }

  /** Of a ticket that isn't good any more. */
  void tellRevoked(Booking booking, IssuedTicket ticket, String reason) {
    tell(TicketFacts.REVOKED, facts(booking, ticket, Optional.empty(), Optional.of(reason)));
  }

  private TicketFacts facts(
      Booking booking, IssuedTicket ticket, Optional<String> replaces, Optional<String> reason) {
    List<String> gates =
        types.staged(ticket.ticketTypeId()).map(type -> type.details().gates()).orElse(List.of());
    return new TicketFacts(
        ticket.code(),
        booking.id(),
        booking.eventId(),
        ticket.ticketTypeId(),
        ticket.ticketType(),
        ticket.title(),
        ticket.holder().name(),
        ticket.holder().email(),
        gates,
        replaces,
        reason);
  }

  private void tell(String type, Record facts) {
    feed.begin(entries, () -> {});
    feed.tell(entries, type, at, facts);
  }
}
