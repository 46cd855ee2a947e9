package id.tixgo.payment.domain;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * What follows when a gateway says what has become of a payment, whoever made it speak: a
 * notification, a question of ours, a call. For movements. Equal news are none.
 */
public final class Settlement {
  private static final String PAID_TWICE = "PAID_TWICE";

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
      Payment settled = news ? put(desk, applied.withAsk(Ask.at(now))) : applied;
      TopUps.endIfOver(desk, settled.orderId(), now);
      return settled;
    };
  }

  private Payment applied(MoneyDesk desk, Payment payment, GatewayAnswer answer, Instant now) {
    if (answer instanceof GatewayAnswer.Known known) {
      return know(desk, payment, known, now);
    }
    if (answer instanceof GatewayAnswer.NotFound) {
      return notFound(desk, payment, now);
    }
    Payment told =
        answer instanceof GatewayAnswer.Refused refused
            ? payment.withAnswer(Optional.empty(), payment.method(), desk.seal(refused.text()), now)
            : payment;
    return put(desk, told.withAsk(told.ask().next(now, told.instructions().expiresAt())));
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
    Payment received = Receipts.receive(desk, confirmed, payment.amount(), payment.fee(), now);
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
    Payment settled = state(desk, Receipts.see(desk, told, known, now), known, isSame, now);
    RefundNews.see(desk, settled, known.refunds(), now);
    return desk.payment(settled.id()).orElseThrow();
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
          isSame && payment.isPaid() && RefundNews.isAnyThere(desk, payment)
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
    if (!Receipts.isWhole(desk, payment)) {
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
   * Refused before it was paid, or taken back after it, with all that was too much or too little,
   * and with what the gateway had added: nothing was sold that it could have earned it with.
   */
  private Payment lost(
      MoneyDesk desk, Payment payment, PaymentState before, PaymentState after, Instant now) {
    Suspenses.tookBack(desk, payment, now);
    Suspenses.tookBackResolved(desk, payment, now);
    Payment gone = Receipts.tookFeeBack(desk, payment, now);
    if (!Receipts.isWhole(desk, gone)) {
      return over(desk, gone, before, now);
    }
    RefundNews.tookBack(desk, gone, after.name(), now);
    Payment reversed = desk.payment(gone.id()).orElseThrow();
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
