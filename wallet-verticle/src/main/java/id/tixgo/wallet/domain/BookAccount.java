package id.tixgo.wallet.domain;

import static java.util.Objects.requireNonNull;

/**
 * An account of the ledger.
 *
 * @param name {@code user:7}, {@code topups}, {@code payments}
 */
public record BookAccount(String name) {
  /** Whence money comes in: it has as much less than nothing as came. */
  public static final BookAccount TOPUPS = new BookAccount("topups");

  /** What users have paid with, less what went back to them. */
  public static final BookAccount PAYMENTS = new BookAccount("payments");

  private static final String USER = "user:";

  public BookAccount {
    requireNonNull(name);
  }

  public static BookAccount user(long id) {
    return new BookAccount(USER + id);
  }

  /** Whether it is a user's, and so never has less than nothing. */
  public boolean isUsers() {
    return name.startsWith(USER);
  }
}
