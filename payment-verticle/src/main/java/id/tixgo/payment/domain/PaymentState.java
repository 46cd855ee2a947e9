package id.tixgo.payment.domain;

/** How far an attempt to pay is. What was given back is told by its amount. */
public enum PaymentState {
  /** Written down; the gateway is being asked. */
  CREATED,
  /** The gateway gave no answer: it is asked what became of it, and never taken for failed. */
  UNKNOWN,
  PENDING,
  PAID,
  FAILED,
  EXPIRED,
  CANCELLED,
  /** It was paid, and the bank took the money back. */
  REVERSED,
  CHARGED_BACK;

  /** Whether its money may still come. */
  public boolean isOpen() {
    return this == CREATED || this == UNKNOWN || this == PENDING;
  }

  /** Whether a bank took the money back. */
  public boolean isTakenBack() {
    return this == REVERSED || this == CHARGED_BACK;
  }
}
