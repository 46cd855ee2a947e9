package id.tixgo.ticketing.store;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.clients.payment.PaymentFacts;
import id.tixgo.common.clients.payment.RefundFacts;
import id.tixgo.common.store.Appender;
import id.tixgo.common.store.feed.FeedMessage;
import id.tixgo.common.store.feed.FeedSubscriber;
import id.tixgo.common.time.Timestamps;
import id.tixgo.ticketing.domain.Booking;
import id.tixgo.ticketing.domain.BookingStatus;
import id.tixgo.ticketing.domain.OnlinePayments;
import id.tixgo.ticketing.domain.WaitingLine;
import java.time.Clock;
import java.time.Instant;

/** What Payment tells of orders that are bookings: paid, and given back. */
public final class ToldPayments implements FeedSubscriber {
  private final TicketingState state;
  private final OnlinePayments payments;
  private final WaitingLine line;
  private final Runnable bell;
  private final Clock clock;

  /**
   * @param line who is offered what becomes free
   * @param bell tells those who follow Ticketing's feed that there is more of it
   */
  public ToldPayments(
      TicketingState state, OnlinePayments payments, WaitingLine line, Runnable bell, Clock clock) {
    this.state = requireNonNull(state);
    this.payments = requireNonNull(payments);
    this.line = requireNonNull(line);
    this.bell = requireNonNull(bell);
    this.clock = requireNonNull(clock);
  }

  @Override
  public void apply(FeedMessage message, Appender entries) {
    switch (message.type()) {
      case PaymentFacts.CONFIRMED ->
          confirm(message.data(PaymentFacts.class), message.at(), entries);
      case RefundFacts.PROCESSED -> refund(message.data(RefundFacts.class), entries);
      default -> {}
    }
  }

  /**
   * Payment wins over expiry if it came first: then its places are still its own, unless somebody
   * has noticed their end already. Else what is over makes room for it.
   */
  private void confirm(PaymentFacts facts, Instant told, Appender entries) {
    if (facts.serviceType().equals(PaymentFacts.EVENT)) {
      Instant now = Timestamps.now(clock);
      StagedDesk desk = new StagedDesk(state, entries, now);
      desk.expire(told.isBefore(now) ? told : now);
      if (!isHeld(desk, facts.serviceId())) {
        settle(desk, now);
      }
      payments.confirm(desk, facts, told, now);
    }
  }

  private static boolean isHeld(StagedDesk desk, String bookingId) {
    return desk.booking(bookingId)
        .map(Booking::status)
        .filter(BookingStatus.PENDING::equals)
        .isPresent();
  }

  private void refund(RefundFacts facts, Appender entries) {
    if (facts.serviceType().equals(PaymentFacts.EVENT)) {
      Instant now = Timestamps.now(clock);
      StagedDesk desk = new StagedDesk(state, entries, now);
      desk.expire(now);
      payments.refund(desk, facts, now);
      line.serve(desk, now);
    }
  }

  private void settle(StagedDesk desk, Instant now) {
    desk.expire(now);
    line.serve(desk, now);
  }

  @Override
  public void stored() {
    bell.run();
  }

  /** Nothing: what was paid stays paid, and what is told of again is known. */
  @Override
  public void forget(Appender entries) {}
}
