package id.tixgo.payment.domain;

/** How far an order is. It follows from its money and its end; nobody sets it. */
public enum OrderStatus {
  DRAFT,
  CONFIRMED,
  PAID,
  COMPLETED,
  CANCELLED
}
