package id.tixgo.ticketing;

import id.tixgo.common.caller.Caller;
import id.tixgo.common.caller.Limits;
import id.tixgo.common.caller.Role;
import id.tixgo.common.clients.event.EventFacts;
import id.tixgo.common.json.JsonFormat;
import id.tixgo.common.money.Money;
import id.tixgo.common.scope.Once;
import id.tixgo.common.store.Store;
import id.tixgo.common.store.StoreConfig;
import id.tixgo.common.store.feed.FeedMessage;
import id.tixgo.common.store.feed.FeedSubscriber;
import id.tixgo.common.store.wal.WriteAheadLog;
import id.tixgo.ticketing.domain.AdmissionRate;
import id.tixgo.ticketing.domain.Bookings;
import id.tixgo.ticketing.domain.BuyerPresence;
import id.tixgo.ticketing.domain.CodeSource;
import id.tixgo.ticketing.domain.Holds;
import id.tixgo.ticketing.domain.Issuance;
import id.tixgo.ticketing.domain.IssuedTickets;
import id.tixgo.ticketing.domain.LatePayment;
import id.tixgo.ticketing.domain.OnlinePayments;
import id.tixgo.ticketing.domain.SaleGate;
import id.tixgo.ticketing.domain.TicketType;
import id.tixgo.ticketing.domain.TicketTypeDetails;
import id.tixgo.ticketing.domain.TicketTypes;
import id.tixgo.ticketing.domain.Vouchers;
import id.tixgo.ticketing.domain.WaitingLine;
import id.tixgo.ticketing.domain.WaitingList;
import id.tixgo.ticketing.domain.WaitingRoom;
import id.tixgo.ticketing.store.StoredSales;
import id.tixgo.ticketing.store.TicketingState;
import id.tixgo.ticketing.store.ToldEvents;
import id.tixgo.ticketing.store.ToldPayments;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Ticketing's store in a folder, or in memory, with all that changes and reads it. */
final class OpenSales implements AutoCloseable {
  static final Holds HOLDS = new Holds(Duration.ofMinutes(15), Duration.ofHours(24), 3);

  static final Duration RIGHT = Duration.ofMinutes(10);

  private final Vertx vertx = Vertx.vertx();
  private final Optional<Path> folder;
  private final Clock clock;
  private final int rate;
  final TicketingState state;
  private final Store store;
  private final Issuance issuance;
  final StoredSales sales;
  final TicketTypes types;
  final Bookings bookings;
  final IssuedTickets tickets;
  final Vouchers vouchers;
  final WaitingList waiting;
  final WaitingRoom room;

  OpenSales(Optional<Path> folder, Clock clock) {
    this(folder, clock, 0);
  }

  /**
   * @param rate how many buyers are let in a second; 0 for all
   */
  OpenSales(Optional<Path> folder, Clock clock, int rate) {
    JsonFormat.install();
    this.folder = folder;
    this.clock = clock;
    this.rate = rate;
    SaleGate gate = new SaleGate(new AdmissionRate(rate, RIGHT), new BuyerPresence(clock));
    this.state = new TicketingState(vertx);
    this.store = new StoreConfig(folder, true, 0).store(vertx, state);
    store.open().await();
    WaitingLine line = new WaitingLine(HOLDS);
    this.sales = new StoredSales(state, store, vertx.getOrCreateContext(), line, () -> {}, clock);
    CodeSource codes = new CodeSource(new SecureRandom());
    this.types = new TicketTypes(sales);
    this.issuance = new Issuance(codes);
    this.bookings = new Bookings(sales, gate, HOLDS, issuance);
    this.tickets = new IssuedTickets(sales, codes);
    this.vouchers = new Vouchers(sales);
    this.waiting = new WaitingList(sales, line);
    this.room = new WaitingRoom(sales, state.queues(), gate, clock);
    room.begin();
  }

  static OpenSales inMemory(Clock clock) {
    return new OpenSales(Optional.empty(), clock);
  }

  /** As Event's feed tells of an event. */
  void tell(String eventId, String status, int capacity) {
    JsonObject facts =
        new JsonObject()
            .put("id", eventId)
            .put("title", "Concert")
            .put("start_time", "2030-12-31T12:00:00Z")
            .put("status", status)
            .put("capacity", capacity);
    tell(facts);
  }

  void tell(JsonObject facts) {
    FeedMessage message = new FeedMessage(1, EventFacts.CHANGED, clock.instant(), facts.encode());
    tell(new ToldEvents(state), message).await();
  }

  /** As Payment's feed tells, with what is made of late money. */
  Future<?> tell(FeedMessage message, LatePayment late) {
    OnlinePayments payments = new OnlinePayments(issuance, late);
    return tell(
        new ToldPayments(state, payments, new WaitingLine(HOLDS), () -> {}, clock), message);
  }

  private Future<?> tell(FeedSubscriber subscriber, FeedMessage message) {
    return store.commit(
        vertx.getOrCreateContext(),
        entries -> {
          subscriber.apply(message, entries);
          return message;
        });
  }

  TicketType type(String eventId, String name, long price, int quota) {
    return types
        .create(eventId, details(name, new Money(price, "IDR"), quota), Once.eachTime())
        .await();
  }

  static TicketTypeDetails details(String name, Money price, int quota) {
    return new TicketTypeDetails(
        name,
        name,
        Optional.empty(),
        price,
        quota,
        Optional.empty(),
        Optional.empty(),
        1,
        10,
        List.of(),
        false,
        false,
        true);
  }

  static Caller caller(long id, Role role) {
    return new Caller(id, role.json() + id, role, "", Optional.empty(), Limits.NONE);
  }

  /** All that the feed has told. */
  List<FeedMessage> told() {
    sales.beginFeed().await();
    return state.feed.page(0, 1_000_000).messages();
  }

  /** Closed and opened. */
  OpenSales restarted() {
    close();
    return new OpenSales(folder, clock, rate);
  }

  /** What is on the disk now, opened; this one is gone. */
  OpenSales crashed() {
    Path copy = newFolder();
    try {
      copy(folder.orElseThrow().resolve("ticketing"), copy.resolve("ticketing"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    close();
    return new OpenSales(Optional.of(copy), clock, rate);
  }

  /** What a snapshot would keep, opened; this one is gone. */
  OpenSales compacted() {
    Path copy = newFolder();
    try {
      WriteAheadLog.create(copy.resolve("ticketing"), state.types(), state.snapshot());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    close();
    return new OpenSales(Optional.of(copy), clock, rate);
  }

  @Override
  public void close() {
    store.close().compose(closed -> vertx.close()).await();
  }

  static Path newFolder() {
    try {
      return Files.createTempDirectory("tixgo");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectory(to);
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.filter(f -> !f.endsWith("lock")).toList()) {
        Files.copy(file, to.resolve(file.getFileName().toString()));
      }
    }
  }
}
