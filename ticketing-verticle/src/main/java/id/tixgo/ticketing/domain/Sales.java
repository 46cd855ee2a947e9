package id.tixgo.ticketing.domain;

import id.tixgo.common.clients.event.EventFacts;
import id.tixgo.common.scope.Once;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/** Keeps what is on sale, held and sold. What readers see is stored. */
public interface Sales {
  /** Makes a movement; fails with the problem that it refuses with. */
  <R> Future<R> make(Once<R> once, Movement<R> movement);

  /** Completes when no reader sees a hold that is over by now. */
  Future<Void> settle();

  Optional<EventFacts> event(String id);

  /** All that are known, in the order of their start. */
  List<EventFacts> events();

  /** The number of the last message that told of the event; 0 when none has. */
  long eventSeq(String id);

  Optional<TicketType> ticketType(String id);

  /** In the order in which they were made. */
  List<TicketType> ticketTypes();

  /** The same of one event. */
  List<TicketType> ticketTypes(String eventId);

  Places ofType(String ticketTypeId);

  /** Of all ticket types together. */
  Places ofEvent(String eventId);

  Optional<Booking> booking(String id);

  /** The booking of the ticket with that code. */
  Optional<Booking> bookingOf(String code);

  Optional<Voucher> voucher(String code);

  /** In the order of their codes. */
  List<Voucher> vouchers();

  int usesOf(String voucher);

  Optional<WaitingEntry> waitingEntry(String id);

  /** In their order. */
  List<WaitingEntry> waitingEntries();

  /**
   * In the order in which they were made; there may be too many to walk through on an event loop.
   */
  Future<List<Booking>> bookings(BookingQuery query);
}
