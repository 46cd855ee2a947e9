package id.tixgo.wallet.domain;

/** Why money moves. */
public enum MovementKind {
  TOPUP,
  PAYMENT,
  REFUND,
  TRANSFER;

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
