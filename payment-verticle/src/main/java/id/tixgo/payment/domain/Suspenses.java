package id.tixgo.payment.domain;

import id.tixgo.payment.domain.Suspense.Outcome;
import id.tixgo.payment.domain.Suspense.Resolution;
import java.time.Instant;

/** What is in suspense, and what becomes of it. */
public final class Suspenses {
  private static final String SYSTEM = "tixgo";
  private static final String TAKEN_BACK = " (the bank has taken it back since)";

  private Suspenses() {}

  /** The rest of the money came by itself. */
  static Resolution completed(Instant now) {
    return new Resolution(Outcome.COMPLETED, "The rest has come.", SYSTEM, now);
  }

  /** How much of a payment's money was in suspense and isn't any more, without having paid it. */
  static long resolved(MoneyDesk desk, Payment payment) {
    return desk.suspense(payment).stream()
        .filter(Suspense::isTaken)
        .mapToLong(item -> item.amount().minor())
        .sum();
  }

  /** A bank took back what is in suspense; mere questions stay. */
  static void tookBack(MoneyDesk desk, Payment payment, Instant now) {
    for (Suspense item : desk.suspense(payment)) {
      if (item.isOpen() && item.amount().minor() > 0) {
        desk.put(item.resolved(gone("The bank took it back.", SYSTEM, now)));
        Ledger.resolve(desk, payment, item, account(payment, Outcome.GONE));
      }
    }
  }

  /** And what somebody had given back or to the organiser by hand: that is lost. */
  static void tookBackResolved(MoneyDesk desk, Payment payment, Instant now) {
    for (Suspense item : desk.suspense(payment)) {
      if (item.isTaken() && !item.isGone()) {
        Resolution before = item.resolution().orElseThrow();
        desk.put(item.resolved(gone(before.note() + TAKEN_BACK, before.by(), now)));
        Ledger.lose(desk, payment, item.amount());
        if (before.outcome() == Outcome.RETURNED) {
          desk.put(Suspense.question(desk, payment, RefundNews.REFUNDED_TWICE, now));
        }
      }
    }
  }

  private static Resolution gone(String note, String by, Instant now) {
    return new Resolution(Outcome.GONE, note, by, now);
  }

  /**
   * Somebody has looked. Fails with {@code NOT_FOUND} or {@code RESOLVED}.
   *
   * @param by who
   */
  public static MoneyMovement<Suspense> resolve(long id, Outcome outcome, String note, String by) {
    return (desk, now) -> {
      Suspense open = desk.suspense(id).orElseThrow(MoneyRefusals::suspenseNotFound);
      if (!open.isOpen()) {
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
