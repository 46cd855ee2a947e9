package id.tixgo.payment;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.bus.Bus;
import id.tixgo.common.http.FeedReport;
import id.tixgo.common.store.StoredService;
import id.tixgo.common.store.feed.FeedClient;
import id.tixgo.common.store.feed.FeedConsumer;
import id.tixgo.common.store.feed.FeedInbox;
import id.tixgo.common.store.feed.FeedMessage;
import id.tixgo.common.store.feed.FeedPublisher;
import id.tixgo.common.store.feed.FeedSource;
import id.tixgo.common.store.feed.FeedSubscriber;
import id.tixgo.common.store.feed.FollowedFeeds;
import id.tixgo.common.store.feed.RabbitConfig;
import id.tixgo.common.upstream.UpstreamClient;
import id.tixgo.payment.client.ConfiguredGateways;
import id.tixgo.payment.domain.Gateways;
import id.tixgo.payment.domain.Reconciler;
import id.tixgo.payment.domain.RefundSteps;
import id.tixgo.payment.domain.Refunds;
import id.tixgo.payment.domain.Settlement;
import id.tixgo.payment.domain.Sold;
import id.tixgo.payment.domain.TopUpCredits;
import id.tixgo.payment.store.EventRefunds;
import id.tixgo.payment.store.PaymentBooks;
import id.tixgo.payment.store.StoredBooks;
import id.tixgo.payment.store.ToldBookings;
import id.tixgo.payment.store.ToldEventsOff;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Puts Payment together, and asks gateways what they don't say by themselves. */
final class PaymentService extends StoredService<PaymentBooks> {
  private static final long LOOK_MS = 500;

  private final PaymentConfig config;
  private final Clock clock;
  private Gateways gateways;
  private FollowedFeeds feeds = new FollowedFeeds(List.of());
  private Optional<FeedPublisher> publisher = Optional.empty();
  private Runnable stopLooking = () -> {};

  /** Set once the store is filled. */
  private volatile Runnable reconcile = () -> {};

  PaymentService(PaymentConfig config, Clock clock) {
    super(config.address(), config.store());
    this.config = requireNonNull(config);
    this.clock = requireNonNull(clock);
  }

  @Override
  protected PaymentBooks projection(Vertx vertx) {
    return new PaymentBooks(vertx);
  }

  @Override
  protected Supplier<PaymentVerticle> verticles(Shared<PaymentBooks> shared, int cores) {
    gateways = ConfiguredGateways.of(shared.vertx(), config.gateways());
    Sold sold = new Sold(new Refunds(gateways::channel));
    PaymentBooks books = shared.projection();
    feeds =
        new FollowedFeeds(
            List.of(
                follow(shared, "event", config.event(), new ToldEventsOff(books)),
                follow(
                    shared,
                    "ticketing",
                    config.ticketing(),
                    new ToldBookings(books, config.vault()::seal, sold))));
    publisher = config.rabbit().map(rabbit -> publisher(shared, rabbit));
    return () ->
        new PaymentVerticle(
            config,
            shared.contract(),
            books,
            shared.store(),
            feeds,
            this::reports,
            () -> shared.context().runOnContext(due -> reconcile.run()),
            clock);
  }

  private FeedConsumer follow(
      Shared<PaymentBooks> shared, String name, URI base, FeedSubscriber subscriber) {
    UpstreamClient service = new UpstreamClient(shared.vertx(), name, base, config.http());
    return new FeedConsumer(
        shared.vertx(),
        shared.context(),
        new FeedClient(service, config.http()),
        new FeedInbox(
            name, shared.projection().positions, subscriber, shared.store(), shared.context()),
        config.feedLookMs());
  }

  private FeedPublisher publisher(Shared<PaymentBooks> shared, RabbitConfig rabbit) {
    PaymentBooks books = shared.projection();
    return new FeedPublisher(
        rabbit,
        new FeedSource("payment", books.feed, books.positions, PaymentService::order),
        shared.store(),
        shared.vertx(),
        shared.context(),
        config.feedLookMs());
  }

  /** The order that a message is about. */
  private static String order(FeedMessage message) {
    return String.valueOf(message.data(OfOrder.class).orderId());
  }

  private record OfOrder(long orderId) {}

  private List<FeedReport> reports() {
    return Stream.concat(feeds.reports().stream(), publisher.stream().map(FeedPublisher::report))
        .toList();
  }

  @Override
  protected Future<?> filled(Shared<PaymentBooks> shared) {
    Refunds refunds = new Refunds(gateways::channel);
    StoredBooks books = books(shared);
    RefundSteps steps = new RefundSteps(books, refunds, gateways);
    Reconciler reconciler = new Reconciler(books, gateways, new Settlement(refunds), steps, clock);
    EventRefunds cancelled =
        new EventRefunds(
            shared.projection(),
            shared.store(),
            shared.context(),
            config.vault()::seal,
            new Sold(refunds),
            reconciler::look,
            clock);
    TopUpCredits credits = new TopUpCredits(books, gateways.wallets(), refunds, clock);
    reconcile = () -> look(reconciler, credits);
    long timer =
        shared
            .vertx()
            .setPeriodic(
                LOOK_MS,
                tick -> {
                  look(reconciler, credits);
                  cancelled.look();
                });
    stopLooking = () -> shared.vertx().cancelTimer(timer);
    return books
        .beginFeed()
        .onSuccess(begun -> feeds.start())
        .onSuccess(begun -> publisher.ifPresent(FeedPublisher::start));
  }

  private StoredBooks books(Shared<PaymentBooks> shared) {
    Bus bus = new Bus(shared.vertx());
    return new StoredBooks(
        shared.projection(),
        shared.store(),
        shared.context(),
        config.vault()::seal,
        () -> bus.ring("payment"),
        clock);
  }

  private static void look(Reconciler reconciler, TopUpCredits credits) {
    reconciler.look();
    credits.look();
  }

  @Override
  protected Future<Boolean> forget(Shared<PaymentBooks> shared) {
    return shared.projection().forgetKeys(shared.store(), shared.context(), clock.instant());
  }

  @Override
  public Future<Void> close() {
    feeds.stop();
    stopLooking.run();
    return publisher
        .map(FeedPublisher::stop)
        .orElseGet(Future::succeededFuture)
        .compose(stopped -> super.close());
  }
}
