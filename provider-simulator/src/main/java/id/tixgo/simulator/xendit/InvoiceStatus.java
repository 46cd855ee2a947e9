package id.tixgo.simulator.xendit;

/** {@code status} of an invoice. */
enum InvoiceStatus {
  PENDING,
  PAID,
  /** Paid, and the money is the merchant's: a day later. */
  SETTLED,
  EXPIRED
}
