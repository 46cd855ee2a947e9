package id.tixgo.payment.domain;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.clients.payment.PaymentFacts;
import id.tixgo.common.money.Money;
import java.time.Instant;
import java.util.Optional;

/**
 * What follows when a gateway says what has become of a payment, whoever made it speak: a
 * notification, a question of ours, a call. For movements. Equal news are none.
 */
public final class Settlement {
  private static final String PAID_TWICE = "PAID_TWICE";
  private static final String UNDERPAID = "UNDERPAID";
  private static final String OVERPAID = "OVERPAID";
  private static final String CURRENCY_DIFFERS = "CURRENCY_DIFFERS";

  private final Refunds refunds;

  public Settlement(Refunds refunds) {
    this.refunds = requireNonNull(refunds);
  }

  /**
   * A movement that applies an answer.
   *
   * @param asked what stood in the payment when the question was asked: who has said since then
   *     that there is news has the gateway asked again
   */
  public MoneyMovement<Payment> apply(long paymentId, GatewayAnswer answer, Ask asked) {
    return (desk, now) -> {
      Payment payment = desk.payment(paymentId).orElseThrow(MoneyRefusals::paymentNotFound);
      boolean news = !payment.ask().equals(asked) && payment.ask().isDue(now);
      Payment applied = quiet(desk, applied(desk, payment, answer, now), now);
      return news ? put(desk, applied.withAsk(Ask.at(now))) : applied;
    };
  }

  private Payment applied(MoneyDesk desk, Payment payment, GatewayAnswer answer, Instant now) {
    if (answer instanceof GatewayAnswer.Known known) {
      return know(desk, payment, known, now);
    }
    return answer instanceof GatewayAnswer.NotFound
        ? notFound(desk, payment, now)
        : put(desk, payment.withAsk(payment.ask().next(now, payment.instructions().expiresAt())));
  }

  /**
   * Of what is over nothing more is asked until somebody says that there is news; but once, when
   * nobody can pay at the gateway's page any more.
   */
  private static Payment quiet(MoneyDesk desk, Payment payment, Instant now) {
    if (payment.state().isOpen() || !payment.ask().isDue(now)) {
      return payment;
    }
    boolean isPaid = payment.isPaid() || payment.state().isTakenBack();
    return put(desk, payment.withAsk(isPaid ? Ask.NEVER : last(payment, now)));
  }

  private static Ask last(Payment payment, Instant now) {
    return Ask.last(now, payment.instructions().expiresAt());
  }

  /** Money that somebody took by hand. */
  Payment confirm(MoneyDesk desk, Payment payment, String reference, String by, Instant now) {
    Payment confirmed =
        payment.withState(PaymentState.PAID, Optional.of(reference + ", " + by), Ask.NEVER, now);
    Payment received = receive(desk, confirmed, payment.amount(), payment.fee(), now);
    if (!received.counted()) {
      refunds.giveBack(desk, received, PAID_TWICE, now);
    }
    return desk.payment(received.id()).orElseThrow();
  }

  private Payment know(MoneyDesk desk, Payment payment, GatewayAnswer.Known known, Instant now) {
    Payment told =
        payment.withAnswer(
            known.gatewayId(),
            known.method().orElse(payment.method()),
            desk.seal(known.text()),
            now);
    boolean isSame = known.gatewayId().equals(payment.gatewayId());
    Payment settled = state(desk, money(desk, told, known, now), known, isSame, now);
    Refunds.see(desk, settled, known.refunds(), now);
    return desk.payment(settled.id()).orElseThrow();
  }

  private Payment money(MoneyDesk desk, Payment payment, GatewayAnswer.Known known, Instant now) {
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
  private Payment receive(MoneyDesk desk, Payment before, Money all, Money fee, Instant now) {
    Order order = desk.order(before.orderId()).orElseThrow();
    boolean whole = all.minor() >= before.amount().minor();
    boolean counts = before.counted() || (whole && !order.isPaid());
    Payment received = put(desk, before.withReceived(all, fee, counts, now));
    Ledger.receive(desk, before, received);
    suspendRest(desk, received, now);
    if (counts && !before.counted()) {
      pay(desk, order, received, now);
    }
    return received;
  }

  private static void suspendRest(MoneyDesk desk, Payment payment, Instant now) {
    long over = payment.received().minor() - payment.amount().minor();
    Optional<Suspense> under = open(desk, payment, UNDERPAID);
    if (over < 0) {
      Suspense item = under.orElseGet(() -> Suspense.question(desk, payment, UNDERPAID, now));
      desk.put(item.of(payment.received()));
      return;
    }
    under.ifPresent(item -> desk.put(item.resolved(Suspenses.completed(now))));
    if (over > 0) {
      Money rest = new Money(over, payment.amount().currency());
      Optional<Suspense> known = open(desk, payment, OVERPAID);
      desk.put(known.orElseGet(() -> Suspense.question(desk, payment, OVERPAID, now)).of(rest));
    }
  }

  private static Optional<Suspense> open(MoneyDesk desk, Payment payment, String reason) {
    return desk.openSuspense(payment).stream().filter(s -> s.reason().equals(reason)).findFirst();
  }

  private void pay(MoneyDesk desk, Order order, Payment payment, Instant now) {
    Order paid = order.withPaid(payment.amount(), now);
    desk.put(paid);
    desk.tell(PaymentFacts.CONFIRMED, paid, Optional.of(payment), Optional.empty());
    desk.payments(order).stream()
        .filter(other -> other.id() != payment.id() && other.state().isOpen())
        .forEach(other -> desk.put(other.withCancelWanted(now)));
  }

  /**
   * What became of it.
   *
   * @param isSame whether the gateway tells of what it told of before, not of another try there
   */
  private Payment state(
      MoneyDesk desk, Payment payment, GatewayAnswer.Known known, boolean isSame, Instant now) {
    return switch (known.state()) {
      case PENDING, REVIEW -> waiting(desk, payment, known, now);
      case PAID -> paid(desk, payment, now);
      case DENIED -> lost(desk, payment, PaymentState.FAILED, PaymentState.REVERSED, now);
      case CHARGED_BACK ->
          lost(desk, payment, PaymentState.CHARGED_BACK, PaymentState.CHARGED_BACK, now);
      case EXPIRED -> over(desk, payment, PaymentState.EXPIRED, now);
      case CANCELLED ->
          isSame && payment.isPaid() && Refunds.isAnyThere(desk, payment)
              ? lost(desk, payment, PaymentState.CANCELLED, PaymentState.REVERSED, now)
              : over(desk, payment, PaymentState.CANCELLED, now);
    };
  }

  /** A state that comes late never takes a payment back that is paid or over. */
  private Payment waiting(MoneyDesk desk, Payment payment, GatewayAnswer.Known known, Instant now) {
    if (!payment.state().isOpen()) {
      return put(desk, payment);
    }
    Optional<String> why =
        known.state() == GatewayState.REVIEW ? Optional.of("REVIEW") : Optional.empty();
    Optional<Instant> end = payment.instructions().expiresAt();
    Ask ask =
        payment.state() == PaymentState.PENDING
            ? payment.ask().next(now, end)
            : Ask.later(now, end);
    return put(desk, payment.withState(PaymentState.PENDING, why, ask, now));
  }

  private Payment paid(MoneyDesk desk, Payment payment, Instant now) {
    if (payment.received().minor() < payment.amount().minor()) {
      return put(desk, payment.withAsk(payment.ask().next(now, Optional.empty())));
    }
    boolean news = !payment.isPaid();
    Payment paid =
        put(desk, payment.withState(PaymentState.PAID, Optional.empty(), Ask.NEVER, now));
    if (news && !paid.counted()) {
      refunds.giveBack(desk, paid, PAID_TWICE, now);
    }
    return desk.payment(paid.id()).orElseThrow();
  }

  /**
   * Refused before it was paid, or taken back after it, with all that was too much or too little.
   */
  private Payment lost(
      MoneyDesk desk, Payment payment, PaymentState before, PaymentState after, Instant now) {
    desk.openSuspense(payment).forEach(item -> Suspenses.gone(desk, payment, item, now));
    if (!payment.isPaid() && !payment.state().isTakenBack()) {
      return over(desk, payment, before, now);
    }
    Refunds.tookBack(desk, payment, after.name(), now);
    Payment reversed = desk.payment(payment.id()).orElseThrow();
    return put(desk, reversed.withState(after, Optional.empty(), Ask.NEVER, now));
  }

  private static Payment over(MoneyDesk desk, Payment payment, PaymentState end, Instant now) {
    return payment.state().isOpen()
        ? put(desk, payment.withState(end, Optional.empty(), last(payment, now), now))
        : put(desk, payment);
  }

  /**
   * The gateway has no such payment, or the buyer hasn't chosen yet how to pay there: whoever was
   * told where to pay may still do that until it is over.
   */
  private static Payment notFound(MoneyDesk desk, Payment payment, Instant now) {
    if (!payment.state().isOpen()) {
      return payment;
    }
    if (payment.state() != PaymentState.PENDING) {
      return put(desk, failed(payment, now));
    }
    Optional<Instant> end = payment.instructions().expiresAt();
    boolean isOver = end.filter(over -> now.isAfter(over)).isPresent();
    if (payment.cancelWanted() || isOver) {
      PaymentState how = isOver ? PaymentState.EXPIRED : PaymentState.CANCELLED;
      return put(desk, payment.withState(how, Optional.empty(), last(payment, now), now));
    }
    return put(desk, payment.withAsk(payment.ask().next(now, end)));
  }

  private static Payment failed(Payment payment, Instant now) {
    return payment.withState(
        PaymentState.FAILED, Optional.of("The gateway has no such payment."), Ask.NEVER, now);
  }

  private static Payment put(MoneyDesk desk, Payment payment) {
    desk.put(payment);
    return payment;
  }
}
