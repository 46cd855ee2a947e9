package id.tixgo.ticketing.domain;

import java.util.Locale;

/** What a voucher does. */
public enum VoucherKind {
  /** Takes a part of the price off. */
  PERCENT,
  /** Takes an amount off each place. */
  AMOUNT,
  /** Sets the price of each place. */
  FIXED,
  /** Unlocks what is sold to holders of a voucher only, at its price. */
  UNLOCK;

  private final String json = name().toLowerCase(Locale.ROOT);

  public String json() {
    return json;
  }

  public static VoucherKind of(String json) {
    return valueOf(json.toUpperCase(Locale.ROOT));
  }
}
