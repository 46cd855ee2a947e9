package id.tixgo.wallet.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.tixgo.wallet.client.IdentityDesk.IdentityUser;
import id.tixgo.wallet.domain.Account;
import id.tixgo.wallet.domain.Holdings;
import java.math.BigDecimal;

/**
 * A user with an account.
 *
 * @param email null for none
 * @param balance what he can spend; null where nobody asked for it
 */
record AccountJson(
    long id,
    String fullName,
    String email,
    @JsonInclude(JsonInclude.Include.NON_NULL) BigDecimal balance) {
  static AccountJson of(Account account) {
    return new AccountJson(account.id(), account.fullName(), account.email().orElse(null), null);
  }

  static AccountJson of(IdentityUser user) {
    return new AccountJson(user.id(), user.name(), user.email(), null);
  }

  static AccountJson of(Account account, Holdings holdings) {
    BigDecimal balance = BalanceJson.major(holdings.available());
    return new AccountJson(account.id(), account.fullName(), account.email().orElse(null), balance);
  }
}
