package id.tixgo.payment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tixgo.common.money.Money;
import id.tixgo.common.problem.Problem;
import id.tixgo.common.scope.Deadline;
import id.tixgo.common.test.MutableClock;
import id.tixgo.payment.domain.Books.Balance;
import id.tixgo.payment.domain.Books.Snapshot;
import id.tixgo.payment.domain.Checkout.Choice;
import id.tixgo.payment.domain.MoneyGrouping;
import id.tixgo.payment.domain.Offer;
import id.tixgo.payment.domain.Order;
import id.tixgo.payment.domain.OrderLine;
import id.tixgo.payment.domain.Payer;
import id.tixgo.payment.domain.Payment;
import id.tixgo.payment.domain.PaymentMethod;
import id.tixgo.payment.domain.Posting;
import id.tixgo.payment.domain.Reconciliation;
import id.tixgo.payment.domain.RefundChannel;
import id.tixgo.payment.domain.Refunds.Wanted;
import id.tixgo.payment.domain.ReportPeriod;
import id.tixgo.payment.domain.RevenueReport;
import id.tixgo.payment.domain.ServiceType;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random histories of payments from wallets and elsewhere, refunds and top-ups, with banks that
 * take money back, closed wallets, requests that get lost or come late, lost answers and crashes:
 * the ledger's sum is zero at any look, no order is paid twice, reports say what the ledger has,
 * and in the end it has what the wallets say but for what banks took back later.
 */
class WalletMoneyTest {
  private static final int STEPS = 200;
  private static final Money PRICE = new Money(1000, "IDR");

  private final MutableClock clock = new MutableClock(Instant.parse("2030-01-01T00:00:00Z"));
  private Random random;
  private RandomWallets wallets;
  private RandomGateway bank;
  private OpenBooks open;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void theLedgerShouldBeWhatTheWalletsSay(long seed) {
    random = new Random(seed);
    wallets = new RandomWallets(random);
    bank = new RandomGateway(random);
    open = new OpenBooks(OpenBooks.newFolder(), List.of(bank, wallets), clock);
    try {
      for (int step = 0; step < STEPS; step++) {
        step();
        check(open.look(FrozenBooks::of));
      }
      askUntilAllIsKnown();
      checkEnd(open.look(FrozenBooks::of));
    } finally {
      open.close();
    }
  }

  private void step() {
    switch (random.nextInt(12)) {
      case 0, 1, 2, 3 -> attempt(pay());
      case 4, 5 -> later(Duration.ofSeconds(random.nextInt(40)));
      case 6 -> wallets.arrive();
      case 7 -> anyPayment().ifPresent(p -> attempt(open.refunds.request(p.id(), wanted())));
      case 8, 9 -> bank.happens();
      case 10 -> open = open.crashed();
      default -> open = random.nextBoolean() ? open.restarted() : open.compacted();
    }
  }

  private Future<Payment> pay() {
    ServiceType type = random.nextInt(2) == 0 ? ServiceType.TOPUP : ServiceType.EVENT;
    boolean isFromWallet = type == ServiceType.EVENT && random.nextBoolean();
    PaymentMethod method = isFromWallet ? PaymentMethod.WALLET : PaymentMethod.QRIS;
    Choice choice = new Choice(method, Optional.empty(), Optional.empty());
    return open.checkout.pay(offer(type), choice, Optional.empty(), Deadline.in(100));
  }

  private Offer offer(ServiceType type) {
    return new Offer(
        type,
        "s" + random.nextInt(12),
        new Payer(7, "siti"),
        List.of(new OrderLine("t1", "Regular", 1, PRICE)),
        PRICE,
        Optional.empty(),
        clock.instant().plusSeconds(900));
  }

  private void later(Duration time) {
    clock.advance(time);
    open.books.paymentsDue(clock.instant()).forEach(id -> attempt(open.reconciler.ask(id)));
    open.books.refundsDue(clock.instant()).forEach(id -> attempt(open.refunds.send(id)));
    open.credits.look();
  }

  private static void attempt(Future<?> step) {
    try {
      step.await();
    } catch (Problem refused) {
      assertTrue(refused.code().matches("[A-Z_]+"));
    }
  }

  private Wanted wanted() {
    Optional<Money> amount =
        Optional.of(new Money(1 + random.nextInt(1000), "IDR"))
            .filter(some -> random.nextBoolean());
    Optional<RefundChannel> way =
        Optional.of(RefundChannel.WALLET).filter(some -> random.nextBoolean());
    return new Wanted("k" + random.nextInt(20), amount, List.of(), "asked", "admin", way);
  }

  private Optional<Payment> anyPayment() {
    List<Payment> all = open.look(books -> books.payments().toList());
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(random.nextInt(all.size())));
  }

  /** A gateway that nobody tells of news is asked about what is over, too. */
  private void askUntilAllIsKnown() {
    wallets.lost = 0;
    bank.lost = 0;
    for (int round = 0; round < 10; round++) {
      later(Duration.ofHours(25));
      open.look(books -> books.payments().toList())
          .forEach(payment -> attempt(open.reconciler.ask(payment.id())));
      wallets.arrive();
    }
    while (!open.books.creditsDue().isEmpty()) {
      later(Duration.ofHours(1));
    }
  }

  private static void check(Snapshot all) {
    assertEquals(0, all.balances().stream().mapToLong(Balance::minor).sum());
    all.payments()
        .filter(Payment::counted)
        .collect(Collectors.groupingBy(Payment::orderId, Collectors.counting()))
        .values()
        .forEach(counted -> assertEquals(1L, counted));
    Stream.of(MoneyGrouping.values()).forEach(grouping -> report(all, grouping));
    assertEquals(movedBySales(all), reported(all));
  }

  private static List<RevenueReport.Row> report(Snapshot all, MoneyGrouping grouping) {
    ReportPeriod ever = new ReportPeriod(Optional.empty(), Optional.empty(), ZoneOffset.UTC);
    return RevenueReport.of(all, grouping, ever);
  }

  /** What each gateway's row says that is there. */
  private static Map<String, Long> reported(Snapshot all) {
    return report(all, MoneyGrouping.GATEWAY).stream()
        .filter(row -> !row.key().equals("payouts"))
        .collect(
            Collectors.toMap(
                row -> "clearing:" + row.key(),
                row -> row.gross().minor() - row.refunds().minor(),
                Long::sum,
                TreeMap::new));
  }

  /** The same of each clearing account, by what isn't of a top-up. */
  private static Map<String, Long> movedBySales(Snapshot all) {
    return all.postings()
        .filter(posting -> !order(all, posting).isTopUp())
        .flatMap(posting -> posting.lines().stream())
        .filter(line -> line.account().isClearing())
        .collect(
            Collectors.toMap(
                line -> line.account().name(), Posting.Line::minor, Long::sum, TreeMap::new));
  }

  private static Order order(Snapshot all, Posting posting) {
    Payment payment = all.payment(posting.paymentId().orElseThrow()).orElseThrow();
    return all.order(payment.orderId()).orElseThrow();
  }

  private void checkEnd(FrozenBooks all) {
    all.payments()
        .filter(payment -> payment.gateway().equals("wallet"))
        .forEach(payment -> assertFalse(payment.state().isOpen()));
    all.idToOrder().values().stream()
        .filter(Order::isTopUp)
        .forEach(order -> assertEquals(order.fulfilled(), wallets.has(order.number() + "-topup")));
    assertEquals(wallets.cash() + unpaid(all), clearing(all, "wallet"));
    assertEquals(bank.cash(), clearing(all, "midtrans"));
    Reconciliation.of(all).gateways().stream()
        .filter(row -> row.gateway().equals("wallet"))
        .forEach(row -> assertEquals(row.said() + unpaid(all), row.clearing()));
  }

  /** What is in wallets though a bank has taken it back. */
  private static long unpaid(FrozenBooks all) {
    return all.idToOrder().values().stream()
        .filter(order -> order.isTopUp() && order.fulfilled())
        .mapToLong(order -> order.refunded().minor())
        .sum();
  }

  private static long clearing(Snapshot all, String gateway) {
    return all.balances().stream()
        .filter(balance -> balance.account().equals("clearing:" + gateway))
        .mapToLong(Balance::minor)
        .sum();
  }
}
