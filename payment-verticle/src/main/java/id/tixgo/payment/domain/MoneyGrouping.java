package id.tixgo.payment.domain;

/** By what money is told apart in reports. */
public enum MoneyGrouping {
  DAY,
  EVENT,
  METHOD,
  GATEWAY,
  SERVICE_TYPE
}
