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
import id.tixgo.payment.domain.Offer;
import id.tixgo.payment.domain.Order;
import id.tixgo.payment.domain.OrderLine;
import id.tixgo.payment.domain.Payer;
import id.tixgo.payment.domain.Payment;
import id.tixgo.payment.domain.PaymentMethod;
import id.tixgo.payment.domain.Reconciliation;
import id.tixgo.payment.domain.RefundChannel;
import id.tixgo.payment.domain.Refunds;
import id.tixgo.payment.domain.Refunds.Wanted;
import id.tixgo.payment.domain.ServiceType;
import id.tixgo.payment.domain.TopUpCredits;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random histories of payments from wallets, refunds and top-ups, with requests that get lost or
 * come late, lost answers and crashes: the ledger's sum is zero at any look, no order is paid
 * twice, and in the end the ledger has what the wallets say.
 */
class WalletMoneyTest {
  private static final int STEPS = 200;
  private static final Money PRICE = new Money(1000, "IDR");

  private final MutableClock clock = new MutableClock(Instant.parse("2030-01-01T00:00:00Z"));
  private Random random;
  private RandomWallets wallets;
  private OpenBooks open;
  private TopUpCredits credits;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void theLedgerShouldBeWhatTheWalletsSay(long seed) {
    random = new Random(seed);
    wallets = new RandomWallets(random);
    use(new OpenBooks(OpenBooks.newFolder(), wallets, clock));
    try {
      for (int step = 0; step < STEPS; step++) {
        step();
        check(open.look(FrozenBooks::of));
      }
      askUntilAllIsKnown();
      open.look(FrozenBooks::of).payments().forEach(p -> assertFalse(p.state().isOpen()));
      assertEquals(wallets.cash(), open.look(WalletMoneyTest::clearing));
      Reconciliation.of(open.look(FrozenBooks::of))
          .gateways()
          .forEach(row -> assertEquals(row.said(), row.clearing()));
    } finally {
      open.close();
    }
  }

  private void use(OpenBooks opened) {
    open = opened;
    credits =
        new TopUpCredits(
            open.books, wallets, new Refunds((payment, whole) -> RefundChannel.GATEWAY), clock);
  }

  private void step() {
    switch (random.nextInt(10)) {
      case 0, 1, 2, 3 -> attempt(open.checkout.pay(offer(), choice(), Deadline.in(100)));
      case 4, 5 -> later(Duration.ofSeconds(random.nextInt(40)));
      case 6 -> wallets.arrive();
      case 7 -> anyPayment().ifPresent(p -> attempt(open.refunds.request(p.id(), wanted())));
      case 8 -> use(open.crashed());
      default -> use(random.nextBoolean() ? open.restarted() : open.compacted());
    }
  }

  private void later(Duration time) {
    clock.advance(time);
    open.books.paymentsDue(clock.instant()).forEach(id -> attempt(open.reconciler.ask(id)));
    open.books.refundsDue(clock.instant()).forEach(id -> attempt(open.refunds.send(id)));
    credits.look();
  }

  private static void attempt(Future<?> step) {
    try {
      step.await();
    } catch (Problem refused) {
      assertTrue(refused.code().matches("[A-Z_]+"));
    }
  }

  private Offer offer() {
    ServiceType type = random.nextInt(3) == 0 ? ServiceType.TOPUP : ServiceType.EVENT;
    return new Offer(
        type,
        "s" + random.nextInt(12),
        new Payer(7, "siti"),
        List.of(new OrderLine("t1", "Regular", 1, PRICE)),
        PRICE,
        Optional.empty(),
        clock.instant().plusSeconds(900));
  }

  private static Choice choice() {
    return new Choice(PaymentMethod.WALLET, Optional.empty(), Optional.empty());
  }

  private Wanted wanted() {
    Optional<Money> amount =
        Optional.of(new Money(1 + random.nextInt(1000), "IDR"))
            .filter(some -> random.nextBoolean());
    return new Wanted("k" + random.nextInt(20), amount, List.of(), "asked", "admin");
  }

  private Optional<Payment> anyPayment() {
    List<Payment> all = open.look(books -> books.payments().toList());
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(random.nextInt(all.size())));
  }

  private void askUntilAllIsKnown() {
    wallets.lost = 0;
    for (int round = 0; round < 10; round++) {
      later(Duration.ofHours(25));
      wallets.arrive();
    }
    while (!open.books.creditsDue().isEmpty()) {
      later(Duration.ofHours(1));
    }
  }

  private static void check(Snapshot all) {
    assertEquals(0, all.balances().stream().mapToLong(Balance::minor).sum());
    all.payments().forEach(payment -> check(all, payment));
  }

  private static void check(Snapshot all, Payment payment) {
    Order order = all.order(payment.orderId()).orElseThrow();
    assertTrue(payment.refunded().minor() <= payment.amount().minor());
    assertTrue(all.payments().filter(p -> p.orderId() == order.id() && p.counted()).count() <= 1);
    assertFalse(order.isTopUp() && order.fulfilled() && order.refunded().minor() > 0);
  }

  private static long clearing(Snapshot all) {
    return all.balances().stream()
        .filter(balance -> balance.account().equals("clearing:wallet"))
        .mapToLong(Balance::minor)
        .sum();
  }
}
