package id.tixgo.ticketing.domain;

import id.tixgo.common.clients.event.EventFacts;
import id.tixgo.common.clients.ticketing.RefusedPaymentFacts;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What one movement sees, and how it changes it. Holds that are over are over here, too. Each
 * change is told in Ticketing's feed.
 */
public interface Desk {
  Optional<EventFacts> event(String id);

  Optional<TicketType> ticketType(String id);

  /** The ticket types of an event, as they are stored. */
  List<TicketType> ticketTypes(String eventId);

  /** The ticket type of that name at an event. */
  Optional<TicketType> ticketTypeNamed(String eventId, String name);

  Places ofType(String ticketTypeId);

  /** Of all ticket types together. */
  Places ofEvent(String eventId);

  /** Whether a payment for a booking was refused before. */
  boolean isRefused(String bookingId, long paymentId);

  /** How many bookings of a user at an event are neither paid nor over. */
  int openBookings(String eventId, long userId);

  /** How many offers of a ticket type a user has neither paid nor left. */
  int openOffers(String ticketTypeId, long userId);

  Optional<Booking> booking(String id);

  /** The booking of the ticket with that code. */
  Optional<Booking> bookingOf(String code);

  Optional<Voucher> voucher(String code);

  /** For how many places a voucher is used. */
  int usesOf(String voucher);

  Optional<WaitingEntry> waitingEntry(String id);

  /** The ticket types that somebody waits for. */
  List<String> typesWaitedFor();

  /** Those who wait for a ticket type and were offered nothing, in order. */
  List<WaitingEntry> waitingFor(String ticketTypeId);

  /** The {@link WaitingEntry#number()} of the next one. */
  long nextInLine();

  /** A buyer's place in the queue before an event's sale. */
  Optional<QueuePlace> queuePlace(String eventId, long userId);

  SaleQueue saleQueue(String eventId);

  /** The events at which somebody has a place in the queue. */
  List<String> saleQueues();

  /** Those who wait before an event's sale, in their order; without who came a moment ago. */
  Stream<QueuePlace> queued(String eventId);

  /** Those who were let in, in the order in which their time is over. */
  Stream<QueuePlace> letIn(String eventId);

  /** The {@link Booking#number()} of the next one. */
  long nextNumber();

  void make(TicketType made);

  void change(TicketType changed);

  void remove(TicketType removed);

  void hold(Booking held);

  void pay(Booking paid);

  /** A booking is cancelled or refunded. */
  void end(Booking ended);

  /** Money of a paid booking was given back; tickets that aren't good any more are told of. */
  void refund(Booking refunded);

  /** No ticket can be had for a payment: its money is to be given back. */
  void refuse(RefusedPaymentFacts refused);

  /** A voucher is made, or changed. */
  void put(Voucher voucher);

  void remove(Voucher removed);

  void put(WaitingEntry entry);

  void remove(WaitingEntry removed);

  /** A place is given, or changed, and with it the queue. */
  void put(QueuePlace place, SaleQueue queue);

  /** A place is given back. */
  void remove(QueuePlace removed, SaleQueue queue);

  void rename(Booking renamed, String code);

  /** A ticket has a new code, and the old one opens no door. */
  void transfer(Booking transferred, String oldCode, String newCode);
}
