package id.tixgo.ticketing.domain;

import id.tixgo.common.clients.event.EventFacts;
import java.util.Optional;

/**
 * What one movement sees, and how it changes it. Holds that are over are over here, too. Each
 * change is told in Ticketing's feed.
 */
public interface Desk {
  Optional<EventFacts> event(String id);

  Optional<TicketType> ticketType(String id);

  /** The ticket type of that name at an event. */
  Optional<TicketType> ticketTypeNamed(String eventId, String name);

  Places ofType(String ticketTypeId);

  /** Of all ticket types together. */
  Places ofEvent(String eventId);

  /** How many bookings of a user at an event are neither paid nor over. */
  int openBookings(String eventId, long userId);

  Optional<Booking> booking(String id);

  /** The booking of the ticket with that code. */
  Optional<Booking> bookingOf(String code);

  /** The {@link Booking#number()} of the next one. */
  long nextNumber();

  void make(TicketType made);

  void change(TicketType changed);

  void remove(TicketType removed);

  void hold(Booking held);

  void pay(Booking paid);

  /** A booking is cancelled or refunded. */
  void end(Booking ended);

  void rename(Booking renamed, String code);

  /** A ticket has a new code, and the old one opens no door. */
  void transfer(Booking transferred, String oldCode, String newCode);
}
