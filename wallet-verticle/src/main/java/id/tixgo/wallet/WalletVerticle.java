package id.tixgo.wallet;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.bus.Bus;
import id.tixgo.common.caller.TokenAuthority;
import id.tixgo.common.clients.identity.AuthenticatedVerticle;
import id.tixgo.common.clients.identity.IdentityChanges;
import id.tixgo.common.http.Api;
import id.tixgo.common.http.Contract;
import id.tixgo.common.http.ForwardedHeaders;
import id.tixgo.common.http.Health;
import id.tixgo.common.http.KeyedRequests;
import id.tixgo.common.service.Service.Address;
import id.tixgo.common.store.Store;
import id.tixgo.common.store.audit.AuditFeedHandler;
import id.tixgo.common.store.feed.FeedHandler;
import id.tixgo.common.store.feed.FollowedFeeds;
import id.tixgo.common.upstream.UpstreamClient;
import id.tixgo.wallet.client.IdentityDesk;
import id.tixgo.wallet.client.PaymentDesk;
import id.tixgo.wallet.http.WalletHandlers;
import id.tixgo.wallet.store.StoredWallets;
import id.tixgo.wallet.store.WalletBooks;
import java.time.Clock;
import java.util.List;

/** Wallet: accounts, top-ups, debits, transfers. Internal. */
public final class WalletVerticle extends AuthenticatedVerticle {
  private final WalletConfig config;
  private final WalletBooks books;
  private final Store store;
  private final FollowedFeeds feeds;

  public WalletVerticle(
      WalletConfig config,
      Contract contract,
      WalletBooks books,
      Store store,
      FollowedFeeds feeds,
      Clock clock) {
    super(contract, config.address(), config.http(), config.identity(), config.tokens(), clock);
    this.config = requireNonNull(config);
    this.books = requireNonNull(books);
    this.store = requireNonNull(store);
    this.feeds = requireNonNull(feeds);
  }

  @Override
  protected List<Address> alsoAt() {
    return List.of(config.transfers());
  }

  @Override
  protected Api api(TokenAuthority tokens, IdentityChanges changes, Health health) {
    health.needs("store", store::check).follows(feeds::reports);
    Bus bus = new Bus(vertx);
    StoredWallets wallets =
        new StoredWallets(books, store, context, () -> bus.ring("wallet"), clock);
    UpstreamClient identity = new UpstreamClient(vertx, "identity", config.identity(), http);
    Api api = new Api(vertx, contract, http, tokens, store::isFilled);
    new WalletHandlers(
            wallets,
            new IdentityDesk(identity),
            new PaymentDesk(
                new UpstreamClient(vertx, "payment", config.payment(), http), http.serviceToken()),
            new KeyedRequests(http.serviceToken(), clock),
            new ForwardedHeaders(http),
            config.demo())
        .register(api);
    new FeedHandler(books.feed, wallets::beginFeed).register(api);
    feeds.register(api);
    new AuditFeedHandler(vertx, books.audit).register(api);
    return api;
  }
}
