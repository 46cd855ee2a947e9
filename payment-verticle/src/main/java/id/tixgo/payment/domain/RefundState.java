package id.tixgo.payment.domain;

/** How far money is on its way back. */
public enum RefundState {
  REQUESTED,
  SENT,
  /** The gateway gave no answer: it is asked what became of it. */
  UNKNOWN,
  SUCCEEDED,
  FAILED;

  /** Whether it counts against what was paid. */
  public boolean counts() {
    return this != FAILED;
  }

  /** Whether it isn't over. */
  public boolean isOpen() {
    return this != SUCCEEDED && this != FAILED;
  }
}
