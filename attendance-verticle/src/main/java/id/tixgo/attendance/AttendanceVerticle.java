package id.tixgo.attendance;

import static java.util.Objects.requireNonNull;

import id.tixgo.attendance.client.TicketKeys;
import id.tixgo.attendance.domain.AttendanceQueries;
import id.tixgo.attendance.domain.Change;
import id.tixgo.attendance.domain.CheckIns;
import id.tixgo.attendance.domain.TicketLists;
import id.tixgo.attendance.http.AttendanceHandler;
import id.tixgo.attendance.http.AwaitedSeq;
import id.tixgo.attendance.http.BatchHandler;
import id.tixgo.attendance.http.ChangesHandler;
import id.tixgo.attendance.http.CheckInHandler;
import id.tixgo.attendance.http.ConflictsHandler;
import id.tixgo.attendance.http.DoorKeysHandler;
import id.tixgo.attendance.http.DoorVersions;
import id.tixgo.attendance.http.EventSheets;
import id.tixgo.attendance.http.MyCheckInsHandler;
import id.tixgo.attendance.http.RulesHandler;
import id.tixgo.attendance.http.ScansHandler;
import id.tixgo.attendance.http.StatsHandler;
import id.tixgo.attendance.http.StreamHandler;
import id.tixgo.attendance.http.TicketListHandler;
import id.tixgo.attendance.http.TicketsHandler;
import id.tixgo.attendance.store.AttendanceState;
import id.tixgo.attendance.store.StoredAttendance;
import id.tixgo.attendance.store.StoredCheckIns;
import id.tixgo.attendance.store.StoredTickets;
import id.tixgo.common.bus.Bus;
import id.tixgo.common.caller.TokenAuthority;
import id.tixgo.common.clients.identity.AuthenticatedVerticle;
import id.tixgo.common.clients.identity.IdentityChanges;
import id.tixgo.common.gateway.Gateway;
import id.tixgo.common.http.Api;
import id.tixgo.common.http.Contract;
import id.tixgo.common.http.Health;
import id.tixgo.common.http.KeyedRequests;
import id.tixgo.common.sheet.Sheets;
import id.tixgo.common.store.Store;
import id.tixgo.common.store.audit.AuditFeedHandler;
import id.tixgo.common.store.feed.FollowedFeeds;
import id.tixgo.common.upstream.UpstreamClient;
import java.time.Clock;
import java.util.function.Consumer;

/** Attendance: check-ins, and the gateway to Event. */
public final class AttendanceVerticle extends AuthenticatedVerticle {
  private final AttendanceConfig config;
  private final AttendanceState state;
  private final Store store;
  private final FollowedFeeds feeds;
  private final String storeTag;

  public AttendanceVerticle(
      AttendanceConfig config,
      Contract contract,
      AttendanceState state,
      Store store,
      FollowedFeeds feeds,
      String storeTag,
      Clock clock) {
    super(contract, config.address(), config.http(), config.identity(), config.tokens(), clock);
    this.config = requireNonNull(config);
    this.state = requireNonNull(state);
    this.store = requireNonNull(store);
    this.feeds = requireNonNull(feeds);
    this.storeTag = requireNonNull(storeTag);
  }

  @Override
  protected Api api(TokenAuthority tokens, IdentityChanges changes, Health health) {
    health.needs("store", store::check).follows(feeds::reports);
    upstream("event", config.event(), health);
    Bus bus = new Bus(vertx);
    AttendanceQueries queries = new StoredAttendance(state, clock);
    TicketLists lists = new StoredTickets(state, store, context);
    CheckIns doors = new StoredCheckIns(state, store, context, config.events());
    DoorVersions versions = new DoorVersions(lists, state.events, storeTag);
    EventSheets sheets = new EventSheets(lists);
    Sheets writer = new Sheets(vertx);
    Api api = new Api(vertx, contract, config.http(), tokens, store::isFilled);
    Consumer<Change> announced = new ChangePublisher(context, bus)::add;
    KeyedRequests keyed = new KeyedRequests(config.http().serviceToken(), clock);
    new CheckInHandler(doors, announced, keyed, clock).register(api);
    TicketKeys keys =
        new TicketKeys(new UpstreamClient(vertx, "ticketing", config.ticketing(), config.http()));
    new BatchHandler(vertx, doors, announced, keys, clock).register(api);
    new ConflictsHandler(queries, lists, doors, announced, keyed, clock).register(api);
    AwaitedSeq awaited = new AwaitedSeq(vertx, queries);
    new ChangesHandler(queries, versions, awaited).register(api);
    new RulesHandler(lists, state.events).register(api);
    new ScansHandler(vertx, queries, lists, sheets, writer, storeTag).register(api);
    new StreamHandler(vertx, queries, tokens, bus, changes).register(api);
    new TicketListHandler(vertx, lists, versions, queries, sheets, writer).register(api);
    new TicketsHandler(vertx, lists, keyed).register(api);
    new DoorKeysHandler(keys).register(api);
    new StatsHandler(queries, awaited).register(api);
    feeds.register(api);
    new AuditFeedHandler(vertx, state.audit).register(api);
    new MyCheckInsHandler(queries).register(api);
    new AttendanceHandler(vertx, queries, sheets, writer, storeTag).register(api);
    new Gateway(vertx, "event", config.event(), "", config.http()).register(api, "/events");
    return api;
  }
}
