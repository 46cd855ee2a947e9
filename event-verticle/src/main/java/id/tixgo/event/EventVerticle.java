package id.tixgo.event;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.bus.Bus;
import id.tixgo.common.caller.TokenAuthority;
import id.tixgo.common.clients.attendance.AttendanceClient;
import id.tixgo.common.clients.identity.AuthenticatedVerticle;
import id.tixgo.common.clients.identity.IdentityChanges;
import id.tixgo.common.http.Api;
import id.tixgo.common.http.Contract;
import id.tixgo.common.http.Health;
import id.tixgo.common.http.KeyedRequests;
import id.tixgo.common.store.Store;
import id.tixgo.common.store.audit.AuditFeedHandler;
import id.tixgo.common.store.feed.FeedHandler;
import id.tixgo.common.upstream.UpstreamClient;
import id.tixgo.event.client.EventUses;
import id.tixgo.event.domain.Events;
import id.tixgo.event.domain.Venues;
import id.tixgo.event.http.EventAttendanceHandler;
import id.tixgo.event.http.EventsHandler;
import id.tixgo.event.http.RoomsHandler;
import id.tixgo.event.http.ScheduleHandler;
import id.tixgo.event.http.ShownEvents;
import id.tixgo.event.http.VenuesHandler;
import id.tixgo.event.store.EventState;
import id.tixgo.event.store.StoredEvents;
import id.tixgo.event.store.StoredSchedule;
import id.tixgo.event.store.StoredVenues;
import java.time.Clock;

/** Event: venues, events and their summaries. Internal: reached through gateways. */
public final class EventVerticle extends AuthenticatedVerticle {
  private final EventConfig config;
  private final EventState state;
  private final Store store;

  public EventVerticle(
      EventConfig config, Contract contract, EventState state, Store store, Clock clock) {
    super(contract, config.address(), config.http(), config.identity(), config.tokens(), clock);
    this.config = requireNonNull(config);
    this.state = requireNonNull(state);
    this.store = requireNonNull(store);
  }

  @Override
  protected Api api(TokenAuthority tokens, IdentityChanges changes, Health health) {
    health.needs("store", store::check);
    Bus bus = new Bus(vertx);
    AttendanceClient attendance =
        new AttendanceClient(upstream("attendance", config.attendance(), health));
    EventUses uses =
        new EventUses(
            attendance, new UpstreamClient(vertx, "ticketing", config.ticketing(), config.http()));
    StoredEvents stored = new StoredEvents(state, store, context);
    Runnable bell = () -> bus.ring("event");
    Events events = new Events(stored, bell, clock);
    Venues venues = new Venues(new StoredVenues(state, store, context), bell, clock);
    ShownEvents shown = new ShownEvents(venues, clock);
    Api api = new Api(vertx, contract, config.http(), tokens, store::isFilled);
    KeyedRequests keyed = new KeyedRequests(config.http().serviceToken(), clock);
    new EventsHandler(events, venues, shown, uses, keyed).register(api);
    new VenuesHandler(venues, keyed).register(api);
    new RoomsHandler(venues, keyed).register(api);
    new ScheduleHandler(venues, new StoredSchedule(state, store, context), keyed).register(api);
    new AuditFeedHandler(vertx, state.audit).register(api);
    new FeedHandler(state.feed, stored::beginFeed).register(api);
    new EventAttendanceHandler(vertx, events, shown, attendance).register(api);
    return api;
  }
}
