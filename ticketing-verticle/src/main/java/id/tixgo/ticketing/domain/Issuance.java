package id.tixgo.ticketing.domain;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes a booking paid, with a ticket for each place: both in one step. */
public final class Issuance {
  private final CodeSource codes;

  public Issuance(CodeSource codes) {
    this.codes = requireNonNull(codes);
  }

  Booking pay(Desk desk, Booking booking, Receipt receipt) {
    Booking paid = booking.paid(receipt, issue(desk, booking, receipt.at()));
    desk.pay(paid);
    return paid;
  }

  private List<IssuedTicket> issue(Desk desk, Booking booking, Instant now) {
    List<IssuedTicket> tickets = new ArrayList<>();
    for (BookingItem item : booking.items()) {
      for (int place = 0; place < item.quantity(); place++) {
        tickets.add(
            new IssuedTicket(
                codes.next(desk),
                item.ticketTypeId(),
                item.ticketType(),
                item.title(),
                holder(booking, item, place),
                now,
                false,
                Optional.empty()));
      }
    }
    return tickets;
  }

  /** A guest's name is on all tickets that no other name was given for. */
  private static Holder holder(Booking booking, BookingItem item, int place) {
    Holder named = item.holder(place);
    return named.equals(Holder.UNNAMED) ? booking.buyer().guest().orElse(named) : named;
  }
}
