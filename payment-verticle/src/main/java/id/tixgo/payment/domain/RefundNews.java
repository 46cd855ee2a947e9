package id.tixgo.payment.domain;

import id.tixgo.common.money.Money;
import id.tixgo.payment.domain.Refunds.Wanted;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What gateways, banks and people tell of money that goes back. For movements. */
final class RefundNews {
  static final String REFUNDED_TWICE = "REFUNDED_TWICE";

  private RefundNews() {}

  /** The bank took all that is left at the gateway: a refund that nobody was asked for. */
  static void tookBack(MoneyDesk desk, Payment payment, String reason, Instant now) {
    gone(desk, payment, reason, reason, leftThere(desk, payment, RefundState::counts), now);
  }

  /** Whether a gateway has any of a payment's money that isn't promised back. */
  static boolean isAnyThere(MoneyDesk desk, Payment payment) {
    return leftThere(desk, payment, RefundState::counts) > 0;
  }

  /** What a gateway has of a payment: what went back another way is still there. */
  private static long leftThere(
      MoneyDesk desk, Payment payment, Predicate<RefundState> whichCount) {
    return payment.amount().minor()
        - desk.refunds(payment).stream()
            .filter(refund -> refund.channel().isFromItsGateway())
            .filter(refund -> whichCount.test(refund.state()))
            .mapToLong(refund -> refund.amount().minor())
            .sum();
  }

  /** It is gone, even if it was promised to go another way: such promises end. */
  private static void gone(
      MoneyDesk desk, Payment payment, String key, String reason, long minor, Instant now) {
    if (minor > 0) {
      Money amount = new Money(minor, payment.amount().currency());
      succeed(desk, payment, elsewhere(desk, payment, key, reason, amount, now), now);
      endPromises(desk, desk.payment(payment.id()).orElseThrow(), now);
      TopUps.askIfTakenBack(desk, payment, now);
    }
  }

  private static Refund elsewhere(
      MoneyDesk desk, Payment payment, String key, String reason, Money amount, Instant now) {
    Wanted wanted = new Wanted(key, Optional.of(amount), List.of(), reason, payment.gateway());
    return Refunds.put(
        desk,
        payment,
        Refunds.make(desk, payment, wanted, amount, RefundChannel.ELSEWHERE, Ask.NEVER, now));
  }

  /** What a gateway knows of refunds; one that we don't know was made at its own desk. */
  static void see(MoneyDesk desk, Payment payment, List<GatewayRefund> seen, Instant now) {
    List<GatewayRefund> banksLast =
        seen.stream().sorted(Comparator.comparing(GatewayRefund::isTakenByBank)).toList();
    for (GatewayRefund refund : banksLast) {
      Payment current = desk.payment(payment.id()).orElseThrow();
      known(desk, current, refund)
          .ifPresentOrElse(
              ours -> settle(desk, current, ours, refund, now),
              () -> record(desk, current, refund, untold(desk, current, refund, seen), now));
    }
  }

  /** One that came to nothing for us, and is back all the same, is another one. */
  private static Optional<Refund> known(MoneyDesk desk, Payment payment, GatewayRefund seen) {
    boolean isBack = seen.state() == GatewayRefund.State.SUCCEEDED;
    return desk.refunds(payment).stream()
        .filter(r -> r.state() != RefundState.FAILED || !isBack)
        .filter(r -> r.reference().equals(seen.key()) || r.key().equals(seen.key()))
        .findFirst();
  }

  /**
   * What is new of it. A bank's part may get its name only after we have counted it under another,
   * so of such it is what the gateway's sum has more than ours.
   */
  private static long untold(
      MoneyDesk desk, Payment payment, GatewayRefund refund, List<GatewayRefund> seen) {
    long there = leftThere(desk, payment, state -> state == RefundState.SUCCEEDED);
    long back =
        refund.isTakenByBank()
            ? GatewayRefund.sumOfGone(seen) - (payment.amount().minor() - there)
            : there;
    return Math.min(Math.min(refund.amount().minor(), there), back);
  }

  private static void record(
      MoneyDesk desk, Payment payment, GatewayRefund seen, long minor, Instant now) {
    if (seen.state() == GatewayRefund.State.SUCCEEDED && payment.isPaid()) {
      gone(desk, payment, seen.key(), seen.reason().orElse("GATEWAY_DESK"), minor, now);
    }
  }

  private static void endPromises(MoneyDesk desk, Payment payment, Instant now) {
    for (Refund refund : desk.refunds(payment)) {
      if (refund.state() == RefundState.REQUESTED && isTooMuch(desk, payment)) {
        FailedRefunds.overtaken(desk, payment, refund, now);
      }
    }
    askIfTwice(desk, payment, now);
  }

  private static void askIfTwice(MoneyDesk desk, Payment payment, Instant now) {
    if (payment.refunded().minor() > payment.amount().minor()) {
      desk.put(Suspense.question(desk, payment, REFUNDED_TWICE, now));
    }
  }

  private static boolean isTooMuch(MoneyDesk desk, Payment payment) {
    long promised =
        desk.refunds(payment).stream()
            .filter(refund -> refund.state().counts())
            .mapToLong(refund -> refund.amount().minor())
            .sum();
    return promised > payment.amount().minor();
  }

  /** A gateway has answered about one of our refunds. */
  static void settle(
      MoneyDesk desk, Payment payment, Refund refund, GatewayRefund seen, Instant now) {
    if (!refund.state().isOpen()) {
      return;
    }
    switch (seen.state()) {
      case PENDING ->
          desk.put(
              refund.with(
                  RefundState.SENT,
                  seen.gatewayId(),
                  Optional.empty(),
                  refund.ask().next(now, Optional.empty()),
                  now));
      case SUCCEEDED -> {
        succeed(
            desk,
            payment,
            refund.with(refund.state(), seen.gatewayId(), Optional.empty(), Ask.NEVER, now),
            now);
        if (refund.channel() == RefundChannel.WALLET) {
          askIfTwice(desk, desk.payment(payment.id()).orElseThrow(), now);
        }
      }
      case FAILED ->
          FailedRefunds.fail(
              desk, payment, refund, seen.reason().orElse("The gateway refused."), now);
    }
  }

  /** The money is back. */
  static void succeed(MoneyDesk desk, Payment payment, Refund refund, Instant now) {
    Refund done =
        refund.with(RefundState.SUCCEEDED, Optional.empty(), Optional.empty(), Ask.NEVER, now);
    desk.put(done);
    Ledger.giveBack(desk, payment, done);
    desk.put(payment.withRefunded(payment.refunded().plus(done.amount()), now));
    if (payment.counted()) {
      Order order = desk.order(payment.orderId()).orElseThrow();
      Order refunded = order.withRefunded(order.refunded().plus(done.amount()), now);
      desk.put(refunded);
      desk.tell(refunded, done);
    }
  }
}
