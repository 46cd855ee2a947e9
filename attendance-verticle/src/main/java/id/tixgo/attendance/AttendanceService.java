package id.tixgo.attendance;

import static java.util.Objects.requireNonNull;

import id.tixgo.attendance.store.AttendanceState;
import id.tixgo.attendance.store.Retention;
import id.tixgo.common.client.FeedClient;
import id.tixgo.common.client.FeedConsumer;
import id.tixgo.common.client.FollowedFeeds;
import id.tixgo.common.client.Neighbour;
import id.tixgo.common.http.Contract;
import id.tixgo.common.journal.Ledger;
import id.tixgo.common.journal.Upkeep;
import id.tixgo.common.journal.feed.FeedInbox;
import id.tixgo.common.launch.Service;
import io.vertx.core.Context;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.List;

/** Starts Attendance: reads its contract, deploys its verticles. */
public final class AttendanceService implements Service {
  private final AttendanceConfig config;
  private final Clock clock;
  private Ledger ledger;
  private Upkeep upkeep;
  private FollowedFeeds feeds;

  public AttendanceService(AttendanceConfig config, Clock clock) {
    this.config = requireNonNull(config);
    this.clock = requireNonNull(clock);
  }

  @Override
  public String name() {
    return "attendance";
  }

  @Override
  public Address address() {
    return new Address("ATTENDANCE_PORT", config.host(), config.port());
  }

  @Override
  public Future<String> deploy(Vertx vertx, int cores) {
    String storeTag = Long.toString(clock.millis(), Character.MAX_RADIX);
    AttendanceState state = new AttendanceState(vertx);
    ledger = config.store().ledger(vertx, state);
    Retention retention =
        new Retention(state, ledger, vertx.getOrCreateContext(), config.store().retention());
    Context context = vertx.getOrCreateContext();
    upkeep =
        new Upkeep(
            vertx,
            () ->
                retention
                    .step(clock.instant())
                    .compose(
                        more ->
                            state
                                .requestKeys
                                .forget(ledger, context, clock.instant())
                                .map(moreKeys -> more || moreKeys)));
    feeds = new FollowedFeeds(List.of(events(vertx, state)));
    return Contract.load(vertx, name())
        .compose(
            contract ->
                vertx.deployVerticle(
                    () ->
                        new AttendanceVerticle(
                            config, contract, state, ledger, feeds, storeTag, clock),
                    new DeploymentOptions().setInstances(cores)))
        .compose(id -> ledger.open().map(id))
        .onSuccess(id -> upkeep.start())
        .onSuccess(id -> feeds.start());
  }

  /** Follows what Event tells of events. */
  private FeedConsumer events(Vertx vertx, AttendanceState state) {
    Context context = vertx.getOrCreateContext();
    Neighbour event = new Neighbour(vertx, "event", config.event(), config.http());
    return new FeedConsumer(
        vertx,
        context,
        new FeedClient(event, config.http()),
        new FeedInbox("event", state.positions, state.events, ledger, context),
        config.feedLookMs());
  }

  @Override
  public Future<Void> close() {
    if (ledger == null) {
      return Future.succeededFuture();
    }
    feeds.stop();
    upkeep.stop();
    return ledger.close();
  }
}
