package id.tixgo.payment.http;

import id.tixgo.common.money.Money;
import java.math.BigDecimal;

/** Amounts that may be less than nothing, in the major unit. */
final class MinorUnits {
  private MinorUnits() {}

  static BigDecimal major(long minor, String currency) {
    BigDecimal amount = new Money(Math.abs(minor), currency).major();
    return minor < 0 ? amount.negate() : amount;
  }
}
