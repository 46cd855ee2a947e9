package id.tixgo.payment.domain;

import static java.util.Objects.requireNonNull;

import java.util.regex.Pattern;

/**
 * An account of the ledger.
 *
 * @param name {@code clearing:midtrans}, {@code buyers}, {@code organisers}, {@code fees}, {@code
 *     refunds_payable}, {@code suspense}, {@code payouts}
 */
public record LedgerAccount(String name) {
  private static final Pattern NAME = Pattern.compile("[a-z_]+(:[a-z_]+)?");
  private static final String CLEARING = "clearing:";

  /** Owed to those who have paid and don't have yet what they paid for. */
  public static final LedgerAccount BUYERS = new LedgerAccount("buyers");

  /** Owed to those whose tickets were sold. */
  public static final LedgerAccount ORGANISERS = new LedgerAccount("organisers");

  /** What gateways have added to prices, and keep. */
  public static final LedgerAccount FEES = new LedgerAccount("fees");

  /** Promised to be given back. */
  public static final LedgerAccount REFUNDS_PAYABLE = new LedgerAccount("refunds_payable");

  /** Came, and nobody knows what for: somebody must look. */
  public static final LedgerAccount SUSPENSE = new LedgerAccount("suspense");

  /** What somebody has transferred back by hand, from an account of our own. */
  public static final LedgerAccount PAYOUTS = new LedgerAccount("payouts");

  public LedgerAccount {
    requireNonNull(name);
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(name);
    }
  }

  /** What a gateway has taken and not given back. */
  public static LedgerAccount clearing(String gateway) {
    return new LedgerAccount(CLEARING + gateway);
  }

  /** Whose it is: a gateway's name, else the account's own. */
  String holder() {
    return name.substring(name.indexOf(':') + 1);
  }

  /** Whether it is what a gateway has. */
  public boolean isClearing() {
    return name.startsWith(CLEARING);
  }
}
