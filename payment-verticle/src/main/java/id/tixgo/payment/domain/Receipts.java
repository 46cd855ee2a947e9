package id.tixgo.payment.domain;

import id.tixgo.common.clients.payment.PaymentFacts;
import id.tixgo.common.money.Money;
import java.time.Instant;
import java.util.Optional;

/** Money that has come for a payment: it pays the order, or somebody must look. For movements. */
final class Receipts {
  private static final String UNDERPAID = "UNDERPAID";
  private static final String OVERPAID = "OVERPAID";
  private static final String CURRENCY_DIFFERS = "CURRENCY_DIFFERS";

  private Receipts() {}

  /** What a gateway says has come, as far as it is there. */
  static Payment see(MoneyDesk desk, Payment payment, GatewayAnswer.Known known, Instant now) {
    Money paid = known.paid();
    if (!paid.currency().equals(payment.amount().currency())) {
      if (open(desk, payment, CURRENCY_DIFFERS).isEmpty()) {
        desk.put(Suspense.question(desk, payment, CURRENCY_DIFFERS, now));
      }
      return payment;
    }
    boolean isThere =
        known.state() != GatewayState.DENIED && known.state() != GatewayState.CHARGED_BACK;
    return isThere && paid.minor() > payment.received().minor()
        ? receive(desk, payment, paid, known.fee(), now)
        : payment;
  }

  /** More has come than was known of. The first attempt that is whole pays the order. */
  static Payment receive(MoneyDesk desk, Payment before, Money all, Money fee, Instant now) {
    Order order = desk.order(before.orderId()).orElseThrow();
    long resolved = Suspenses.resolved(desk, before);
    boolean whole = all.minor() - resolved >= before.amount().minor();
    boolean counts = before.counted() || (whole && !order.isPaid());
    Payment received = before.withReceived(all, fee, counts, now);
    desk.put(received);
    Ledger.receive(desk, before, received, resolved);
    suspendRest(desk, received, resolved, now);
    if (counts && !before.counted()) {
      pay(desk, order, received, now);
    }
    return received;
  }

  /** Whether all that was asked for has come, without what people have taken out of suspense. */
  static boolean isWhole(MoneyDesk desk, Payment payment) {
    return payment.received().minor() - Suspenses.resolved(desk, payment)
        >= payment.amount().minor();
  }

  private static void suspendRest(MoneyDesk desk, Payment payment, long resolved, Instant now) {
    long there = payment.received().minor() - resolved;
    long over = there - payment.amount().minor();
    Optional<Suspense> under = open(desk, payment, UNDERPAID);
    if (over < 0) {
      suspend(desk, payment, UNDERPAID, there, now);
      return;
    }
    under.ifPresent(item -> desk.put(item.resolved(Suspenses.completed(now))));
    if (over > 0) {
      suspend(desk, payment, OVERPAID, over, now);
    }
  }

  private static void suspend(
      MoneyDesk desk, Payment payment, String reason, long minor, Instant now) {
    Suspense item =
        open(desk, payment, reason).orElseGet(() -> Suspense.question(desk, payment, reason, now));
    desk.put(item.of(new Money(minor, payment.amount().currency())));
  }

  private static Optional<Suspense> open(MoneyDesk desk, Payment payment, String reason) {
    return desk.suspense(payment).stream()
        .filter(item -> item.isOpen() && item.reason().equals(reason))
        .findFirst();
  }

  private static void pay(MoneyDesk desk, Order order, Payment payment, Instant now) {
    Order paid = order.withPaid(payment.amount(), now);
    desk.put(paid);
    desk.tell(PaymentFacts.CONFIRMED, paid, Optional.of(payment), Optional.empty());
    desk.payments(order).stream()
        .filter(other -> other.id() != payment.id() && other.state().isOpen())
        .forEach(other -> desk.put(other.withCancelWanted(now)));
  }

  /** What was taken back was taken back with what the gateway had added. */
  static Payment tookFeeBack(MoneyDesk desk, Payment payment, Instant now) {
    if (payment.fee().minor() == 0) {
      return payment;
    }
    Ledger.returnFee(desk, payment);
    Payment without = payment.withoutFee(now);
    desk.put(without);
    return without;
  }
}
