package id.tixgo.payment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tixgo.common.caller.Caller;
import id.tixgo.common.caller.Limits;
import id.tixgo.common.caller.Role;
import id.tixgo.common.clients.event.EventFacts;
import id.tixgo.common.clients.ticketing.BookingFacts;
import id.tixgo.common.clients.ticketing.RefusedPaymentFacts;
import id.tixgo.common.money.Money;
import id.tixgo.common.problem.Problem;
import id.tixgo.common.scope.Deadline;
import id.tixgo.common.test.MutableClock;
import id.tixgo.payment.domain.Books.Balance;
import id.tixgo.payment.domain.Books.Snapshot;
import id.tixgo.payment.domain.Checkout.Choice;
import id.tixgo.payment.domain.LedgerAccount;
import id.tixgo.payment.domain.MoneyGrouping;
import id.tixgo.payment.domain.Notice;
import id.tixgo.payment.domain.Offer;
import id.tixgo.payment.domain.OrderLine;
import id.tixgo.payment.domain.Payer;
import id.tixgo.payment.domain.Payment;
import id.tixgo.payment.domain.PaymentMethod;
import id.tixgo.payment.domain.Posting;
import id.tixgo.payment.domain.Refund;
import id.tixgo.payment.domain.RefundChannel;
import id.tixgo.payment.domain.RefundState;
import id.tixgo.payment.domain.Refunds.Wanted;
import id.tixgo.payment.domain.ReportPeriod;
import id.tixgo.payment.domain.RevenueReport;
import id.tixgo.payment.domain.ServiceType;
import id.tixgo.payment.domain.Suspense;
import id.tixgo.payment.domain.Suspense.Outcome;
import id.tixgo.payment.domain.Suspenses;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random histories of buyers, banks, lost answers, crashes, restarts and snapshots: at any look the
 * ledger's sum is zero and its accounts are those of the rows, and once all questions are answered
 * it has what the gateway has.
 */
class MoneyHistoryTest {
  private static final int STEPS = 250;
  private static final int BOOKINGS = 8;
  private static final long PRICE = 1000;

  private final MutableClock clock = new MutableClock(Instant.parse("2030-01-01T00:00:00Z"));
  private Random random;
  private RandomGateway gateway;
  private OpenBooks open;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void theLedgerShouldBeWhatTheRowsAndTheGatewaySay(long seed) {
    random = new Random(seed);
    gateway = new RandomGateway(random);
    open = new OpenBooks(OpenBooks.newFolder(), gateway, clock);
    try {
      for (int step = 0; step < STEPS; step++) {
        step();
        check(open.look(FrozenBooks::of));
      }
      askUntilAllIsKnown();
      long ledger = open.look(all -> balance(all, "clearing:midtrans"));
      assertEquals(gateway.cash(), ledger);
    } finally {
      open.close();
    }
  }

  private void step() {
    int chance = random.nextInt(70);
    if (chance < 15) {
      attempt(open.checkout.pay(offer(), choice(), Optional.empty(), Deadline.in(100)));
    } else if (chance < 30) {
      gateway.happens();
    } else if (chance < 38) {
      notice();
    } else if (chance < 46) {
      clock.advance(Duration.ofSeconds(random.nextInt(4) == 0 ? 4000 : random.nextInt(40)));
      open.reconciler.look();
    } else if (chance < 54) {
      anyPayment().ifPresent(payment -> attempt(open.refunds.request(payment.id(), wanted())));
    } else if (chance < 57) {
      anyPayout().ifPresent(refund -> attempt(open.refunds.confirm(refund.id(), "BCA", ADMIN)));
    } else if (chance < 60) {
      anySuspense().ifPresent(this::resolve);
    } else if (chance < 65) {
      ticketing();
    } else if (chance == 65) {
      eventIsOff();
    } else {
      open = stopped(chance);
    }
  }

  private static final Caller ADMIN =
      new Caller(1, "admin", Role.ADMIN, "", Optional.empty(), Limits.NONE);

  private OpenBooks stopped(int chance) {
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

  private String booking() {
    return "b" + random.nextInt(BOOKINGS);
  }

  private Offer offer() {
    Money price = new Money(PRICE, "IDR");
    return new Offer(
        ServiceType.EVENT,
        booking(),
        new Payer(7, "siti"),
        List.of(new OrderLine("t1", "Regular", 1, price)),
        price,
        Optional.of("e" + random.nextInt(2)),
        clock.instant().plusSeconds(900));
  }

  private Choice choice() {
    PaymentMethod method = random.nextBoolean() ? PaymentMethod.QRIS : PaymentMethod.BANK_TRANSFER;
    return new Choice(method, Optional.empty(), Optional.empty());
  }

  private void notice() {
    String reference = anyPayment().map(Payment::reference).orElse("TIX-OTHER~1");
    Notice.About about = new Notice.About(Optional.of(reference), Optional.empty());
    attempt(open.notices.take("midtrans", about));
  }

  private Wanted wanted() {
    Optional<Money> amount =
        random.nextBoolean()
            ? Optional.empty()
            : Optional.of(new Money(1 + random.nextInt((int) PRICE), "IDR"));
    return new Wanted("k" + random.nextInt(30), amount, List.of(), "asked", "admin");
  }

  private Optional<Payment> anyPayment() {
    List<Payment> all = open.look(books -> books.payments().toList());
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(random.nextInt(all.size())));
  }

  private Optional<Refund> anyPayout() {
    return open.look(
        books ->
            books
                .refunds()
                .filter(r -> r.channel() == RefundChannel.PAYOUT && r.state().isOpen())
                .findFirst());
  }

  /** Of what is too much: for what isn't enough the rest may come yet. */
  private Optional<Suspense> anySuspense() {
    return open.look(
        books ->
            books.suspense().stream()
                .filter(item -> item.isOpen() && item.reason().equals("OVERPAID"))
                .findFirst());
  }

  private void resolve(Suspense item) {
    Outcome outcome = random.nextBoolean() ? Outcome.RETURNED : Outcome.KEPT;
    attempt(open.books.make(Suspenses.resolve(item.id(), outcome, "seen", "admin")));
  }

  private void ticketing() {
    List<String> types =
        List.of(
            BookingFacts.PAID,
            BookingFacts.PAID,
            BookingFacts.CANCELLED,
            BookingFacts.EXPIRED,
            BookingFacts.REFUNDED);
    if (random.nextInt(6) == 0) {
      long payment = anyPayment().map(Payment::id).orElse(1L);
      open.ticketingTells(
          RefusedPaymentFacts.REFUSED, new RefusedPaymentFacts("b1", payment, "SOLD_OUT"));
    } else {
      open.ticketingTells(types.get(random.nextInt(types.size())), booking(anyPayment()));
    }
  }

  private BookingFacts booking(Optional<Payment> payment) {
    Money price = new Money(PRICE, "IDR");
    return new BookingFacts(
        booking(),
        "e1",
        7,
        "siti",
        "PAID",
        List.of(),
        price,
        clock.instant(),
        Optional.empty(),
        false,
        payment.filter(Payment::counted).map(Payment::id),
        Optional.empty(),
        Optional.empty());
  }

  /** It is told once, and its refunds are sent again later on. */
  private void eventIsOff() {
    attempt(open.books.refundEvent("e0", random.nextBoolean()));
    open.eventTells(
        EventFacts.CHANGED,
        new EventFacts(
            "e0",
            "Concert",
            clock.instant(),
            Optional.empty(),
            "cancelled",
            Optional.empty(),
            Optional.empty(),
            "Asia/Jakarta",
            Optional.empty(),
            Optional.empty(),
            false,
            Optional.empty(),
            Optional.empty()));
    open.eventRefunds.look();
  }

  /** Nobody refuses or loses anything any more, and payouts are made. */
  private void askUntilAllIsKnown() {
    gateway.lost = 0;
    for (int round = 0; round < 30; round++) {
      clock.advance(Duration.ofHours(25));
      for (Payment payment : open.look(books -> books.payments().toList())) {
        attempt(open.reconciler.ask(payment.id()));
      }
      open.books.refundsDue(clock.instant()).forEach(id -> attempt(open.refunds.send(id)));
      check(open.look(FrozenBooks::of));
    }
  }

  private void check(Snapshot all) {
    assertEquals(0, all.balances().stream().mapToLong(Balance::minor).sum());
    List<Long> numbers = all.postings().map(Posting::number).toList();
    assertEquals(LongStream.rangeClosed(1, numbers.size()).boxed().toList(), numbers);
    assertEquals(
        all.postings().flatMap(p -> p.lines().stream()).mapToLong(l -> l.minor()).sum(), 0);
    assertEquals(
        -sum(all, refund -> refund.state().isOpen()),
        balance(all, LedgerAccount.REFUNDS_PAYABLE.name()));
    assertEquals(
        all.payments().mapToLong(p -> p.received().minor() + p.fee().minor()).sum()
            - sum(all, refund -> refund.state() == RefundState.SUCCEEDED && isAtGateway(refund))
            - gone(all),
        balance(all, "clearing:midtrans"));
    assertEquals(
        -all.payments().mapToLong(p -> p.fee().minor()).sum(),
        balance(all, LedgerAccount.FEES.name()));
    assertEquals(
        -all.suspense().stream()
            .filter(Suspense::isOpen)
            .mapToLong(item -> item.amount().minor())
            .sum(),
        balance(all, LedgerAccount.SUSPENSE.name()));
    all.payments().forEach(payment -> check(all, payment));
    checkReport(all);
  }

  /** What was too much, and a bank took back. */
  private static long gone(Snapshot all) {
    return all.suspense().stream()
        .filter(Suspense::isGone)
        .mapToLong(item -> item.amount().minor())
        .sum();
  }

  private static boolean isAtGateway(Refund refund) {
    return refund.channel() != RefundChannel.PAYOUT;
  }

  private void check(Snapshot all, Payment payment) {
    long given =
        sum(
            all,
            r ->
                r.paymentId() == payment.id()
                    && r.state() == RefundState.SUCCEEDED
                    && r.channel() != RefundChannel.ELSEWHERE);
    assertTrue(given <= payment.amount().minor());
    assertEquals(
        payment.refunded().minor(),
        sum(all, r -> r.paymentId() == payment.id() && r.state() == RefundState.SUCCEEDED));
    long counted =
        all.payments().filter(p -> p.orderId() == payment.orderId() && p.counted()).count();
    assertTrue(counted <= 1);
    assertEquals(counted * PRICE, all.order(payment.orderId()).orElseThrow().paid().minor());
  }

  private static void checkReport(Snapshot all) {
    ReportPeriod ever = new ReportPeriod(Optional.empty(), Optional.empty(), ZoneOffset.UTC);
    for (MoneyGrouping grouping : MoneyGrouping.values()) {
      long net =
          RevenueReport.of(all, grouping, ever).stream()
              .mapToLong(RevenueReport.Row::netMinor)
              .sum();
      long there = balance(all, "clearing:midtrans") + balance(all, "payouts");
      assertEquals(there + balance(all, "fees"), net);
    }
  }

  private static long sum(Snapshot all, Predicate<Refund> which) {
    return all.refunds().filter(which).mapToLong(refund -> refund.amount().minor()).sum();
  }

  private static long balance(Snapshot all, String account) {
    return all.balances().stream()
        .filter(balance -> balance.account().equals(account))
        .mapToLong(Balance::minor)
        .sum();
  }
}
