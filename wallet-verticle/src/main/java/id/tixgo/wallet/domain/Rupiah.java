package id.tixgo.wallet.domain;

import id.tixgo.common.money.Money;
import java.math.BigDecimal;
import java.util.Optional;

/** The one currency of the wallet. */
public final class Rupiah {
  public static final String CODE = "IDR";

  private Rupiah() {}

  public static Money of(long minor) {
    return new Money(minor, CODE);
  }

  /** The minor units of an amount that can be moved: whole rupiah, one or more. */
  public static Optional<Long> minor(BigDecimal major) {
    return Money.of(major, CODE).map(Money::minor).filter(minor -> minor > 0);
  }
}
