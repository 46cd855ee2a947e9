package id.tixgo.payment.domain;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Money that is given back: what is open counts against what was paid, what failed doesn't. For
 * movements.
 */
public final class Refunds {
  /** No user's name has a colon. */
  private static final String SYSTEM = "system:payment";

  private static final String REFUNDED_TWICE = "REFUNDED_TWICE";

  private final RefundChannels channels;

  /** Which way money of a payment goes back. */
  @FunctionalInterface
  public interface RefundChannels {
    RefundChannel of(Payment payment, boolean whole);
  }

  /**
   * What is wanted back.
   *
   * @param key asked twice under one key it is one refund
   * @param amount empty for all that is left
   * @param tickets the codes that it is for; may be empty
   */
  public record Wanted(
      String key, Optional<Money> amount, List<String> tickets, String reason, String by) {
    public Wanted {
      requireNonNull(key);
      requireNonNull(amount);
      tickets = List.copyOf(tickets);
      requireNonNull(reason);
      requireNonNull(by);
    }
  }

  public Refunds(RefundChannels channels) {
    this.channels = requireNonNull(channels);
  }

  /**
   * Promises money back. Fails with {@code NOT_PAID}, {@code REFUND_EXCEEDS_PAYMENT} or {@code
   * REFUND_KEY_REUSED}; a repeated request is the refund that it made.
   */
  public Refund request(MoneyDesk desk, Payment payment, Wanted wanted, Instant now) {
    return desk.refunds(payment).stream()
        .filter(known -> known.key().equals(wanted.key()) && known.state().counts())
        .findFirst()
        .map(known -> same(known, wanted))
        .orElseGet(() -> promise(desk, payment, wanted, now));
  }

  private static Refund same(Refund known, Wanted wanted) {
    if (wanted.amount().filter(amount -> !amount.equals(known.amount())).isPresent()) {
      throw MoneyRefusals.refundKeyReused();
    }
    return known;
  }

  private Refund promise(MoneyDesk desk, Payment payment, Wanted wanted, Instant now) {
    if (!payment.isPaid()) {
      throw MoneyRefusals.nothingPaid();
    }
    Money left = left(desk, payment);
    Money amount = wanted.amount().orElse(left);
    if (amount.minor() == 0 || amount.minor() > left.minor()) {
      throw MoneyRefusals.refundExceeds(left);
    }
    boolean whole = amount.equals(payment.amount());
    RefundChannel channel = channels.of(payment, whole);
    Ask ask = channel == RefundChannel.GATEWAY ? Ask.at(now) : Ask.NEVER;
    return put(desk, payment, make(desk, payment, wanted, amount, channel, ask, now));
  }

  private static Refund put(MoneyDesk desk, Payment payment, Refund refund) {
    desk.put(refund);
    Ledger.promise(desk, desk.order(payment.orderId()).orElseThrow(), payment, refund);
    return refund;
  }

  private static Refund make(
      MoneyDesk desk,
      Payment payment,
      Wanted wanted,
      Money amount,
      RefundChannel channel,
      Ask ask,
      Instant now) {
    long id = desk.nextRefund();
    Order order = desk.order(payment.orderId()).orElseThrow();
    return new Refund(
        id,
        payment.id(),
        order.id(),
        wanted.key(),
        References.refund(order, id),
        amount,
        RefundState.REQUESTED,
        channel,
        wanted.tickets(),
        wanted.reason(),
        wanted.by(),
        Optional.empty(),
        ask,
        Optional.empty(),
        now,
        now);
  }

  static Money left(MoneyDesk desk, Payment payment) {
    return left(payment, desk.refunds(payment));
  }

  /** What can still be promised of a payment: what is more than was asked for is in suspense. */
  public static Money left(Payment payment, List<Refund> refunds) {
    Money counted = Money.zero(payment.amount().currency());
    for (Refund refund : refunds) {
      counted = refund.state().counts() ? counted.plus(refund.amount()) : counted;
    }
    return payment.amount().less(counted);
  }

  /** All that is left of a payment goes back by itself; nothing does when there is nothing. */
  void giveBack(MoneyDesk desk, Payment payment, String reason, Instant now) {
    if (payment.isPaid() && left(desk, payment).minor() > 0) {
      promise(desk, payment, new Wanted(reason, Optional.empty(), List.of(), reason, SYSTEM), now);
    }
  }

  /** Payouts that nobody has made yet, of what the gateway gives back when it is asked to. */
  void withdrawPayouts(MoneyDesk desk, Payment payment, Instant now) {
    for (Refund refund : desk.refunds(payment)) {
      if (refund.channel() == RefundChannel.PAYOUT
          && refund.state().isOpen()
          && channels.of(payment, refund.amount().equals(payment.amount()))
              == RefundChannel.GATEWAY) {
        fail(desk, payment, refund, "The gateway is asked again.", now);
      }
    }
  }

  /** The bank took all that is left at the gateway: a refund that nobody was asked for. */
  static void tookBack(MoneyDesk desk, Payment payment, String reason, Instant now) {
    gone(desk, payment, reason, reason, leftThere(desk, payment, RefundState::counts), now);
  }

  /** Whether a gateway has any of a payment's money that isn't promised back. */
  static boolean isAnyThere(MoneyDesk desk, Payment payment) {
    return leftThere(desk, payment, RefundState::counts) > 0;
  }

  /** What a gateway has of a payment: what somebody has transferred by hand is still there. */
  private static long leftThere(
      MoneyDesk desk, Payment payment, Predicate<RefundState> whichCount) {
    return payment.amount().minor()
        - desk.refunds(payment).stream()
            .filter(refund -> refund.channel() != RefundChannel.PAYOUT)
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
    }
  }

  private static Refund elsewhere(
      MoneyDesk desk, Payment payment, String key, String reason, Money amount, Instant now) {
    Wanted wanted = new Wanted(key, Optional.of(amount), List.of(), reason, payment.gateway());
    return put(
        desk,
        payment,
        make(desk, payment, wanted, amount, RefundChannel.ELSEWHERE, Ask.NEVER, now));
  }

  /** What a gateway knows of refunds; one that we don't know was made at its own desk. */
  static void see(MoneyDesk desk, Payment payment, List<GatewayRefund> seen, Instant now) {
    for (GatewayRefund refund : seen) {
      Payment current = desk.payment(payment.id()).orElseThrow();
      known(desk, current, refund)
          .ifPresentOrElse(
              ours -> settle(desk, current, ours, refund, now),
              () -> record(desk, current, refund, now));
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

  private static void record(MoneyDesk desk, Payment payment, GatewayRefund seen, Instant now) {
    if (seen.state() == GatewayRefund.State.SUCCEEDED && payment.isPaid()) {
      long there = leftThere(desk, payment, state -> state == RefundState.SUCCEEDED);
      long minor = Math.min(seen.amount().minor(), there);
      gone(desk, payment, seen.key(), "GATEWAY_DESK", minor, now);
    }
  }

  private static void endPromises(MoneyDesk desk, Payment payment, Instant now) {
    for (Refund refund : desk.refunds(payment)) {
      if (refund.state() == RefundState.REQUESTED && isTooMuch(desk, payment)) {
        fail(desk, payment, refund, "The money was given back elsewhere.", now);
      }
    }
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
      case SUCCEEDED ->
          succeed(
              desk,
              payment,
              refund.with(refund.state(), seen.gatewayId(), Optional.empty(), Ask.NEVER, now),
              now);
      case FAILED -> fail(desk, payment, refund, seen.reason().orElse("The gateway refused."), now);
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

  /** It isn't, and can be promised again; what goes back by itself is left to people then. */
  static void fail(MoneyDesk desk, Payment payment, Refund refund, String why, Instant now) {
    if (!refund.state().isOpen()) {
      return;
    }
    desk.put(refund.with(RefundState.FAILED, Optional.empty(), Optional.of(why), Ask.NEVER, now));
    Ledger.withdraw(desk, desk.order(payment.orderId()).orElseThrow(), payment, refund);
    if (!payment.isPaid()) {
      desk.put(payment.withAsk(Ask.at(now)));
    } else if (refund.channel() == RefundChannel.GATEWAY
        && goesBackByItself(desk, payment, refund)) {
      payOut(desk, payment, refund, now);
    }
  }

  private static boolean goesBackByItself(MoneyDesk desk, Payment payment, Refund failed) {
    return failed.by().equals(SYSTEM)
        || desk.refunds(payment).stream()
            .anyMatch(refund -> refund.by().equals(SYSTEM) && refund.state().counts());
  }

  private static void payOut(MoneyDesk desk, Payment payment, Refund refused, Instant now) {
    Money left = left(desk, payment);
    if (left.minor() > 0) {
      Wanted wanted =
          new Wanted(
              refused.key() + "-payout", Optional.of(left), List.of(), refused.reason(), SYSTEM);
      put(desk, payment, make(desk, payment, wanted, left, RefundChannel.PAYOUT, Ask.NEVER, now));
    }
  }
}
