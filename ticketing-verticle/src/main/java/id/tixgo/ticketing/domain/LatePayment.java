package id.tixgo.ticketing.domain;

/** What becomes of money that comes when its booking's hold is over. */
public enum LatePayment {
  /** It has its places again, if there are any. */
  RETAKE,
  /** It is given back. */
  REFUND
}
