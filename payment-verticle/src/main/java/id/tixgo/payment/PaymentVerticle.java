package id.tixgo.payment;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.bus.Bus;
import id.tixgo.common.caller.TokenAuthority;
import id.tixgo.common.clients.attendance.AttendanceClient;
import id.tixgo.common.clients.identity.AuthenticatedVerticle;
import id.tixgo.common.clients.identity.IdentityChanges;
import id.tixgo.common.http.Api;
import id.tixgo.common.http.Contract;
import id.tixgo.common.http.FeedReport;
import id.tixgo.common.http.Health;
import id.tixgo.common.http.KeyedRequests;
import id.tixgo.common.store.Store;
import id.tixgo.common.store.audit.AuditFeedHandler;
import id.tixgo.common.store.feed.FeedHandler;
import id.tixgo.common.store.feed.FollowedFeeds;
import id.tixgo.common.upstream.UpstreamClient;
import id.tixgo.payment.client.BookingOffers;
import id.tixgo.payment.client.ConfiguredGateways;
import id.tixgo.payment.client.TicketsInside;
import id.tixgo.payment.http.PaymentHandlers;
import id.tixgo.payment.store.PaymentBooks;
import id.tixgo.payment.store.StoredBooks;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;

/** Payment: orders, transactions, payments, refunds, webhooks, reports. Internal. */
public final class PaymentVerticle extends AuthenticatedVerticle {
  private final PaymentConfig config;
  private final PaymentBooks books;
  private final Store store;
  private final FollowedFeeds feeds;
  private final Supplier<List<FeedReport>> reports;
  private final Runnable reconcile;

  /**
   * @param reports how it is doing with feeds, its own at a broker included
   * @param reconcile asks gateways about all that is due
   */
  public PaymentVerticle(
      PaymentConfig config,
      Contract contract,
      PaymentBooks books,
      Store store,
      FollowedFeeds feeds,
      Supplier<List<FeedReport>> reports,
      Runnable reconcile,
      Clock clock) {
    super(contract, config.address(), config.http(), config.identity(), config.tokens(), clock);
    this.config = requireNonNull(config);
    this.books = requireNonNull(books);
    this.store = requireNonNull(store);
    this.feeds = requireNonNull(feeds);
    this.reports = requireNonNull(reports);
    this.reconcile = requireNonNull(reconcile);
  }

  @Override
  protected Api api(TokenAuthority tokens, IdentityChanges changes, Health health) {
    health.needs("store", store::check).follows(reports);
    Bus bus = new Bus(vertx);
    Runnable bell =
        () -> {
          bus.ring("payment");
          reconcile.run();
        };
    StoredBooks stored = new StoredBooks(books, store, context, config.vault()::seal, bell, clock);
    ConfiguredGateways gateways = ConfiguredGateways.of(vertx, config.gateways());
    UpstreamClient ticketing = client("ticketing", config.ticketing());
    Api api = new Api(vertx, contract, config.http(), tokens, store::isFilled);
    new PaymentHandlers(
            vertx,
            stored,
            gateways,
            gateways.readers(),
            new BookingOffers(ticketing),
            new TicketsInside(
                ticketing, new AttendanceClient(client("attendance", config.attendance()))),
            new KeyedRequests(config.http().serviceToken(), clock),
            config.vault()::open,
            clock)
        .register(api);
    new FeedHandler(books.feed, stored::beginFeed).register(api);
    feeds.register(api);
    new AuditFeedHandler(vertx, books.audit).register(api);
    return api;
  }

  private UpstreamClient client(String service, URI base) {
    return new UpstreamClient(vertx, service, base, config.http());
  }
}
