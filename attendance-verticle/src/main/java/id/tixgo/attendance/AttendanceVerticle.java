package id.tixgo.attendance;

import static java.util.Objects.requireNonNull;

import id.tixgo.attendance.domain.AttendanceBook;
import id.tixgo.attendance.domain.Change;
import id.tixgo.attendance.domain.Doors;
import id.tixgo.attendance.domain.TicketLists;
import id.tixgo.attendance.http.AttendanceHandler;
import id.tixgo.attendance.http.BatchHandler;
import id.tixgo.attendance.http.CheckInHandler;
import id.tixgo.attendance.http.ConflictsHandler;
import id.tixgo.attendance.http.DoorVersions;
import id.tixgo.attendance.http.EventSheets;
import id.tixgo.attendance.http.FeedHandler;
import id.tixgo.attendance.http.MyCheckInsHandler;
import id.tixgo.attendance.http.RulesHandler;
import id.tixgo.attendance.http.ScansHandler;
import id.tixgo.attendance.http.StatsHandler;
import id.tixgo.attendance.http.StreamHandler;
import id.tixgo.attendance.http.TicketListHandler;
import id.tixgo.attendance.http.TicketsHandler;
import id.tixgo.attendance.http.sheet.Sheets;
import id.tixgo.attendance.store.AttendanceState;
import id.tixgo.attendance.store.StoredAttendance;
import id.tixgo.attendance.store.StoredDoors;
import id.tixgo.attendance.store.StoredTickets;
import id.tixgo.common.bus.Bus;
import id.tixgo.common.client.FollowedFeeds;
import id.tixgo.common.client.IdentityClient;
import id.tixgo.common.client.Neighbour;
import id.tixgo.common.gateway.Gateway;
import id.tixgo.common.http.Api;
import id.tixgo.common.http.Contract;
import id.tixgo.common.http.Health;
import id.tixgo.common.http.HttpEdge;
import id.tixgo.common.http.KeyedRequests;
import id.tixgo.common.journal.Ledger;
import id.tixgo.common.token.TokenAuthority;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpServer;
import java.time.Clock;
import java.util.function.Consumer;

/** Attendance: check-ins, and the gateway to Event. */
public final class AttendanceVerticle extends VerticleBase {
  private final AttendanceConfig config;
  private final Contract contract;
  private final AttendanceState state;
  private final Ledger ledger;
  private final FollowedFeeds feeds;
  private final String storeTag;
  private final Clock clock;
  private HttpServer server;

  public AttendanceVerticle(
      AttendanceConfig config,
      Contract contract,
      AttendanceState state,
      Ledger ledger,
      FollowedFeeds feeds,
      String storeTag,
      Clock clock) {
    this.config = requireNonNull(config);
    this.contract = requireNonNull(contract);
    this.state = requireNonNull(state);
    this.ledger = requireNonNull(ledger);
    this.feeds = requireNonNull(feeds);
    this.storeTag = requireNonNull(storeTag);
    this.clock = requireNonNull(clock);
  }

  @Override
  public Future<?> start() {
    Bus bus = new Bus(vertx);
    Neighbour identity = new Neighbour(vertx, "identity", config.identity(), config.http());
    Neighbour event = new Neighbour(vertx, "event", config.event(), config.http());
    Health health =
        new Health(vertx, "attendance-service")
            .needs("store", ledger::check)
            .needs("identity", identity::ping)
            .needs("event", event::ping)
            .follows(feeds::reports);
    return IdentityClient.cached(vertx, bus, identity, config.tokens(), clock)
        .compose(tokens -> listen(api(bus, tokens), health));
  }

  private Api api(Bus bus, TokenAuthority tokens) {
    AttendanceBook store = new StoredAttendance(state, clock);
    TicketLists lists = new StoredTickets(state, ledger, context);
    Doors doors = new StoredDoors(state, ledger, context, config.events());
    DoorVersions versions = new DoorVersions(lists, state.events, storeTag);
    EventSheets sheets = new EventSheets(lists);
    Sheets writer = new Sheets(vertx);
    Api api = new Api(vertx, contract, config.http(), tokens, ledger::isFilled);
    Consumer<Change> announced = new Announcements(context, bus)::add;
    KeyedRequests keyed = new KeyedRequests(config.http().serviceToken(), clock);
    new CheckInHandler(doors, announced, keyed, clock).register(api);
    new BatchHandler(vertx, doors, announced, clock).register(api);
    new ConflictsHandler(store, lists, doors, announced, keyed, clock).register(api);
    new FeedHandler(store, versions).register(api);
    new RulesHandler(lists, state.events).register(api);
    new ScansHandler(vertx, store, lists, sheets, writer, storeTag).register(api);
    new StreamHandler(vertx, store, tokens, bus).register(api);
    new TicketListHandler(vertx, lists, versions, store, sheets, writer).register(api);
    new TicketsHandler(vertx, lists, keyed).register(api);
    new StatsHandler(store).register(api);
    feeds.register(api);
    new MyCheckInsHandler(store).register(api);
    new AttendanceHandler(vertx, store, sheets, writer, storeTag).register(api);
    new Gateway(vertx, "event", config.event(), "", config.http()).register(api, "/events");
    return api;
  }

  private Future<?> listen(Api api, Health health) {
    return new HttpEdge(vertx, config.http())
        .listen(api, health, config.host(), config.port())
        .onSuccess(listening -> server = listening);
  }

  @Override
  public Future<?> stop() {
    return HttpEdge.drain(vertx, server);
  }
}
