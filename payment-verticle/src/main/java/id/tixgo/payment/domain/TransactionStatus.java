package id.tixgo.payment.domain;

/** How far the money of an order is. */
public enum TransactionStatus {
  PENDING,
  PROCESSING,
  COMPLETED,
  FAILED,
  CANCELLED,
  REFUNDED
}
