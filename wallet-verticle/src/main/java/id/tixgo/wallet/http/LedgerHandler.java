package id.tixgo.wallet.http;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.http.Api;
import id.tixgo.common.http.Reply;
import id.tixgo.wallet.domain.Wallets;
import id.tixgo.wallet.domain.Wallets.Totals;
import java.math.BigDecimal;

/** {@code GET /internal/ledger}: what all accounts have together. */
final class LedgerHandler {
  private final Wallets wallets;

  private record LedgerJson(
      long accounts, BigDecimal posted, BigDecimal held, long movements, long sum) {
    static LedgerJson of(Totals totals) {
      return new LedgerJson(
          totals.accounts(),
          BalanceJson.major(totals.posted()),
          BalanceJson.major(totals.held()),
          totals.movements(),
          totals.sum());
    }
  }

  LedgerHandler(Wallets wallets) {
    this.wallets = requireNonNull(wallets);
  }

  void register(Api api) {
    api.on(
        "getLedger",
        call -> wallets.totals().map(totals -> Reply.json(200, LedgerJson.of(totals))));
  }
}
