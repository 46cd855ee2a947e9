package id.tixgo.wallet;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.bus.Bus;
import id.tixgo.common.http.Contract;
import id.tixgo.common.http.Demo;
import id.tixgo.common.store.StoredService;
import id.tixgo.common.store.feed.FeedClient;
import id.tixgo.common.store.feed.FeedConsumer;
import id.tixgo.common.store.feed.FeedInbox;
import id.tixgo.common.store.feed.FollowedFeeds;
import id.tixgo.common.upstream.UpstreamClient;
import id.tixgo.wallet.store.StoredWallets;
import id.tixgo.wallet.store.ToldUsers;
import id.tixgo.wallet.store.WalletBooks;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;

/** Puts Wallet together. */
final class WalletService extends StoredService<WalletBooks> {
  private final WalletConfig config;
  private final Clock clock;
  private FollowedFeeds feeds = new FollowedFeeds(List.of());

  WalletService(WalletConfig config, Clock clock) {
    super(config.address(), config.store());
    this.config = requireNonNull(config);
    this.clock = requireNonNull(clock);
  }

  @Override
  public List<Address> addresses() {
    return List.of(config.address(), config.transfers());
  }

  @Override
  protected WalletBooks projection(Vertx vertx) {
    return new WalletBooks(vertx);
  }

  @Override
  protected Future<Contract> contract(Vertx vertx) {
    return config.demo()
        ? super.contract(vertx).compose(strict -> Contract.of(vertx, Demo.of(strict.document())))
        : super.contract(vertx);
  }

  @Override
  protected Supplier<WalletVerticle> verticles(Shared<WalletBooks> shared, int cores) {
    feeds = new FollowedFeeds(List.of(users(shared)));
    return () ->
        new WalletVerticle(
            config, shared.contract(), shared.projection(), shared.store(), feeds, clock);
  }

  private FeedConsumer users(Shared<WalletBooks> shared) {
    UpstreamClient identity =
        new UpstreamClient(shared.vertx(), "identity", config.identity(), config.http());
    return new FeedConsumer(
        shared.vertx(),
        shared.context(),
        new FeedClient(identity, config.http()),
        new FeedInbox(
            "identity",
            shared.projection().positions,
            new ToldUsers(shared.projection()),
            shared.store(),
            shared.context()),
        config.feedLookMs());
  }

  @Override
  protected Future<?> filled(Shared<WalletBooks> shared) {
    Bus bus = new Bus(shared.vertx());
    return new StoredWallets(
            shared.projection(), shared.store(), shared.context(), () -> bus.ring("wallet"), clock)
        .beginFeed()
        .onSuccess(begun -> feeds.start());
  }

  @Override
  protected Future<Boolean> forget(Shared<WalletBooks> shared) {
    return shared.projection().keys.forget(shared.store(), shared.context(), clock.instant());
  }

  @Override
  public Future<Void> close() {
    feeds.stop();
    return super.close();
  }
}
