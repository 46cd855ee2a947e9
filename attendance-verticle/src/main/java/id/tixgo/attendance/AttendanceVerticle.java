package id.tixgo.attendance;

import static java.util.Objects.requireNonNull;

import id.tixgo.attendance.domain.CheckInStore;
import id.tixgo.attendance.domain.CheckIns;
import id.tixgo.attendance.http.AttendanceHandler;
import id.tixgo.attendance.http.CheckInHandler;
import id.tixgo.attendance.http.EventGateway;
import id.tixgo.attendance.http.MyCheckInsHandler;
import id.tixgo.attendance.store.AttendanceState;
import id.tixgo.attendance.store.StoredCheckIns;
import id.tixgo.common.bus.Bus;
import id.tixgo.common.client.IdentityClient;
import id.tixgo.common.client.Neighbour;
import id.tixgo.common.http.Api;
import id.tixgo.common.http.Contract;
import id.tixgo.common.http.Health;
import id.tixgo.common.http.HttpEdge;
import id.tixgo.common.journal.Ledger;
import id.tixgo.common.token.TokenAuthority;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpServer;
import java.time.Clock;

/** Attendance: check-ins, and the gateway to Event. */
public final class AttendanceVerticle extends VerticleBase {
  private final AttendanceConfig config;
  private final Contract contract;
  private final AttendanceState state;
  private final Ledger ledger;
  private final String storeTag;
  private final Clock clock;
  private HttpServer server;

  public AttendanceVerticle(
      AttendanceConfig config,
      Contract contract,
      AttendanceState state,
      Ledger ledger,
      String storeTag,
      Clock clock) {
    this.config = requireNonNull(config);
    this.contract = requireNonNull(contract);
    this.state = requireNonNull(state);
    this.ledger = requireNonNull(ledger);
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
            .needs("event", event::ping);
    return IdentityClient.cached(vertx, bus, identity, config.tokens(), clock)
        .compose(tokens -> listen(api(bus, tokens), health));
  }

  private Api api(Bus bus, TokenAuthority tokens) {
    CheckInStore store = new StoredCheckIns(state, ledger, context);
    CheckIns checkIns = new CheckIns(store, new Announcements(context, bus)::add);
    Api api = new Api(vertx, contract, config.http(), tokens, ledger::isFilled);
    new CheckInHandler(checkIns, clock).register(api);
    new MyCheckInsHandler(store).register(api);
    new AttendanceHandler(vertx, store, storeTag).register(api);
    new EventGateway(vertx, config.event(), config.http()).register(api);
    return api;
  }

  private Future<?> listen(Api api, Health health) {
    return new HttpEdge(vertx, config.http())
        .listen(api, health, config.host(), config.port())
        .onSuccess(listening -> server = listening);
  }

  @Override
  public Future<?> stop() {
    return HttpEdge.drain(server);
  }
}
