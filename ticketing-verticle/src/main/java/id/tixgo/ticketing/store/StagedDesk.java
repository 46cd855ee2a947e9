package id.tixgo.ticketing.store;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.clients.ticketing.BookingFacts;
import id.tixgo.common.clients.ticketing.RefusedPaymentFacts;
import id.tixgo.common.clients.ticketing.TicketFacts;
import id.tixgo.common.clients.ticketing.TicketTypeFacts;
import id.tixgo.common.store.Appender;
import id.tixgo.ticketing.domain.Booking;
import id.tixgo.ticketing.domain.BookingStatus;
import id.tixgo.ticketing.domain.IssuedTicket;
import id.tixgo.ticketing.domain.QueuePlace;
import id.tixgo.ticketing.domain.QueuePlace.LetIn;
import id.tixgo.ticketing.domain.SaleQueue;
import id.tixgo.ticketing.domain.TicketType;
import id.tixgo.ticketing.domain.Voucher;
import id.tixgo.ticketing.domain.WaitingEntry;
import id.tixgo.ticketing.store.QueueTable.QueuePlaceRemoved;
import id.tixgo.ticketing.store.TicketTypeTable.TicketTypeRemoved;
import id.tixgo.ticketing.store.VoucherTable.VoucherRemoved;
import id.tixgo.ticketing.store.WaitingTable.WaitingEntryRemoved;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The desk of one transaction. */
final class StagedDesk extends DeskView {
  private final Appender entries;
  private final SalesNews news;

  StagedDesk(TicketingState state, Appender entries, Instant now) {
    super(state);
    this.entries = requireNonNull(entries);
    this.news = new SalesNews(state, entries, now);
  }

  /** Ends the holds that are over by then, so that nobody sees them. */
  void expire(Instant now) {
    for (Booking due : state.bookings.due(now)) {
      Booking expired = due.ended(BookingStatus.EXPIRED, due.reason(), now);
      entries.add(expired);
      news.tell(BookingFacts.EXPIRED, expired);
    }
  }

  @Override
  public void make(TicketType made) {
    entries.add(made);
    news.tell(TicketTypeFacts.MADE, made);
  }

  @Override
  public void change(TicketType changed) {
    entries.add(changed);
    news.tell(TicketTypeFacts.CHANGED, changed);
  }

  @Override
  public void remove(TicketType removed) {
    entries.add(new TicketTypeRemoved(removed.id(), Optional.of(removed.eventId())));
    news.tell(TicketTypeFacts.REMOVED, removed);
  }

  @Override
  public void hold(Booking held) {
    entries.add(held);
    news.tell(BookingFacts.HELD, held);
  }

  @Override
  public void pay(Booking paid) {
    entries.add(paid);
    news.tell(BookingFacts.PAID, paid);
    paid.tickets().forEach(t -> news.tell(TicketFacts.ISSUED, paid, t, Optional.empty()));
  }

  @Override
  public void end(Booking ended) {
    List<IssuedTicket> good = good(ended.id());
    entries.add(ended);
    news.tell(BookingFacts.CANCELLED, ended);
    good.forEach(ticket -> news.tellRevoked(ended, ticket, TicketFacts.CANCELLED));
  }

  @Override
  public void refund(Booking refunded) {
    BookingStatus before = booking(refunded.id()).orElseThrow().status();
    List<IssuedTicket> good = good(refunded.id());
    entries.add(refunded);
    news.tell(
        refunded.status() == before ? BookingFacts.REFUND_NOTED : BookingFacts.REFUNDED, refunded);
    good.stream()
        .filter(ticket -> ticket(refunded, ticket.code()).revoked())
        .forEach(ticket -> news.tellRevoked(refunded, ticket, TicketFacts.REFUNDED));
  }

  /** The tickets of a booking that open a door so far. */
  private List<IssuedTicket> good(String bookingId) {
    return booking(bookingId).orElseThrow().tickets().stream()
        .filter(ticket -> !ticket.revoked())
        .toList();
  }

  @Override
  public void refuse(RefusedPaymentFacts refused) {
    entries.add(refused);
    news.tell(refused);
  }

  @Override
  public void put(Voucher voucher) {
    entries.add(voucher);
  }

  @Override
  public void remove(Voucher removed) {
    entries.add(new VoucherRemoved(removed.code()));
  }

  @Override
  public void put(WaitingEntry entry) {
    entries.add(entry);
  }

  @Override
  public void remove(WaitingEntry removed) {
    entries.add(new WaitingEntryRemoved(removed.id()));
  }

  @Override
  public void put(QueuePlace place, SaleQueue queue) {
    entries.add(queue);
    entries.add(place);
  }

  @Override
  public void remove(QueuePlace removed, SaleQueue queue) {
    entries.add(queue);
    entries.add(
        new QueuePlaceRemoved(
            removed.eventId(),
            removed.userId(),
            removed.number(),
            removed.letIn().map(LetIn::until)));
  }

  @Override
  public void rename(Booking renamed, String code) {
    entries.add(renamed);
    news.tell(TicketFacts.RENAMED, renamed, ticket(renamed, code), Optional.empty());
  }

  @Override
  public void transfer(Booking transferred, String oldCode, String newCode) {
    IssuedTicket old = ticket(booking(transferred.id()).orElseThrow(), oldCode);
    entries.add(transferred);
    news.tellRevoked(transferred, old, TicketFacts.REISSUED);
    news.tell(
        TicketFacts.TRANSFERRED, transferred, ticket(transferred, newCode), Optional.of(oldCode));
  }

  private static IssuedTicket ticket(Booking booking, String code) {
    return booking.ticket(code).orElseThrow();
  }
}
