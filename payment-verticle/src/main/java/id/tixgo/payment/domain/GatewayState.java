package id.tixgo.payment.domain;

/** What a gateway says has become of a payment. */
public enum GatewayState {
  /** The gateway waits for the money. */
  PENDING,
  /** Money was offered that somebody must look at: nothing is paid. */
  REVIEW,
  PAID,
  /** Refused, or taken back after it had been paid. */
  DENIED,
  EXPIRED,
  CANCELLED,
  CHARGED_BACK
}
