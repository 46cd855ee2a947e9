package id.tixgo.ticketing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tixgo.common.caller.Caller;
import id.tixgo.common.caller.Role;
import id.tixgo.common.money.Money;
import id.tixgo.common.problem.Problem;
import id.tixgo.common.scope.Once;
import id.tixgo.common.store.feed.FeedMessage;
import id.tixgo.common.test.MutableClock;
import id.tixgo.ticketing.domain.Availability;
import id.tixgo.ticketing.domain.Booking;
import id.tixgo.ticketing.domain.BookingItem;
import id.tixgo.ticketing.domain.BookingQuery;
import id.tixgo.ticketing.domain.BookingStatus;
import id.tixgo.ticketing.domain.Buyer;
import id.tixgo.ticketing.domain.HoldRequest;
import id.tixgo.ticketing.domain.Holder;
import id.tixgo.ticketing.domain.IssuedTicket;
import id.tixgo.ticketing.domain.LatePayment;
import id.tixgo.ticketing.domain.Places;
import id.tixgo.ticketing.domain.Receipt;
import id.tixgo.ticketing.domain.SalesReport;
import id.tixgo.ticketing.domain.SalesReport.Grouping;
import id.tixgo.ticketing.domain.SalesReport.Row;
import id.tixgo.ticketing.domain.TicketType;
import id.tixgo.ticketing.domain.Voucher;
import id.tixgo.ticketing.domain.VoucherKind;
import id.tixgo.ticketing.domain.WaitingEntry;
import id.tixgo.ticketing.domain.WantedPlaces;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random histories of a sale, with crashes, restarts and snapshots: at any look the counters are
 * those of the rows, no more is taken than there is, and the feed tells of exactly the good
 * tickets.
 */
class SalesHistoryTest {
  private static final int STEPS = 200;
  private static final int CAPACITY = 25;
  private static final int MOST_USES = 6;
  private static final Caller STAFF = OpenSales.caller(1, Role.ADMIN);

  private final MutableClock clock = new MutableClock(Instant.parse("2030-01-01T00:00:00Z"));
  private final List<FeedMessage> heard = new ArrayList<>();
  private Random random;
  private OpenSales open;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void theCountersShouldBeThoseOfTheRows(long seed) {
    random = new Random(seed);
    open = new OpenSales(Optional.of(OpenSales.newFolder()), clock);
    try {
      open.tell("e1", "published", CAPACITY);
      open.type("e1", "A", 0, 15);
      open.type("e1", "B", 1_000_000, 15);
      open.vouchers.create(List.of(few()), Once.eachTime()).await();
      for (int step = 0; step < STEPS; step++) {
        step();
        check();
      }
    } finally {
      open.close();
    }
  }

  private Voucher few() {
    return new Voucher(
        "FEW",
        "e1",
        VoucherKind.PERCENT,
        Optional.of(50),
        Optional.empty(),
        List.of(),
        MOST_USES,
        Optional.empty(),
        Optional.empty(),
        clock.instant());
  }

  private void step() {
    int chance = random.nextInt(75);
    if (chance < 18) {
      attempt(hold());
    } else if (chance < 28) {
      attempt(open.bookings.confirm(any(), STAFF, "cash", Optional.empty()));
    } else if (chance < 38) {
      attempt(open.bookings.cancel(any(), STAFF, Optional.empty(), random.nextBoolean()));
    } else if (chance < 42) {
      attempt(open.bookings.confirm(any(), buyer(), "cash", Optional.empty()));
    } else if (chance < 48) {
      attempt(transfer());
    } else if (chance < 51) {
      attempt(join());
    } else if (chance < 56) {
      clock.advance(Duration.ofMinutes(random.nextInt(200) == 0 ? 1500 : random.nextInt(10)));
    } else if (chance < 60) {
      open = stopped(chance);
    } else if (chance < 68) {
      hear(payment());
    } else {
      hear(refund());
    }
  }

  /** The store as it is found after a stop, a crash or a snapshot. */
  private OpenSales stopped(int chance) {
    return switch (chance % 3) {
      case 0 -> open.restarted();
      case 1 -> open.crashed();
      default -> open.compacted();
    };
  }

  private static void attempt(Future<?> step) {
    try {
      step.await();
    } catch (Problem refused) {
      assertTrue(refused.code().matches("[A-Z_]+"));
    }
  }

  private Caller buyer() {
    return OpenSales.caller(random.nextInt(4), Role.USER);
  }

  private Future<Booking> hold() {
    Caller caller = buyer();
    List<WantedPlaces> wanted =
        open.sales.ticketTypes("e1").stream()
            .filter(type -> random.nextBoolean())
            .map(type -> new WantedPlaces(type.id(), 1 + random.nextInt(4), List.of()))
            .toList();
    Buyer buyer = new Buyer(caller.id(), caller.username(), Optional.empty());
    return wanted.isEmpty()
        ? Future.succeededFuture()
        : open.bookings.hold(
            new HoldRequest("e1", wanted, buyer, false, voucher()), Once.eachTime());
  }

  private Optional<String> voucher() {
    return random.nextInt(3) == 0 ? Optional.of("FEW") : Optional.empty();
  }

  private Future<?> join() {
    List<TicketType> types = open.sales.ticketTypes("e1");
    TicketType type = types.get(random.nextInt(types.size()));
    return open.waiting.join(type.id(), 1 + random.nextInt(3), buyer(), Once.eachTime());
  }

  private Future<?> transfer() {
    List<IssuedTicket> tickets = all().stream().flatMap(b -> b.tickets().stream()).toList();
    return tickets.isEmpty()
        ? Future.succeededFuture()
        : open.tickets.transfer(
            tickets.get(random.nextInt(tickets.size())).code(),
            STAFF,
            Holder.UNNAMED,
            Once.eachTime());
  }

  /** Told, or told again. */
  private void hear(FeedMessage news) {
    heard.add(news);
    int again = random.nextInt(2 * heard.size());
    LatePayment late = random.nextBoolean() ? LatePayment.RETAKE : LatePayment.REFUND;
    open.tell(again < heard.size() ? heard.get(again) : news, late).await();
  }

  /** Of any booking, or none; a moment ago, or a while. */
  private FeedMessage payment() {
    Optional<Booking> booking = Optional.of(any()).flatMap(open.sales::booking);
    Money total = booking.map(Booking::total).orElse(Money.zero("IDR"));
    Money amount = random.nextInt(10) == 0 ? total.plus(new Money(100, "IDR")) : total;
    Instant at = clock.instant().minusSeconds(random.nextInt(600));
    return PaymentNews.paid(
        at, booking.map(Booking::id).orElse("none"), 1L + random.nextInt(1000), amount);
  }

  /** Of any booking, mostly by the payment that it was paid with. */
  private FeedMessage refund() {
    Optional<Booking> booking = Optional.of(any()).flatMap(open.sales::booking);
    String id = booking.map(Booking::id).orElse("none");
    long payment = booking.flatMap(Booking::receipt).flatMap(Receipt::paymentId).orElse(1L);
    long refund = 1L + random.nextInt(1000);
    Money total = booking.map(Booking::total).orElse(Money.zero("IDR"));
    Money amount = new Money(random.nextLong(total.minor() + 1), "IDR");
    if (random.nextInt(4) == 0) {
      return PaymentNews.whole(clock.instant(), id, payment, refund, amount);
    }
    List<String> codes =
        booking.stream()
            .flatMap(found -> found.tickets().stream())
            .filter(ticket -> random.nextBoolean())
            .map(IssuedTicket::code)
            .toList();
    return PaymentNews.part(clock.instant(), id, payment, refund, amount, codes);
  }

  private String any() {
    List<Booking> all = all();
    return all.isEmpty() ? "none" : all.get(random.nextInt(all.size())).id();
  }

  private List<Booking> all() {
    return open.sales
        .bookings(new BookingQuery(Optional.of("e1"), Optional.empty(), Optional.empty(), ""))
        .await();
  }

  private void check() {
    open.sales.settle().await();
    List<Booking> rows = all();
    assertEquals(0, rows.stream().filter(b -> b.isDue(clock.instant())).count());
    Places sum = Places.NONE;
    for (TicketType type : open.sales.ticketTypes("e1")) {
      Places counted = counted(rows, type.id());
      assertEquals(counted, open.sales.ofType(type.id()));
      assertTrue(counted.taken() <= type.details().quota());
      assertEquals(type.details().quota(), counted.taken() + type.free(counted));
      sum = sum.plus(counted.held(), counted.sold());
    }
    assertEquals(sum, open.sales.ofEvent("e1"));
    assertTrue(sum.taken() <= CAPACITY);
    int uses =
        rows.stream()
            .filter(booking -> booking.status().takesPlaces() && booking.voucher().isPresent())
            .mapToInt(SalesHistoryTest::uses)
            .sum();
    assertEquals(uses, open.sales.usesOf("FEW"));
    assertTrue(uses <= MOST_USES);
    checkLine();
    assertEquals(good(rows), told());
    assertEquals(sum.sold(), good(rows).size());
    checkMoney(rows, sum);
    checkPayments(rows);
  }

  /** Whoever waits could not be served: nothing is free for anybody else before. */
  private void checkLine() {
    for (WaitingEntry entry : open.sales.waitingEntries()) {
      TicketType type = open.sales.ticketType(entry.ticketTypeId()).orElseThrow();
      int left =
          Availability.of(
              type, open.sales.event("e1"), open.sales.ofType(type.id()), open.sales.ofEvent("e1"));
      assertTrue(!entry.isWaiting() || left < entry.quantity());
    }
  }

  private static Places counted(List<Booking> rows, String typeId) {
    int held =
        rows.stream()
            .filter(booking -> booking.status() == BookingStatus.PENDING)
            .flatMap(booking -> booking.items().stream())
            .filter(item -> item.ticketTypeId().equals(typeId))
            .mapToInt(BookingItem::quantity)
            .sum();
    return new Places(held, (int) good(rows, typeId).count());
  }

  private static Stream<IssuedTicket> good(List<Booking> rows, String typeId) {
    return rows.stream()
        .flatMap(booking -> booking.tickets().stream())
        .filter(ticket -> !ticket.revoked() && ticket.ticketTypeId().equals(typeId));
  }

  private static int uses(Booking booking) {
    return booking.items().stream()
        .filter(item -> item.voucher().isPresent())
        .mapToInt(
            item ->
                booking.status() == BookingStatus.PENDING
                    ? item.quantity()
                    : (int) good(List.of(booking), item.ticketTypeId()).count())
        .sum();
  }

  /** The report says what was paid less what was given back, to the last rupiah. */
  private static void checkMoney(List<Booking> rows, Places sum) {
    long kept = 0;
    for (Booking booking : rows) {
      assertTrue(booking.refunded().minor() <= booking.total().minor());
      boolean paid = booking.receipt().isPresent();
      kept += paid ? booking.total().minor() - booking.refunded().minor() : 0;
    }
    for (Grouping grouping : Grouping.values()) {
      List<Row> report = SalesReport.of(rows, grouping, ZoneOffset.UTC);
      assertEquals(kept, report.stream().mapToLong(row -> row.revenue().minor()).sum());
      assertEquals(sum.sold(), report.stream().mapToInt(Row::sold).sum());
      assertEquals(sum.held(), report.stream().mapToInt(Row::held).sum());
    }
  }

  /** A payment either has tickets or was refused, which is told once. */
  private void checkPayments(List<Booking> rows) {
    Set<String> refused = new TreeSet<>();
    for (FeedMessage message : open.told()) {
      JsonObject data = new JsonObject(message.data());
      if (message.type().equals("payment_refused")) {
        String payment = data.getString("booking_id") + " " + data.getLong("payment_id");
        assertTrue(refused.add(payment), payment);
      }
    }
    for (Booking booking : rows) {
      booking
          .receipt()
          .flatMap(Receipt::paymentId)
          .ifPresent(payment -> assertFalse(refused.contains(booking.id() + " " + payment)));
    }
  }

  private static Set<String> good(List<Booking> rows) {
    return rows.stream()
        .flatMap(booking -> booking.tickets().stream())
        .filter(ticket -> !ticket.revoked())
        .map(IssuedTicket::code)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The codes that are good by what the feed says. */
  private Set<String> told() {
    Set<String> codes = new TreeSet<>();
    for (FeedMessage message : open.told()) {
      String code = new JsonObject(message.data()).getString("code");
      switch (message.type()) {
        case "ticket_issued", "ticket_transferred" -> assertTrue(codes.add(code));
        case "ticket_revoked" -> assertTrue(codes.remove(code));
        default -> {}
      }
    }
    return codes;
  }
}
