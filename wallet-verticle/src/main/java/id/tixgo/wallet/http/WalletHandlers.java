package id.tixgo.wallet.http;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.http.Api;
import id.tixgo.common.http.ForwardedHeaders;
import id.tixgo.common.http.KeyedRequests;
import id.tixgo.wallet.client.IdentityDesk;
import id.tixgo.wallet.client.PaymentDesk;
import id.tixgo.wallet.domain.Wallets;

/** All of Wallet's own operations. */
public final class WalletHandlers {
  private final Wallets wallets;
  private final IdentityDesk identity;
  private final PaymentDesk payments;
  private final KeyedRequests keyed;
  private final AskingIdentity asking;
  private final boolean demo;

  /**
   * @param demo whether users may bring money that nobody has seen
   */
  public WalletHandlers(
      Wallets wallets,
      IdentityDesk identity,
      PaymentDesk payments,
      KeyedRequests keyed,
      ForwardedHeaders forwarded,
      boolean demo) {
    this.wallets = requireNonNull(wallets);
    this.identity = requireNonNull(identity);
    this.payments = requireNonNull(payments);
    this.keyed = requireNonNull(keyed);
    this.asking = new AskingIdentity(forwarded);
    this.demo = demo;
  }

  public void register(Api api) {
    new EntranceHandler(wallets, identity, asking).register(api);
    new AccountsHandler(wallets, identity, asking).register(api);
    new MoneyHandler(wallets, keyed, new PaidTopUps(wallets, payments, keyed), demo).register(api);
    new MovementsHandler(wallets).register(api);
    new TransfersHandler(wallets, keyed).register(api);
    new LedgerHandler(wallets).register(api);
  }
}
