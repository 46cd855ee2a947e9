package id.tixgo.ticketing.store;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.clients.event.EventFacts;
import id.tixgo.common.clients.ticketing.BookingFacts;
import id.tixgo.common.clients.ticketing.TicketFacts;
import id.tixgo.common.clients.ticketing.TicketTypeFacts;
import id.tixgo.common.store.Appender;
import id.tixgo.ticketing.domain.Booking;
import id.tixgo.ticketing.domain.BookingStatus;
import id.tixgo.ticketing.domain.Desk;
import id.tixgo.ticketing.domain.IssuedTicket;
import id.tixgo.ticketing.domain.Places;
import id.tixgo.ticketing.domain.TicketType;
import id.tixgo.ticketing.domain.Voucher;
import id.tixgo.ticketing.domain.WaitingEntry;
import id.tixgo.ticketing.store.TicketTypeTable.TicketTypeRemoved;
import id.tixgo.ticketing.store.VoucherTable.VoucherRemoved;
import id.tixgo.ticketing.store.WaitingTable.WaitingEntryRemoved;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The desk of one transaction. */
final class StagedDesk implements Desk {
  private final TicketingState state;
  private final Appender entries;
  private final SalesNews news;

  StagedDesk(TicketingState state, Appender entries, Instant now) {
    this.state = requireNonNull(state);
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
  public Optional<EventFacts> event(String id) {
    return state.events.staged(id);
  }

  @Override
  public Optional<TicketType> ticketType(String id) {
    return state.ticketTypes.staged(id);
  }

  @Override
  public Optional<TicketType> ticketTypeNamed(String eventId, String name) {
    return state.ticketTypes.named(eventId, name);
  }

  @Override
  public Places ofType(String ticketTypeId) {
    return state.bookings.places.stagedOfType(ticketTypeId);
  }

  @Override
  public Places ofEvent(String eventId) {
    return state.bookings.places.stagedOfEvent(eventId);
  }

  @Override
  public int openBookings(String eventId, long userId) {
    return state.bookings.places.open(eventId, userId);
  }

  @Override
  public int openOffers(String ticketTypeId, long userId) {
    return state.bookings.places.openOffers(ticketTypeId, userId);
  }

  @Override
  public Optional<Booking> booking(String id) {
    return state.bookings.staged(id);
  }

  @Override
  public Optional<Booking> bookingOf(String code) {
    return state.bookings.stagedOfCode(code);
  }

  @Override
  public Optional<Voucher> voucher(String code) {
    return state.vouchers.staged(code);
  }

  @Override
  public int usesOf(String voucher) {
    return state.bookings.places.stagedUsesOf(voucher);
  }

  @Override
  public Optional<WaitingEntry> waitingEntry(String id) {
    return state.waiting.staged(id);
  }

  @Override
  public List<String> typesWaitedFor() {
    return state.waiting.typesWaitedFor();
  }

  @Override
  public List<WaitingEntry> waitingFor(String ticketTypeId) {
    return state.waiting.line(ticketTypeId);
  }

  @Override
  public long nextInLine() {
    return state.waiting.nextNumber();
  }

  @Override
  public long nextNumber() {
    return state.bookings.nextNumber();
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
    boolean refunded = ended.status() == BookingStatus.REFUNDED;
    entries.add(ended);
    news.tell(refunded ? BookingFacts.REFUNDED : BookingFacts.CANCELLED, ended);
    String reason = refunded ? TicketFacts.REFUNDED : TicketFacts.CANCELLED;
    ended.tickets().forEach(ticket -> news.tellRevoked(ended, ticket, reason));
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
