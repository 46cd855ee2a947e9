package id.tixgo.payment.domain;

import id.tixgo.common.money.Money;
import id.tixgo.payment.domain.Refunds.Wanted;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Promises to give money back that came to nothing. For movements. */
final class FailedRefunds {
  private FailedRefunds() {}

  /** It isn't, and can be promised again; what goes back by itself is left to people then. */
  static void fail(MoneyDesk desk, Payment payment, Refund refund, String why, Instant now) {
    if (!refund.state().isOpen()) {
      return;
    }
    withdraw(desk, payment, refund, why, now);
    if (payment.isPaid() && refund.channel() == RefundChannel.WALLET) {
      long left = Refunds.left(desk, payment).minor();
      Money amount = new Money(Math.min(refund.amount().minor(), left), refund.amount().currency());
      payOut(desk, payment, refund, refund.by(), amount, now);
    } else {
      payOutRest(desk, payment, refund, now);
    }
  }

  /** Its money went back another way before anybody was asked for it. */
  static void overtaken(MoneyDesk desk, Payment payment, Refund refund, Instant now) {
    withdraw(desk, payment, refund, "The money was given back elsewhere.", now);
    payOutRest(desk, payment, refund, now);
  }

  private static void withdraw(
      MoneyDesk desk, Payment payment, Refund refund, String why, Instant now) {
    desk.put(refund.with(RefundState.FAILED, Optional.empty(), Optional.of(why), Ask.NEVER, now));
    Ledger.withdraw(desk, desk.order(payment.orderId()).orElseThrow(), payment, refund);
    if (!payment.isPaid()) {
      desk.put(payment.withAsk(Ask.at(now)));
    }
  }

  /** What goes back by itself is paid out, as far as it isn't back or promised. */
  private static void payOutRest(MoneyDesk desk, Payment payment, Refund failed, Instant now) {
    if (payment.isPaid()
        && failed.channel().isCalled()
        && goesBackByItself(desk, payment, failed)) {
      payOut(desk, payment, failed, Refunds.SYSTEM, Refunds.left(desk, payment), now);
    }
  }

  /** All of a top-up that isn't in its wallet does. */
  private static boolean goesBackByItself(MoneyDesk desk, Payment payment, Refund failed) {
    return failed.by().equals(Refunds.SYSTEM)
        || desk.order(payment.orderId())
            .filter(order -> order.isTopUp() && !order.fulfilled())
            .isPresent()
        || desk.refunds(payment).stream()
            .anyMatch(refund -> refund.by().equals(Refunds.SYSTEM) && refund.state().counts());
  }

  private static void payOut(
      MoneyDesk desk, Payment payment, Refund refused, String by, Money amount, Instant now) {
    if (amount.minor() > 0) {
      Wanted wanted =
          new Wanted(
              refused.key() + Refunds.PAID_OUT,
              Optional.of(amount),
              List.of(),
              refused.reason(),
              by);
      Refunds.put(
          desk,
          payment,
          Refunds.make(desk, payment, wanted, amount, RefundChannel.PAYOUT, Ask.NEVER, now));
    }
  }
}
