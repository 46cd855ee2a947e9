package id.tixgo.payment.domain;

/** How money goes back. */
public enum RefundChannel {
  /** The gateway is asked to. */
  GATEWAY,
  /** Somebody transfers it by hand and says so. */
  PAYOUT,
  /** It is gone already: the bank, or somebody at the gateway's own desk, gave it back. */
  ELSEWHERE
}
