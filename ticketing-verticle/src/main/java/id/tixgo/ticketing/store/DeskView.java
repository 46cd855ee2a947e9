package id.tixgo.ticketing.store;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.clients.event.EventFacts;
import id.tixgo.ticketing.domain.Booking;
import id.tixgo.ticketing.domain.Desk;
import id.tixgo.ticketing.domain.Places;
import id.tixgo.ticketing.domain.QueuePlace;
import id.tixgo.ticketing.domain.SaleQueue;
import id.tixgo.ticketing.domain.TicketType;
import id.tixgo.ticketing.domain.Voucher;
import id.tixgo.ticketing.domain.WaitingEntry;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the desk of one transaction sees. */
abstract class DeskView implements Desk {
  final TicketingState state;

  DeskView(TicketingState state) {
    this.state = requireNonNull(state);
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
  public List<TicketType> ticketTypes(String eventId) {
    return state.ticketTypes.of(eventId);
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
  public boolean isRefused(String bookingId, long paymentId) {
    return state.refused.has(bookingId, paymentId);
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
  public Optional<QueuePlace> queuePlace(String eventId, long userId) {
    return state.queues.stagedPlace(eventId, userId);
  }

  @Override
  public SaleQueue saleQueue(String eventId) {
    return state.queues.stagedQueue(eventId);
  }

  @Override
  public List<String> saleQueues() {
    return state.queues.events();
  }

  @Override
  public Stream<QueuePlace> queued(String eventId) {
    return state.queues.stagedWaiting(eventId);
  }

  @Override
  public Stream<QueuePlace> letIn(String eventId) {
    return state.queues.stagedLetIn(eventId);
  }

  @Override
  public long nextNumber() {
    return state.bookings.nextNumber();
  }
}
