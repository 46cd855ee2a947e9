package id.tixgo.report;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.caller.TokenAuthority;
import id.tixgo.common.clients.identity.AuthenticatedVerticle;
import id.tixgo.common.clients.identity.IdentityChanges;
import id.tixgo.common.http.Api;
import id.tixgo.common.http.Contract;
import id.tixgo.common.http.Health;
import id.tixgo.common.sheet.Sheets;
import id.tixgo.common.store.Store;
import id.tixgo.common.store.audit.AuditFeedHandler;
import id.tixgo.common.store.feed.FollowedFeeds;
import id.tixgo.common.upstream.UpstreamClient;
import id.tixgo.report.client.AttendanceDoors;
import id.tixgo.report.client.WalletTransfers;
import id.tixgo.report.domain.EventCounting;
import id.tixgo.report.domain.EventReports;
import id.tixgo.report.domain.ReportSync;
import id.tixgo.report.http.EventReportsHandler;
import id.tixgo.report.http.SyncHandler;
import id.tixgo.report.http.UserReportsHandler;
import id.tixgo.report.store.ReportState;
import id.tixgo.report.store.StoredEventReports;
import id.tixgo.report.store.StoredUserReports;
import java.time.Clock;

/** Report: what others' facts add up to. Internal: reached through Gateway. */
public final class ReportVerticle extends AuthenticatedVerticle {
  private final ReportConfig config;
  private final ReportState state;
  private final Store store;
  private final FollowedFeeds feeds;
  private final ReportSync sync;

  public ReportVerticle(
      ReportConfig config,
      Contract contract,
      ReportState state,
      Store store,
      FollowedFeeds feeds,
      ReportSync sync,
      Clock clock) {
    super(contract, config.address(), config.http(), config.identity(), config.tokens(), clock);
    this.config = requireNonNull(config);
    this.state = requireNonNull(state);
    this.store = requireNonNull(store);
    this.feeds = requireNonNull(feeds);
    this.sync = requireNonNull(sync);
  }

  @Override
  protected Api api(TokenAuthority tokens, IdentityChanges changes, Health health) {
    health.needs("store", store::check).follows(feeds::reports);
    Api api = new Api(vertx, contract, http, tokens, store::isFilled);
    UpstreamClient wallet = new UpstreamClient(vertx, "wallet", config.wallet(), http);
    new UserReportsHandler(
            new StoredUserReports(state, store, context), new WalletTransfers(wallet, http))
        .register(api);
    eventReports().register(api);
    new SyncHandler(sync).register(api);
    feeds.register(api);
    new AuditFeedHandler(vertx, state.audit).register(api);
    return api;
  }

  private EventReportsHandler eventReports() {
    UpstreamClient attendance = new UpstreamClient(vertx, "attendance", config.attendance(), http);
    EventReports reports = new StoredEventReports(state, context);
    EventCounting counting = new EventCounting(reports, new AttendanceDoors(attendance, http));
    return new EventReportsHandler(reports, counting, new Sheets(vertx));
  }
}
