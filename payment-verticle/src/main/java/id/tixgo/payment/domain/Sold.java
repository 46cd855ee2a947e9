package id.tixgo.payment.domain;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/** What the service that sells says has become of what an order is for. For movements. */
public final class Sold {
  private static final String PAID_ELSEWHERE = "PAID_ELSEWHERE";

  private final Refunds refunds;

  public Sold(Refunds refunds) {
    this.refunds = requireNonNull(refunds);
  }

  /**
   * It is paid as the service sees it, and handed over: by our money, or by somebody else's.
   *
   * @param paymentId of ours
   */
  public void handedOver(MoneyDesk desk, String bookingId, Optional<Long> paymentId, Instant now) {
    paymentId
        .flatMap(desk::payment)
        .flatMap(payment -> desk.order(payment.orderId()))
        .ifPresent(order -> Orders.fulfil(desk, order, now));
    order(desk, bookingId)
        .ifPresent(newest -> Orders.end(desk, newest, PAID_ELSEWHERE, false, now));
  }

  /** It can't be paid any more. */
  public void ended(MoneyDesk desk, String bookingId, String reason, Instant now) {
    boolean failed = reason.equals("BOOKING_EXPIRED");
    order(desk, bookingId).ifPresent(order -> Orders.end(desk, order, reason, failed, now));
  }

  /** It is taken back: what is left of the money that paid it goes back, too. */
  public void givenBack(MoneyDesk desk, Optional<Long> paymentId, String reason, Instant now) {
    paymentId
        .flatMap(desk::payment)
        .ifPresent(payment -> refunds.giveBack(desk, payment, reason, now));
  }

  /** Nothing can be handed over for a payment. */
  public void refused(MoneyDesk desk, long paymentId, String reason, Instant now) {
    desk.payment(paymentId).ifPresent(payment -> refunds.giveBack(desk, payment, reason, now));
  }

  /**
   * What is left of an order's money is promised back.
   *
   * @param payoutsToo whether the gateway is asked again for what is to be paid out by hand since
   *     it refused it
   */
  public void giveBack(
      MoneyDesk desk, Order order, boolean payoutsToo, String reason, Instant now) {
    for (Payment payment : desk.payments(order)) {
      if (payment.counted()) {
        if (payoutsToo) {
          refunds.withdrawPayouts(desk, payment, now);
        }
        refunds.giveBack(desk, payment, reason, now);
      }
    }
  }

  private static Optional<Order> order(MoneyDesk desk, String bookingId) {
    return desk.orderOf(ServiceType.EVENT, bookingId);
  }
}
