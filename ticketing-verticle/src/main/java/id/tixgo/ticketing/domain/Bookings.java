package id.tixgo.ticketing.domain;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.caller.Caller;
import id.tixgo.common.clients.event.EventFacts;
import id.tixgo.common.money.Money;
import id.tixgo.common.scope.Once;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Bookings from the hold to their end; each step is one movement, and a repeated one no error. */
public final class Bookings {
  private final Sales sales;
  private final SaleGate gate;
  private final Holds holds;
  private final Issuance issuance;

  public Bookings(Sales sales, SaleGate gate, Holds holds, Issuance issuance) {
    this.sales = requireNonNull(sales);
    this.gate = requireNonNull(gate);
    this.holds = requireNonNull(holds);
    this.issuance = requireNonNull(issuance);
  }

  /**
   * Holds all places that are wanted, or none. Fails with {@code NOT_FOUND}, {@code SOLD_OUT},
   * {@code SALES_NOT_OPEN}, {@code SALES_ENDED}, {@code EVENT_CANCELLED}, {@code VOUCHER_REQUIRED},
   * {@code TOO_MANY_OPEN_BOOKINGS}, {@code WAITING_ROOM} or {@code VALIDATION_ERROR}.
   */
  public Future<Booking> hold(HoldRequest request, Once<Booking> once) {
    return sales.make(
        once,
        (desk, now) -> {
          gate.check(desk, request, now);
          return holds.make(desk, request, now);
        });
  }

  /** A booking as it is now; fails with {@code NOT_FOUND}. */
  public Future<Booking> find(String id, Caller caller) {
    return sales.settle().map(settled -> Access.booking(sales.booking(id), caller));
  }

  /** The same for a service of the house, which has no caller and may read all. */
  public Future<Booking> find(String id, Optional<Caller> caller) {
    return sales.settle().map(settled -> Access.booking(sales.booking(id), caller));
  }

  /** The booking of a ticket; fails with {@code NOT_FOUND}. */
  public Future<Booking> findByTicket(String code, Caller caller) {
    return sales.settle().map(settled -> Access.ofTicket(sales.bookingOf(code), caller));
  }

  public Future<List<Booking>> list(BookingQuery query) {
    return sales.settle().compose(settled -> sales.bookings(query));
  }

  /**
   * Marks a booking as paid and issues its tickets. Places whose hold is over are taken again for
   * staff if there are any. Fails with {@code NOT_FOUND}, {@code PAYMENT_REQUIRED}, {@code
   * NOT_PAYABLE}, and for such places as {@link #hold}.
   *
   * @param method how staff were paid
   */
  public Future<Booking> confirm(
      String id, Caller caller, String method, Optional<String> reference) {
    return sales.make(
        Once.eachTime(),
        (desk, now) -> {
          Booking booking = Access.booking(desk.booking(id), caller);
          return booking.status() == BookingStatus.PAID
              ? booking
              : pay(desk, booking, receipt(booking, caller, method, reference, now));
        });
  }

  private static Receipt receipt(
      Booking booking, Caller caller, String method, Optional<String> reference, Instant now) {
    if (!Access.isStaff(caller)) {
      checkFree(booking);
    }
    String how = Access.isStaff(caller) ? method : Receipt.FREE;
    return new Receipt(how, reference, booking.total(), now, caller.username(), Optional.empty());
  }

  /** What is over was free at a price that may be another by now, and by a voucher of then. */
  private static void checkFree(Booking booking) {
    if (booking.status() != BookingStatus.PENDING) {
      throw Refusals.notPayable(booking);
    }
    if (!booking.isFree()) {
      throw Refusals.paymentRequired(booking);
    }
  }

  private Booking pay(Desk desk, Booking booking, Receipt receipt) {
    checkPayable(desk, booking, receipt.at());
    return issuance.pay(desk, booking, receipt);
  }

  private static void checkPayable(Desk desk, Booking booking, Instant now) {
    checkTakesPlace(desk, booking);
    switch (booking.status()) {
      case PENDING -> {}
      case EXPIRED -> checkPlaces(desk, booking, now);
      default -> throw Refusals.notPayable(booking);
    }
  }

  private static void checkTakesPlace(Desk desk, Booking booking) {
    if (desk.event(booking.eventId()).filter(EventFacts::isOff).isPresent()) {
      throw Refusals.eventCancelled();
    }
  }

  private static void checkPlaces(Desk desk, Booking booking, Instant now) {
    HoldRules rules = new HoldRules(desk, now);
    EventFacts event = rules.eventOnSale(booking.eventId());
    for (BookingItem item : booking.items()) {
      WantedPlaces wanted = new WantedPlaces(item.ticketTypeId(), item.quantity(), item.holders());
      rules.typeOnSale(event, wanted, true, Optional.empty());
    }
    rules.checkAgain(event, booking);
  }

  /**
   * Ends a booking, so that its places can be had again. Fails with {@code NOT_FOUND} or {@code
   * ALREADY_PAID}.
   *
   * @param refund whether what was paid was given back
   */
  public Future<Booking> cancel(String id, Caller caller, Optional<String> reason, boolean refund) {
    return sales.make(
        Once.eachTime(),
        (desk, now) -> {
          Booking booking = Access.booking(desk.booking(id), caller);
          return switch (booking.status()) {
            case PENDING -> end(desk, booking.ended(BookingStatus.CANCELLED, reason, now));
            case PAID -> {
              if (!Access.isStaff(caller)) {
                throw Refusals.alreadyPaid();
              }
              yield refund
                  ? refund(desk, booking, reason, now)
                  : end(desk, booking.ended(BookingStatus.CANCELLED, reason, now));
            }
            case CANCELLED, EXPIRED, REFUNDED -> booking;
          };
        });
  }

  /** With what was left of its money. */
  private static Booking refund(Desk desk, Booking booking, Optional<String> reason, Instant now) {
    Money left = booking.total().less(booking.refunded());
    BookingRefund rest = new BookingRefund(Optional.empty(), left, List.of(), now);
    Booking refunded = booking.lessRefund(rest, true, reason);
    desk.refund(refunded);
    return refunded;
  }

  private static Booking end(Desk desk, Booking ended) {
    desk.end(ended);
    return ended;
  }
}
