package id.tixgo.payment.domain;

import id.tixgo.payment.domain.Suspense.Outcome;
import id.tixgo.payment.domain.Suspense.Resolution;
import java.time.Instant;

/** What is in suspense, and what becomes of it. */
public final class Suspenses {
  private static final String SYSTEM = "tixgo";

  private Suspenses() {}

  /** The rest of the money came by itself. */
  static Resolution completed(Instant now) {
    return new Resolution(Outcome.COMPLETED, "The rest has come.", SYSTEM, now);
  }

  /** A bank took it back. */
  static void gone(MoneyDesk desk, Payment payment, Suspense open, Instant now) {
    desk.put(open.resolved(new Resolution(Outcome.GONE, "The bank took it back.", SYSTEM, now)));
    Ledger.resolve(desk, payment, open, account(payment, Outcome.GONE));
  }

  /**
   * Somebody has looked. Fails with {@code NOT_FOUND} or {@code RESOLVED}.
   *
   * @param by who
   */
  public static MoneyMovement<Suspense> resolve(long id, Outcome outcome, String note, String by) {
    return (desk, now) -> {
      Suspense open = desk.suspense(id).orElseThrow(MoneyRefusals::suspenseNotFound);
      if (open.resolution().isPresent()) {
        throw MoneyRefusals.resolved();
      }
      Suspense resolved = open.resolved(new Resolution(outcome, note, by, now));
      desk.put(resolved);
      open.paymentId()
          .flatMap(desk::payment)
          .filter(payment -> open.amount().minor() > 0)
          .ifPresent(payment -> Ledger.resolve(desk, payment, open, account(payment, outcome)));
      return resolved;
    };
  }

  private static LedgerAccount account(Payment payment, Outcome outcome) {
    return switch (outcome) {
      case RETURNED -> LedgerAccount.PAYOUTS;
      case KEPT, COMPLETED -> LedgerAccount.ORGANISERS;
      case GONE -> LedgerAccount.clearing(payment.gateway());
    };
  }
}
