package id.tixgo.attendance;

import static java.util.Objects.requireNonNull;

import id.tixgo.attendance.store.AttendanceState;
import id.tixgo.attendance.store.FeedRetention;
import id.tixgo.common.store.Retention;
import id.tixgo.common.store.StoredService;
import id.tixgo.common.store.feed.FeedClient;
import id.tixgo.common.store.feed.FeedConsumer;
import id.tixgo.common.store.feed.FeedInbox;
import id.tixgo.common.store.feed.FeedSubscriber;
import id.tixgo.common.store.feed.FollowedFeeds;
import id.tixgo.common.upstream.UpstreamClient;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/** Puts Attendance together. */
final class AttendanceService extends StoredService<AttendanceState> {
  private final AttendanceConfig config;
  private final Clock clock;
  private FollowedFeeds feeds = new FollowedFeeds(List.of());

  AttendanceService(AttendanceConfig config, Clock clock) {
    super(config.address(), config.store());
    this.config = requireNonNull(config);
    this.clock = requireNonNull(clock);
  }

  @Override
  protected AttendanceState projection(Vertx vertx) {
    return new AttendanceState(vertx);
  }

  @Override
  protected boolean isShared() {
    return true;
  }

  @Override
  protected Supplier<AttendanceVerticle> verticles(Shared<AttendanceState> shared, int cores) {
    String storeTag = Long.toString(clock.millis(), Character.MAX_RADIX);
    AttendanceState state = shared.projection();
    feeds =
        new FollowedFeeds(
            List.of(
                follow("event", config.event(), state.events, shared),
                follow("ticketing", config.ticketing(), state.sold, shared)));
    return () ->
        new AttendanceVerticle(
            config, shared.contract(), shared.projection(), shared.store(), feeds, storeTag, clock);
  }

  /** Follows what another service tells. */
  private FeedConsumer follow(
      String feed, URI address, FeedSubscriber subscriber, Shared<AttendanceState> shared) {
    UpstreamClient teller = new UpstreamClient(shared.vertx(), feed, address, config.http());
    return new FeedConsumer(
        shared.vertx(),
        shared.context(),
        new FeedClient(teller, config.http()),
        new FeedInbox(
            feed, shared.projection().positions, subscriber, shared.store(), shared.context()),
        config.feedLookMs());
  }

  @Override
  protected Future<?> filled(Shared<AttendanceState> shared) {
    feeds.start();
    return Future.succeededFuture();
  }

  @Override
  protected Future<Boolean> forget(Shared<AttendanceState> shared) {
    Instant now = clock.instant();
    AttendanceState state = shared.projection();
    FeedRetention retention =
        new FeedRetention(
            state, new Retention(shared.store(), shared.context()), config.store().retention());
    return Retention.any(
        List.of(
            retention.step(now), state.requestKeys.forget(shared.store(), shared.context(), now)));
  }

  @Override
  public Future<Void> close() {
    feeds.stop();
    return super.close();
  }
}
