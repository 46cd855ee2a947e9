package id.tixgo.report;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.http.Contract;
import id.tixgo.common.http.Demo;
import id.tixgo.common.store.StoredService;
import id.tixgo.common.store.feed.FeedClient;
import id.tixgo.common.store.feed.FollowedFeeds;
import id.tixgo.common.upstream.UpstreamClient;
import id.tixgo.report.domain.ReportSync;
import id.tixgo.report.store.ReportFeeds;
import id.tixgo.report.store.ReportState;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Puts Report together. */
final class ReportService extends StoredService<ReportState> {
  private final ReportConfig config;
  private final Clock clock;
  private FollowedFeeds feeds = new FollowedFeeds(List.of());

  ReportService(ReportConfig config, Clock clock) {
    super(config.address(), config.store());
    this.config = requireNonNull(config);
    this.clock = requireNonNull(clock);
  }

  @Override
  protected ReportState projection(Vertx vertx) {
    return new ReportState(vertx);
  }

  @Override
  protected Future<Contract> contract(Vertx vertx) {
    return config.demo()
        ? super.contract(vertx).compose(strict -> Contract.of(vertx, Demo.of(strict.document())))
        : super.contract(vertx);
  }

  @Override
  protected Supplier<ReportVerticle> verticles(Shared<ReportState> shared, int cores) {
    ReportFeeds followed =
        new ReportFeeds(
            shared.vertx(),
            shared.context(),
            shared.projection(),
            shared.store(),
            Map.of(
                "wallet",
                client(shared, "wallet", config.wallet()),
                "event",
                client(shared, "event", config.event()),
                "ticketing",
                client(shared, "ticketing", config.ticketing()),
                "payment",
                client(shared, "payment", config.payment())));
    feeds = followed.followed(config.feedLookMs());
    ReportSync sync = followed.synchronisation(clock);
    return () ->
        new ReportVerticle(
            config, shared.contract(), shared.projection(), shared.store(), feeds, sync, clock);
  }

  private FeedClient client(Shared<ReportState> shared, String name, URI base) {
    return new FeedClient(
        new UpstreamClient(shared.vertx(), name, base, config.http()), config.http());
  }

  @Override
  protected Future<?> filled(Shared<ReportState> shared) {
    feeds.start();
    return Future.succeededFuture();
  }

  /** Nothing is over: figures are of all that was. */
  @Override
  protected Future<Boolean> forget(Shared<ReportState> shared) {
    return Future.succeededFuture(false);
  }

  @Override
  public Future<Void> close() {
    feeds.stop();
    return super.close();
  }
}
