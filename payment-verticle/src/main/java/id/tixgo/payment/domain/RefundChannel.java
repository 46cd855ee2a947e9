package id.tixgo.payment.domain;

/** How money goes back. */
public enum RefundChannel {
  /** The gateway is asked to. */
  GATEWAY,
  /** It comes into the payer's wallet, whichever gateway has the money. */
  WALLET,
  /** Somebody transfers it by hand and says so. */
  PAYOUT,
  /** It is gone already: the bank, or somebody at the gateway's own desk, gave it back. */
  ELSEWHERE;

  /** Whether it goes by a call of ours. */
  public boolean isCalled() {
    return this == GATEWAY || this == WALLET;
  }

  /** Whether the gateway that took the money has so much less of it then. */
  public boolean isFromItsGateway() {
    return this == GATEWAY || this == ELSEWHERE;
  }
}
