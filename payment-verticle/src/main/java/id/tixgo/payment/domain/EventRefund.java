package id.tixgo.payment.domain;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.money.Money;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What has become of an order's money since its event is off.
 *
 * @param amount that the result is about
 * @param refund the newest one; empty when there is none
 * @param reason why the gateway didn't give it back, where that is so
 */
public record EventRefund(
    Order order, Result result, Money amount, Optional<Refund> refund, Optional<String> reason) {
  /** Why such money goes back. */
  public static final String REASON = "EVENT_CANCELLED";

  /** How far it is. */
  public enum Result {
    /** Nothing was paid. */
    NOTHING,
    /** It isn't promised back yet. */
    WAITING,
    /** The gateway is asked for it, or will be at once. */
    SENT,
    /** The gateway gave no answer: it is asked what became of it. */
    UNKNOWN,
    /** Somebody has to transfer it by hand. */
    PAYOUT,
    /** It came to nothing, and can be sent again. */
    FAILED,
    REFUNDED;

    /** Whether it goes on by itself. */
    public boolean isOnItsWay() {
      return this == WAITING || this == SENT || this == UNKNOWN;
    }

    private static Result of(Refund open) {
      if (open.channel() == RefundChannel.PAYOUT) {
        return PAYOUT;
      }
      return open.state() == RefundState.UNKNOWN ? UNKNOWN : SENT;
    }
  }

  public EventRefund {
    requireNonNull(order);
    requireNonNull(result);
    requireNonNull(amount);
    requireNonNull(refund);
    requireNonNull(reason);
  }

  /**
   * Of an order.
   *
   * @param paid by what it was paid; empty for nothing
   * @param refunds of that payment, the oldest first
   * @param waits whether it isn't its turn yet
   */
  public static EventRefund of(
      Order order, Optional<Payment> paid, List<Refund> refunds, boolean waits) {
    Money left =
        paid.filter(Payment::isPaid)
            .map(payment -> Refunds.left(payment, refunds))
            .orElse(Money.zero(order.total().currency()));
    if (left.minor() > 0) {
      return of(order, waits ? Result.WAITING : Result.FAILED, left, refunds);
    }
    return last(refunds.stream().filter(refund -> refund.state().isOpen()))
        .map(open -> of(order, Result.of(open), open.amount(), refunds))
        .orElseGet(() -> of(order, over(order), order.refunded(), refunds));
  }

  private static EventRefund of(Order order, Result result, Money amount, List<Refund> refunds) {
    Optional<String> refused =
        last(refunds.stream().filter(refund -> refund.state() == RefundState.FAILED))
            .flatMap(Refund::note)
            .filter(note -> result == Result.FAILED || result == Result.PAYOUT);
    return new EventRefund(order, result, amount, last(refunds.stream()), refused);
  }

  private static Result over(Order order) {
    return order.refunded().minor() > 0 ? Result.REFUNDED : Result.NOTHING;
  }

  private static Optional<Refund> last(Stream<Refund> refunds) {
    return refunds.reduce((older, newer) -> newer);
  }

  /** Whether it is sent again when somebody says so. */
  public boolean canBeSent(boolean payoutsToo) {
    return result == Result.FAILED || (payoutsToo && result == Result.PAYOUT);
  }
}
