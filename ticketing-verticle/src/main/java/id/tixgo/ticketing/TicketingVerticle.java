package id.tixgo.ticketing;

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
import id.tixgo.common.sheet.Sheets;
import id.tixgo.common.store.Store;
import id.tixgo.common.store.audit.AuditFeedHandler;
import id.tixgo.common.store.feed.FeedHandler;
import id.tixgo.common.store.feed.FollowedFeeds;
import id.tixgo.common.upstream.UpstreamClient;
import id.tixgo.ticketing.client.DoorClient;
import id.tixgo.ticketing.client.EventArrival;
import id.tixgo.ticketing.client.EventClient;
import id.tixgo.ticketing.document.DocumentWorkers;
import id.tixgo.ticketing.document.TicketDocuments;
import id.tixgo.ticketing.domain.Bookings;
import id.tixgo.ticketing.domain.CodeSource;
import id.tixgo.ticketing.domain.Issuance;
import id.tixgo.ticketing.domain.IssuedTickets;
import id.tixgo.ticketing.domain.SaleGate;
import id.tixgo.ticketing.domain.Showcase;
import id.tixgo.ticketing.domain.TicketTypes;
import id.tixgo.ticketing.domain.Vouchers;
import id.tixgo.ticketing.domain.WaitingLine;
import id.tixgo.ticketing.domain.WaitingList;
import id.tixgo.ticketing.domain.WaitingRoom;
import id.tixgo.ticketing.http.AvailabilityStreamHandler;
import id.tixgo.ticketing.http.BookingStepsHandler;
import id.tixgo.ticketing.http.BookingsHandler;
import id.tixgo.ticketing.http.IssuedTicketsHandler;
import id.tixgo.ticketing.http.SalesReportHandler;
import id.tixgo.ticketing.http.ShopHandler;
import id.tixgo.ticketing.http.TicketDocumentsHandler;
import id.tixgo.ticketing.http.TicketKeysHandler;
import id.tixgo.ticketing.http.TicketTypesHandler;
import id.tixgo.ticketing.http.VouchersHandler;
import id.tixgo.ticketing.http.WaitingListHandler;
import id.tixgo.ticketing.http.WaitingRoomHandler;
import id.tixgo.ticketing.store.StoredSales;
import id.tixgo.ticketing.store.TicketingState;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;

/** Ticketing: ticket types, bookings, issued tickets. Internal: reached through Gateway. */
public final class TicketingVerticle extends AuthenticatedVerticle {
  private final TicketingConfig config;
  private final TicketingState state;
  private final Store store;
  private final FollowedFeeds feeds;
  private final SaleGate gate;

  public TicketingVerticle(
      TicketingConfig config,
      Contract contract,
      TicketingState state,
      Store store,
      FollowedFeeds feeds,
      SaleGate gate,
      Clock clock) {
    super(contract, config.address(), config.http(), config.identity(), config.tokens(), clock);
    this.config = requireNonNull(config);
    this.state = requireNonNull(state);
    this.store = requireNonNull(store);
    this.feeds = requireNonNull(feeds);
    this.gate = requireNonNull(gate);
  }

  @Override
  protected Api api(TokenAuthority tokens, IdentityChanges changes, Health health) {
    health.needs("store", store::check).follows(feeds::reports);
    Bus bus = new Bus(vertx);
    WaitingLine line = new WaitingLine(config.holds());
    StoredSales sales =
        new StoredSales(state, store, context, line, () -> bus.ring("ticketing"), clock);
    CodeSource codes = new CodeSource(new SecureRandom());
    Bookings bookings = new Bookings(sales, gate, config.holds(), new Issuance(codes));
    IssuedTickets tickets = new IssuedTickets(sales, codes);
    EventArrival arrival =
        new EventArrival(vertx, sales, new EventClient(client("event", config.event())));
    DoorClient door =
        new DoorClient(new AttendanceClient(client("attendance", config.attendance())));
    TicketDocuments documents = new TicketDocuments(config.signature(), new DocumentWorkers(vertx));
    KeyedRequests keyed = new KeyedRequests(config.http().serviceToken(), clock);
    Api api = new Api(vertx, contract, config.http(), tokens, store::isFilled);
    new TicketTypesHandler(new TicketTypes(sales), sales, arrival, keyed).register(api);
    new BookingsHandler(bookings, keyed, clock).register(api);
    new BookingStepsHandler(bookings, door).register(api);
    new VouchersHandler(new Vouchers(sales), sales, keyed, clock).register(api);
    new WaitingListHandler(new WaitingList(sales, line), sales, keyed).register(api);
    Showcase showcase = new Showcase(sales, clock);
    new ShopHandler(showcase, config.admission().isLimited()).register(api);
    WaitingRoom room = new WaitingRoom(sales, state.queues(), gate, clock);
    new WaitingRoomHandler(vertx, bus, room, state.queued::version).register(api);
    new AvailabilityStreamHandler(vertx, bus, showcase, state.changed::version).register(api);
    new SalesReportHandler(vertx, bookings, new Sheets(vertx)).register(api);
    TicketDocumentsHandler files = new TicketDocumentsHandler(bookings, sales, documents);
    files.register(api);
    new IssuedTicketsHandler(tickets, bookings, documents, files, keyed).register(api);
    new TicketKeysHandler(config.signature()).register(api);
    new AuditFeedHandler(vertx, state.audit).register(api);
    new FeedHandler(state.feed, sales::beginFeed).register(api);
    feeds.register(api);
    return api;
  }

  /** For a service that it asks now and then, and can work without. */
  private UpstreamClient client(String service, URI base) {
    return new UpstreamClient(vertx, service, base, config.http());
  }
}
