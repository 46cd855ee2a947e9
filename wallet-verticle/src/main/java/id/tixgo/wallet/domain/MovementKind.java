package id.tixgo.wallet.domain;

/** Why money moves. */
public enum MovementKind {
  TOPUP,
  PAYMENT,
  REFUND,
  TRANSFER;

  /** Whether it may concern the account. What goes back to a user opens his account again. */
  boolean isFor(Account account) {
    return switch (this) {
      case TOPUP -> account.receives();
      case REFUND -> true;
      case PAYMENT, TRANSFER -> account.open();
    };
  }

  /** Whence it goes, where that isn't the other user of a transfer. */
  BookAccount from(BookAccount user) {
    return switch (this) {
      case TOPUP -> BookAccount.TOPUPS;
      case REFUND -> BookAccount.PAYMENTS;
      case PAYMENT, TRANSFER -> user;
    };
  }

  /** Where it goes. */
  BookAccount to(BookAccount user) {
    return this == PAYMENT ? BookAccount.PAYMENTS : user;
  }
}
