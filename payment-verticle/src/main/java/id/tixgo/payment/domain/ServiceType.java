package id.tixgo.payment.domain;

/** Who sells what an order is for. */
public enum ServiceType {
  EVENT,
  FLIGHT,
  FERRY,
  HOTEL,
  PPOB,
  /** Money for the payer's own wallet. */
  TOPUP
}
