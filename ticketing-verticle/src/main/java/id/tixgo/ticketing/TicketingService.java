package id.tixgo.ticketing;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.bus.Bus;
import id.tixgo.common.clients.ticketing.AvailabilityChange;
import id.tixgo.common.store.StoredService;
import id.tixgo.common.store.feed.FeedClient;
import id.tixgo.common.store.feed.FeedConsumer;
import id.tixgo.common.store.feed.FeedInbox;
import id.tixgo.common.store.feed.FeedSubscriber;
import id.tixgo.common.store.feed.FollowedFeeds;
import id.tixgo.common.upstream.UpstreamClient;
import id.tixgo.ticketing.domain.BuyerPresence;
import id.tixgo.ticketing.domain.CodeSource;
import id.tixgo.ticketing.domain.Issuance;
import id.tixgo.ticketing.domain.OnlinePayments;
import id.tixgo.ticketing.domain.SaleGate;
import id.tixgo.ticketing.domain.WaitingLine;
import id.tixgo.ticketing.domain.WaitingRoom;
import id.tixgo.ticketing.http.QueueChange;
import id.tixgo.ticketing.store.ChangedEvents;
import id.tixgo.ticketing.store.StoredSales;
import id.tixgo.ticketing.store.TicketingState;
import id.tixgo.ticketing.store.ToldEvents;
import id.tixgo.ticketing.store.ToldPayments;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;

/** Puts Ticketing together, and ends holds when their time is over. */
final class TicketingService extends StoredService<TicketingState> {
  private static final long LOOK_MS = 250;
  private static final long QUEUES_TOLD_MS = 1000;

  private final TicketingConfig config;
  private final Clock clock;
  private final SaleGate gate;
  private FollowedFeeds feeds = new FollowedFeeds(List.of());
  private Runnable stopLooking = () -> {};

  TicketingService(TicketingConfig config, Clock clock) {
    super(config.address(), config.store());
    this.config = requireNonNull(config);
    this.clock = requireNonNull(clock);
    this.gate = new SaleGate(config.admission(), new BuyerPresence(clock));
  }

  @Override
  protected TicketingState projection(Vertx vertx) {
    return new TicketingState(vertx);
  }

  @Override
  protected Supplier<TicketingVerticle> verticles(Shared<TicketingState> shared, int cores) {
    feeds = new FollowedFeeds(List.of(events(shared), payments(shared)));
    return () ->
        new TicketingVerticle(
            config, shared.contract(), shared.projection(), shared.store(), feeds, gate, clock);
  }

  /** Follows what Event tells of events. */
  private FeedConsumer events(Shared<TicketingState> shared) {
    return follow("event", config.event(), new ToldEvents(shared.projection()), shared);
  }

  /** Follows what Payment tells of money, where it runs. */
  private FeedConsumer payments(Shared<TicketingState> shared) {
    Bus bus = new Bus(shared.vertx());
    ToldPayments told =
        new ToldPayments(
            shared.projection(),
            new OnlinePayments(new Issuance(new CodeSource(new SecureRandom())), config.late()),
            new WaitingLine(config.holds()),
            () -> bus.ring("ticketing"),
            clock);
    return follow("payment", config.payment(), told, shared);
  }

  private FeedConsumer follow(
      String feed, URI base, FeedSubscriber subscriber, Shared<TicketingState> shared) {
    UpstreamClient service = new UpstreamClient(shared.vertx(), feed, base, config.http());
    return new FeedConsumer(
        shared.vertx(),
        shared.context(),
        new FeedClient(service, config.http()),
        new FeedInbox(
            feed, shared.projection().positions, subscriber, shared.store(), shared.context()),
        config.feedLookMs());
  }

  /** Whoever looks sees no hold that is over; this tells those who don't look. */
  @Override
  protected Future<?> filled(Shared<TicketingState> shared) {
    feeds.start();
    Bus bus = new Bus(shared.vertx());
    StoredSales sales =
        new StoredSales(
            shared.projection(),
            shared.store(),
            shared.context(),
            new WaitingLine(config.holds()),
            () -> bus.ring("ticketing"),
            clock);
    TicketingState state = shared.projection();
    WaitingRoom room = new WaitingRoom(sales, state.queues(), gate, clock);
    room.begin();
    long timer = shared.vertx().setPeriodic(LOOK_MS, tick -> look(sales, room, state.changed, bus));
    long queues = shared.vertx().setPeriodic(QUEUES_TOLD_MS, tick -> tell(state.queued, bus));
    stopLooking = () -> List.of(timer, queues).forEach(shared.vertx()::cancelTimer);
    return Future.succeededFuture();
  }

  private void look(StoredSales sales, WaitingRoom room, ChangedEvents changed, Bus bus) {
    sales.lookAfter();
    room.look();
    changed.tell(
        clock.millis(),
        (eventId, version) ->
            bus.publish(
                AvailabilityChange.address(eventId), new AvailabilityChange(eventId, version)));
  }

  private void tell(ChangedEvents queued, Bus bus) {
    queued.tell(
        clock.millis(),
        (eventId, version) ->
            bus.publish(QueueChange.address(eventId), new QueueChange(eventId, version)));
  }

  @Override
  protected Future<Boolean> forget(Shared<TicketingState> shared) {
    return shared.projection().keys.forget(shared.store(), shared.context(), clock.instant());
  }

  @Override
  public Future<Void> close() {
    feeds.stop();
    stopLooking.run();
    return super.close();
  }
}
