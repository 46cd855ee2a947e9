package id.tixgo.ticketing.domain;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.clients.event.EventFacts;
import id.tixgo.common.clients.payment.PaymentFacts;
import id.tixgo.common.clients.payment.RefundFacts;
import id.tixgo.common.clients.ticketing.RefusedPaymentFacts;
import id.tixgo.common.money.Money;
import id.tixgo.common.problem.Problem;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What Payment tells, done to bookings. Each payment and each refund counts once, however often it
 * is told of, and nothing that Payment can tell fails: money that no ticket can be had for is
 * refused.
 */
public final class OnlinePayments {
  private static final String ONLINE = "online";
  private static final String PAYMENT = "payment";

  private final Issuance issuance;
  private final LatePayment late;

  public OnlinePayments(Issuance issuance, LatePayment late) {
    this.issuance = requireNonNull(issuance);
    this.late = requireNonNull(late);
  }

  /**
   * Issues the tickets of a booking that was paid, or refuses the payment.
   *
   * @param told when Payment had its money
   */
  public void confirm(Desk desk, PaymentFacts facts, Instant told, Instant now) {
    Optional<Booking> booking = desk.booking(facts.serviceId());
    boolean known =
        desk.isRefused(facts.serviceId(), facts.paymentId())
            || booking.filter(b -> b.isPaidBy(facts.paymentId())).isPresent();
    if (!known) {
      booking
          .map(found -> refusal(desk, found, facts, told, now))
          .orElse(Optional.of(RefusedPaymentFacts.BOOKING_UNKNOWN))
          .ifPresentOrElse(
              reason -> desk.refuse(refused(facts, reason)),
              () -> issuance.pay(desk, booking.orElseThrow(), receipt(facts, now)));
    }
  }

  private static RefusedPaymentFacts refused(PaymentFacts facts, String reason) {
    return new RefusedPaymentFacts(facts.serviceId(), facts.paymentId(), reason);
  }

  private static Receipt receipt(PaymentFacts facts, Instant now) {
    return new Receipt(
        facts.method().orElse(ONLINE),
        Optional.of(facts.orderNumber()),
        facts.amount(),
        now,
        facts.gateway().orElse(PAYMENT),
        Optional.of(facts.paymentId()));
  }

  /** Why no tickets can be issued; empty when they can. */
  private Optional<String> refusal(
      Desk desk, Booking booking, PaymentFacts facts, Instant told, Instant now) {
    Optional<EventFacts> event = desk.event(booking.eventId());
    if (booking.status() == BookingStatus.PAID) {
      return Optional.of(RefusedPaymentFacts.ALREADY_PAID);
    }
    if (event.filter(EventFacts::isOff).isPresent()) {
      return Optional.of(RefusedPaymentFacts.EVENT_CANCELLED);
    }
    return switch (booking.status()) {
      case PENDING -> ifOtherAmount(booking, facts);
      case EXPIRED -> ifOtherAmount(booking, facts).or(() -> ifLate(desk, booking, told, now));
      default -> Optional.of(RefusedPaymentFacts.BOOKING_CANCELLED);
    };
  }

  private static Optional<String> ifOtherAmount(Booking booking, PaymentFacts facts) {
    return facts.amount().equals(booking.total())
        ? Optional.empty()
        : Optional.of(RefusedPaymentFacts.AMOUNT_DIFFERS);
  }

  /** What was paid in time isn't late, even if Ticketing hears of it only now. */
  private Optional<String> ifLate(Desk desk, Booking booking, Instant told, Instant now) {
    boolean tooLate = late == LatePayment.REFUND && !told.isBefore(booking.expiresAt());
    boolean over =
        desk.event(booking.eventId())
            .flatMap(EventFacts::endTime)
            .filter(end -> !now.isBefore(end))
            .isPresent();
    return tooLate || over
        ? Optional.of(RefusedPaymentFacts.BOOKING_EXPIRED)
        : ifSoldOut(desk, booking, now);
  }

  /** Whatever is on sale now: the price was agreed on while it was. */
  private static Optional<String> ifSoldOut(Desk desk, Booking booking, Instant now) {
    try {
      EventFacts event = desk.event(booking.eventId()).orElseThrow(Refusals::eventNotFound);
      new HoldRules(desk, now).checkAgain(event, booking);
      return Optional.empty();
    } catch (Problem gone) {
      return Optional.of(RefusedPaymentFacts.SOLD_OUT);
    }
  }

  /** Takes back what the money was given back for. That of another payment concerns no booking. */
  public void refund(Desk desk, RefundFacts facts, Instant now) {
    desk.booking(facts.serviceId())
        .filter(booking -> booking.isPaidBy(facts.paymentId()))
        .filter(booking -> !isKnown(booking, facts.refundId()))
        .map(
            booking ->
                booking.lessRefund(
                    refund(booking, facts, now), facts.whole(), Optional.of(facts.reason())))
        .ifPresent(desk::refund);
  }

  private static boolean isKnown(Booking booking, long refundId) {
    return booking.refunds().stream()
        .anyMatch(refund -> refund.refundId().filter(id -> id == refundId).isPresent());
  }

  private static BookingRefund refund(Booking booking, RefundFacts facts, Instant now) {
    Money left = booking.total().less(booking.refunded());
    boolean rest = facts.whole() || facts.amount().minor() > left.minor();
    List<String> codes =
        booking.tickets().stream()
            .filter(ticket -> facts.tickets().stream().anyMatch(ticket::isOrWas))
            .map(IssuedTicket::code)
            .toList();
    return new BookingRefund(
        Optional.of(facts.refundId()), rest ? left : facts.amount(), codes, now);
  }
}
