package id.tixgo.ticketing.domain;

import java.util.Locale;

/** Whether a ticket type can be bought now. */
public enum SaleState {
  OPEN,
  NOT_YET,
  ENDED,
  SOLD_OUT;

  private final String json = name().toLowerCase(Locale.ROOT);

  public String json() {
    return json;
  }
}
