package id.tixgo.payment.http;

import id.tixgo.payment.domain.Books.Balance;
import id.tixgo.payment.domain.Reconciliation;
import id.tixgo.payment.domain.Reconciliation.GatewayRow;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** {@link Reconciliation} in major units; of what is to be looked at, the oldest. */
record ReconciliationJson(
    List<Account> accounts,
    List<Gateway> gateways,
    List<SuspenseJson> suspense,
    int suspenseCount,
    List<RefundJson> payouts,
    int payoutsCount) {
  /** A cancelled event can leave ten thousand payouts, and nobody does so many at a time. */
  private static final int MOST = 200;

  record Account(String account, String currency, BigDecimal balance) {
    static Account of(Balance balance) {
      return new Account(
          balance.account(),
          balance.currency(),
          MinorUnits.major(balance.minor(), balance.currency()));
    }
  }

  record Gateway(
      String gateway,
      String currency,
      BigDecimal clearing,
      BigDecimal gatewaySays,
      BigDecimal difference,
      int openPayments,
      int unknownPayments,
      int openRefunds,
      Instant openSince) {
    static Gateway of(GatewayRow row) {
      return new Gateway(
          row.gateway(),
          row.currency(),
          MinorUnits.major(row.clearing(), row.currency()),
          MinorUnits.major(row.said(), row.currency()),
          MinorUnits.major(row.clearing() - row.said(), row.currency()),
          row.openPayments(),
          row.unknownPayments(),
          row.openRefunds(),
          row.openSince().orElse(null));
    }
  }

  static ReconciliationJson of(Reconciliation found) {
    return new ReconciliationJson(
        found.accounts().stream().map(Account::of).toList(),
        found.gateways().stream().map(Gateway::of).toList(),
        found.suspense().stream().limit(MOST).map(SuspenseJson::of).toList(),
        found.suspense().size(),
        found.payouts().stream().limit(MOST).map(RefundJson::of).toList(),
        found.payouts().size());
  }
}
