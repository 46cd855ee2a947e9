package id.tixgo.payment.domain;

import static java.util.Objects.requireNonNull;

import io.vertx.core.shareddata.Shareable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One entry of the ledger: money moves between accounts, and the sum is zero. It is never changed;
 * another posting corrects it.
 *
 * @param number its place, from 1 without a gap
 * @param kind {@code payment}, {@code fulfilment}, {@code refund_requested} …
 * @param lines debits are positive, credits negative
 */
public record Posting(
    long number,
    Instant at,
    String kind,
    String currency,
    List<Line> lines,
    Optional<Long> paymentId,
    Optional<Long> refundId)
    implements Shareable {
  /** The {@link #kind} of money that came in. */
  public static final String PAYMENT = "payment";

  public Posting {
    requireNonNull(at);
    requireNonNull(kind);
    requireNonNull(currency);
    lines = List.copyOf(lines);
    requireNonNull(paymentId);
    requireNonNull(refundId);
    if (lines.stream().mapToLong(Line::minor).reduce(0, Math::addExact) != 0) {
      throw new IllegalArgumentException("a posting's sum is zero");
    }
  }

  /**
   * What it does to one account.
   *
   * @param minor in the currency's minor unit
   */
  public record Line(LedgerAccount account, long minor) {
    public Line {
      requireNonNull(account);
    }
  }
}
