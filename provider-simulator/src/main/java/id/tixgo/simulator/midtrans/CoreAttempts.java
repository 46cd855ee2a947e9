package id.tixgo.simulator.midtrans;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Begins attempts to pay, and ends those that nobody paid in time. */
final class CoreAttempts {
  private final MidtransDesk desk;

  CoreAttempts(MidtransDesk desk) {
    this.desk = requireNonNull(desk);
  }

  /** A new one, pending; nobody is told yet. */
  CoreTransaction begin(SnapTerms terms, SnapMethod method, Instant expiresAt) {
    String id = UUID.randomUUID().toString();
    CoreTransaction begun =
        new CoreTransaction(id, terms, method, code(method, id), desk.now(), expiresAt);
    begun.imposeFee(desk.stage().switches().feeImposition());
    desk.book().add(begun);
    desk.stage().agenda().at(expiresAt, () -> expireIfPending(begun));
    return begun;
  }

  private void expireIfPending(CoreTransaction transaction) {
    if (transaction.is(CoreStatus.PENDING)) {
      transaction.becomes(CoreStatus.EXPIRE);
      desk.teller().tell(transaction);
    }
  }

  private static String code(SnapMethod method, String id) {
    return switch (method) {
      case CREDIT_CARD, SHOPEEPAY, DANA, OVO -> "";
      case GOPAY, QRIS -> "SIMULATED-QRIS-" + id;
      default ->
          String.valueOf(ThreadLocalRandom.current().nextLong(10_000_000_000L, 99_999_999_999L));
    };
  }
}
