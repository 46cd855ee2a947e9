package id.tixgo.ticketing.domain;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.caller.Caller;
import id.tixgo.common.scope.Once;
import io.vertx.core.Future;
import java.util.List;
import java.util.function.UnaryOperator;

/** What becomes of tickets once they are issued. */
public final class IssuedTickets {
  private final Sales sales;
  private final CodeSource codes;

  public IssuedTickets(Sales sales, CodeSource codes) {
    this.sales = requireNonNull(sales);
    this.codes = requireNonNull(codes);
  }

  /**
   * One ticket in its booking.
   *
   * @param code of the ticket
   */
  public record InBooking(Booking booking, String code) {
    public InBooking {
      requireNonNull(booking);
      requireNonNull(code);
    }

    public IssuedTicket ticket() {
      return booking.ticket(code).orElseThrow();
    }
  }

  /** Puts another name on a ticket; fails with {@code NOT_FOUND} or {@code TICKET_REVOKED}. */
  public Future<InBooking> rename(String code, Caller caller, UnaryOperator<Holder> change) {
    return sales.make(
        Once.eachTime(),
        (desk, now) -> {
          Booking booking = Access.ofTicket(desk.bookingOf(code), caller);
          IssuedTicket ticket = good(booking, code);
          IssuedTicket renamed = ticket.withHolder(change.apply(ticket.holder()));
          Booking changed = booking.withTicket(code, renamed, now);
          desk.rename(changed, code);
          return new InBooking(changed, code);
        });
  }

  /**
   * Gives a ticket to somebody else: it has a new code, and the old one opens no door any more.
   * Fails with {@code NOT_FOUND} or {@code TICKET_REVOKED}.
   */
  public Future<InBooking> transfer(
      String code, Caller caller, Holder holder, Once<InBooking> once) {
    return sales.make(
        once,
        (desk, now) -> {
          Booking booking = Access.ofTicket(desk.bookingOf(code), caller);
          IssuedTicket ticket = good(booking, code);
          String newCode = codes.next(desk);
          Booking changed = booking.withTicket(code, ticket.reissued(newCode, holder, now), now);
          desk.transfer(changed, code, newCode);
          return new InBooking(changed, newCode);
        });
  }

  /** Fails with {@code TICKET_REVOKED}. */
  public static IssuedTicket good(Booking booking, String code) {
    return booking.ticket(code).filter(ticket -> !ticket.revoked()).orElseThrow(Refusals::revoked);
  }

  /** Those that open a door; fails with {@code NO_TICKETS}. */
  public static List<IssuedTicket> good(Booking booking) {
    List<IssuedTicket> good =
        booking.tickets().stream().filter(ticket -> !ticket.revoked()).toList();
    if (good.isEmpty()) {
      throw Refusals.noTickets();
    }
    return good;
  }

  /** The booking, if tickets were ever issued for it; fails with {@code NO_TICKETS}. */
  public static Booking issued(Booking booking) {
    if (booking.tickets().isEmpty()) {
      throw Refusals.noTickets();
    }
    return booking;
  }
}
