package id.tixgo.wallet.domain;

import io.vertx.core.shareddata.Shareable;

/**
 * What an account of the ledger has, in the currency's minor unit.
 *
 * @param posted the sum of all movements; less than nothing only outside users' accounts
 * @param held what pending transfers may take of it
 * @param pending how many those are
 */
public record Holdings(long posted, long held, int pending) implements Shareable {
  public static final Holdings NONE = new Holdings(0, 0, 0);

  /** What can be spent. */
  public long available() {
    return posted - held;
  }

  /** Throws {@link ArithmeticException} when that is too much. */
  public Holdings plus(long more) {
    return new Holdings(Math.addExact(posted, more), held, pending);
  }

  /** With one more pending transfer; with one less where that is less than nothing. */
  public Holdings holding(long more) {
    return new Holdings(posted, Math.addExact(held, more), pending + Long.signum(more));
  }

  public boolean isEmpty() {
    return posted == 0 && held == 0;
  }
}
