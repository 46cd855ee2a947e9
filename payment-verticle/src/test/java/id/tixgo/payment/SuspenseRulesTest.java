package id.tixgo.payment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.tixgo.common.money.Money;
import id.tixgo.common.test.MutableClock;
import id.tixgo.payment.domain.Books.Balance;
import id.tixgo.payment.domain.GatewayRefund;
import id.tixgo.payment.domain.GatewayState;
import id.tixgo.payment.domain.Payment;
import id.tixgo.payment.domain.PaymentState;
import id.tixgo.payment.domain.Reconciliation;
import id.tixgo.payment.domain.Reconciliation.GatewayRow;
import id.tixgo.payment.domain.Suspense;
import id.tixgo.payment.domain.Suspense.Outcome;
import id.tixgo.payment.domain.Suspenses;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Money that is too little, too much, or taken back, and what people have made of it before. */
class SuspenseRulesTest {
  private final MutableClock clock = new MutableClock(Instant.parse("2030-01-01T00:00:00Z"));
  private final ScriptedRefunds gateway = new ScriptedRefunds();
  private OpenBooks open;
  private long payment;

  @BeforeEach
  void begin() {
    open = new OpenBooks(OpenBooks.newFolder(), gateway, clock);
    payment = open.attempt("b1", new Money(1000, "IDR")).id();
  }

  /** Whatever happened, what the gateway said is what the ledger has. */
  @AfterEach
  void close() {
    for (GatewayRow row : open.look(Reconciliation::of).gateways()) {
      assertEquals(row.said(), row.clearing());
    }
    assertEquals(
        -open().stream().mapToLong(item -> item.amount().minor()).sum(), balance("suspense"));
    open.close();
  }

  private Payment told(GatewayState state, long paid) {
    gateway.state = state;
    gateway.paid = Optional.of(paid);
    return open.reconciler.ask(payment).await();
  }

  private List<Suspense> open() {
    return open.look(all -> all.suspense().stream().filter(Suspense::isOpen).toList());
  }

  private void resolve(Outcome outcome) {
    open.books.make(Suspenses.resolve(open().get(0).id(), outcome, "seen", "admin")).await();
  }

  private long balance(String account) {
    return open.look(
        all ->
            all.balances().stream()
                .filter(balance -> balance.account().equals(account))
                .mapToLong(Balance::minor)
                .sum());
  }

  @Test
  void whatGrowsAfterItWasResolvedShouldBeToldWithTheNewRestAlone() {
    told(GatewayState.PAID, 1150);
    resolve(Outcome.RETURNED);
    told(GatewayState.PAID, 1200);
    assertEquals(List.of(50L), open().stream().map(item -> item.amount().minor()).toList());
    assertEquals(-1000, balance("buyers"));
  }

  @Test
  void whatWasGivenBackShouldNotPay() {
    told(GatewayState.PENDING, 400);
    resolve(Outcome.RETURNED);
    Payment short600 = told(GatewayState.PAID, 1000);
    assertEquals(PaymentState.PENDING, short600.state());
    assertEquals(600, open().get(0).amount().minor());
    assertEquals(PaymentState.PAID, told(GatewayState.PAID, 1400).state());
    assertEquals(-1000, balance("buyers"));
  }

  @Test
  void whatWasGivenBackByHandAndIsTakenBackByTheBankShouldBeLost() {
    told(GatewayState.PENDING, 400);
    resolve(Outcome.RETURNED);
    told(GatewayState.PAID, 1000);
    told(GatewayState.CHARGED_BACK, 1000);
    told(GatewayState.CHARGED_BACK, 1000);
    assertEquals(0, balance("clearing:midtrans"));
    assertEquals(List.of("REFUNDED_TWICE"), open().stream().map(Suspense::reason).toList());
  }

  @Test
  void oneLessAndAnotherCurrencyShouldPayNothing() {
    gateway.currency = "USD";
    assertEquals(PaymentState.PENDING, told(GatewayState.PAID, 1000).state());
    gateway.currency = "IDR";
    assertEquals(PaymentState.PENDING, told(GatewayState.PAID, 999).state());
    assertEquals(
        List.of("CURRENCY_DIFFERS", "UNDERPAID"), open().stream().map(Suspense::reason).toList());
    assertEquals(0, balance("buyers"));
  }

  @Test
  void theFeeOfAReversedPaymentShouldLeaveTheFees() {
    gateway.fee = 10;
    told(GatewayState.PAID, 1000);
    assertEquals(-10, balance("fees"));
    assertEquals(PaymentState.REVERSED, told(GatewayState.DENIED, 0).state());
    assertEquals(PaymentState.REVERSED, told(GatewayState.DENIED, 0).state());
    assertEquals(0, balance("fees"));
    assertEquals(0, balance("clearing:midtrans"));
  }

  @Test
  void theFeeOfARefundedPaymentShouldStay() {
    gateway.fee = 10;
    told(GatewayState.PAID, 1000);
    tells("desk-1", 1000);
    told(GatewayState.PAID, 1000);
    assertEquals(-10, balance("fees"));
    assertEquals(10, balance("clearing:midtrans"));
  }

  @Test
  void whatABankTakesAfterItWasGivenBackShouldBeLookedAt() {
    told(GatewayState.PAID, 1150);
    resolve(Outcome.RETURNED);
    told(GatewayState.CHARGED_BACK, 1150);
    told(GatewayState.CHARGED_BACK, 1150);
    assertEquals(List.of("REFUNDED_TWICE"), open().stream().map(Suspense::reason).toList());
    assertEquals(0, balance("clearing:midtrans"));
  }

  @Test
  void whatIsChargedBackBeforeItWasKnownShouldBeNoMoney() {
    told(GatewayState.CHARGED_BACK, 1000);
    assertEquals(0, told(GatewayState.CHARGED_BACK, 1000).refunded().minor());
    assertEquals(0, balance("clearing:midtrans"));
  }

  /** As Midtrans tells of a part that a bank took. */
  @Test
  void aPartThatABankTookShouldCountAlone() {
    told(GatewayState.PAID, 1000);
    tells("CHARGED_BACK", 300);
    Payment left = told(GatewayState.PAID, 1000);
    assertEquals("PARTIALLY_REFUNDED", left.status());
    assertEquals(700, balance("clearing:midtrans"));
    gateway.refunds.clear();
    assertEquals(1000, told(GatewayState.CHARGED_BACK, 1000).refunded().minor());
    assertEquals(0, balance("clearing:midtrans"));
  }

  /** Midtrans may first tell the sum alone, and list what the bank took by its number later. */
  @Test
  void aPartThatGetsItsNameLaterShouldCountOnce() {
    told(GatewayState.PAID, 1000);
    tells("CHARGED_BACK-300", 300);
    told(GatewayState.PAID, 1000);
    gateway.refunds.clear();
    tells("midtrans-7", 300);
    assertEquals(300, told(GatewayState.PAID, 1000).refunded().minor());
    tells("CHARGED_BACK-500", 200);
    assertEquals(500, told(GatewayState.PAID, 1000).refunded().minor());
    assertEquals(500, told(GatewayState.PAID, 1000).refunded().minor());
  }

  private void tells(String key, long amount) {
    gateway.refunds.add(
        new GatewayRefund(
            key,
            Optional.empty(),
            new Money(amount, "IDR"),
            GatewayRefund.State.SUCCEEDED,
            Optional.of(key)));
  }
}
