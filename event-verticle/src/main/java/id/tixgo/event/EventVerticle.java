package id.tixgo.event;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.bus.Bus;
import id.tixgo.common.client.IdentityClient;
import id.tixgo.common.client.Neighbour;
import id.tixgo.common.http.Api;
import id.tixgo.common.http.Contract;
import id.tixgo.common.http.FeedHandler;
import id.tixgo.common.http.Health;
import id.tixgo.common.http.HttpEdge;
import id.tixgo.common.http.KeyedRequests;
import id.tixgo.common.journal.Ledger;
import id.tixgo.common.token.TokenAuthority;
import id.tixgo.event.client.AttendanceClient;
import id.tixgo.event.domain.Events;
import id.tixgo.event.http.AttendanceHandler;
import id.tixgo.event.http.EventsHandler;
import id.tixgo.event.store.EventState;
import id.tixgo.event.store.StoredEvents;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpServer;
import java.time.Clock;

/** Event: events and their summaries. Internal: reached through Attendance's gateway. */
public final class EventVerticle extends VerticleBase {
  private final EventConfig config;
  private final Contract contract;
  private final EventState state;
  private final Ledger ledger;
  private final Clock clock;
  private HttpServer server;

  public EventVerticle(
      EventConfig config, Contract contract, EventState state, Ledger ledger, Clock clock) {
    this.config = requireNonNull(config);
    this.contract = requireNonNull(contract);
    this.state = requireNonNull(state);
    this.ledger = requireNonNull(ledger);
    this.clock = requireNonNull(clock);
  }

  @Override
  public Future<?> start() {
    Bus bus = new Bus(vertx);
    Neighbour identity = new Neighbour(vertx, "identity", config.identity(), config.http());
    Neighbour attendance = new Neighbour(vertx, "attendance", config.attendance(), config.http());
    Health health =
        new Health(vertx, "event-service")
            .needs("store", ledger::check)
            .needs("identity", identity::ping)
            .needs("attendance", attendance::ping);
    return IdentityClient.cached(vertx, bus, identity, config.tokens(), clock)
        .compose(tokens -> listen(api(bus, tokens, new AttendanceClient(attendance)), health));
  }

  private Api api(Bus bus, TokenAuthority tokens, AttendanceClient attendance) {
    StoredEvents store = new StoredEvents(state, ledger, context);
    Events events = new Events(store, () -> bus.ring("event"), clock);
    Api api = new Api(vertx, contract, config.http(), tokens, ledger::isFilled);
    KeyedRequests keyed = new KeyedRequests(config.http().serviceToken(), clock);
    new EventsHandler(events, attendance, keyed).register(api);
    new FeedHandler(state.feed, store::beginFeed).register(api);
    new AttendanceHandler(vertx, events, attendance).register(api);
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
