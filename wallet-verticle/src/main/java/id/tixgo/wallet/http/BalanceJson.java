package id.tixgo.wallet.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.tixgo.wallet.domain.Holdings;
import id.tixgo.wallet.domain.Rupiah;
import java.math.BigDecimal;

/**
 * What a user can spend.
 *
 * @param held what is on its way to others, and no part of it; null for nothing
 */
record BalanceJson(
    long userId, BigDecimal balance, @JsonInclude(JsonInclude.Include.NON_NULL) BigDecimal held) {
  static BalanceJson of(long userId, Holdings holdings) {
    BigDecimal held = holdings.held() == 0 ? null : major(holdings.held());
    return new BalanceJson(userId, major(holdings.available()), held);
  }

  /** A balance is written with a decimal that is always zero. */
  static BigDecimal major(long minor) {
    return Rupiah.of(minor).major().setScale(1);
  }
}
