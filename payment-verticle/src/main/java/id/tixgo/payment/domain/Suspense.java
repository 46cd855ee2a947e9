package id.tixgo.payment.domain;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.money.Money;
import io.vertx.core.shareddata.Shareable;
import java.time.Instant;
import java.util.Optional;

/**
 * Something about money that an admin must look at.
 *
 * @param reason a code: {@code UNDERPAID}, {@code OVERPAID}, {@code CURRENCY_DIFFERS}, {@code
 *     UNKNOWN_PAYMENT}, {@code REFUNDED_TWICE}, {@code TOPUP_TAKEN_BACK}
 * @param amount that stands in the ledger's suspense account; zero for a mere question
 * @param reference the gateway's word for what it is about
 */
public record Suspense(
    long id,
    String reason,
    String gateway,
    String reference,
    Optional<Long> orderId,
    Optional<Long> paymentId,
    Money amount,
    Instant createdAt,
    Optional<Resolution> resolution)
    implements Shareable {
  public Suspense {
    requireNonNull(reason);
    requireNonNull(gateway);
    requireNonNull(reference);
    requireNonNull(orderId);
    requireNonNull(paymentId);
    requireNonNull(amount);
    requireNonNull(createdAt);
    requireNonNull(resolution);
  }

  /**
   * What somebody has done about it.
   *
   * @param outcome where the money went
   */
  public record Resolution(Outcome outcome, String note, String by, Instant at) {
    public Resolution {
      requireNonNull(outcome);
      requireNonNull(note);
      requireNonNull(by);
      requireNonNull(at);
    }
  }

  /** Where money that was in suspense went. */
  public enum Outcome {
    /** It was given back by hand. */
    RETURNED,
    /** The organiser keeps it. */
    KEPT,
    /** A bank took it back, or it never was there. */
    GONE,
    /** The rest of it came, and it paid what it was for. */
    COMPLETED
  }

  /** Whether nobody has resolved it. */
  public boolean isOpen() {
    return resolution.isEmpty();
  }

  /** Whether people, or a bank, have taken its money out of suspense. */
  boolean isTaken() {
    return resolution.filter(how -> how.outcome() != Outcome.COMPLETED).isPresent();
  }

  /** Whether its money left the gateway's account. */
  public boolean isGone() {
    return resolution.filter(how -> how.outcome() == Outcome.GONE).isPresent();
  }

  /** What must be looked at, with no money in suspense. */
  static Suspense question(MoneyDesk desk, Payment payment, String reason, Instant now) {
    return new Suspense(
        desk.nextSuspense(),
        reason,
        payment.gateway(),
        payment.reference(),
        Optional.of(payment.orderId()),
        Optional.of(payment.id()),
        Money.zero(payment.amount().currency()),
        now,
        Optional.empty());
  }

  Suspense of(Money all) {
    return new Suspense(
        id, reason, gateway, reference, orderId, paymentId, all, createdAt, resolution);
  }

  Suspense resolved(Resolution how) {
    return new Suspense(
        id, reason, gateway, reference, orderId, paymentId, amount, createdAt, Optional.of(how));
  }
}
