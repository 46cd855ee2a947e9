package id.tixgo.payment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tixgo.common.money.Money;
import id.tixgo.common.problem.Problem;
import id.tixgo.common.scope.Deadline;
import id.tixgo.common.test.Eventually;
import id.tixgo.common.test.MutableClock;
import id.tixgo.payment.domain.GatewayRefund;
import id.tixgo.payment.domain.GatewayState;
import id.tixgo.payment.domain.MoneyGrouping;
import id.tixgo.payment.domain.Order;
import id.tixgo.payment.domain.OrderStatus;
import id.tixgo.payment.domain.Payer;
import id.tixgo.payment.domain.Payment;
import id.tixgo.payment.domain.PaymentMethod;
import id.tixgo.payment.domain.PaymentState;
import id.tixgo.payment.domain.Refund;
import id.tixgo.payment.domain.RefundChannel;
import id.tixgo.payment.domain.RefundState;
import id.tixgo.payment.domain.Refunds;
import id.tixgo.payment.domain.Refunds.Wanted;
import id.tixgo.payment.domain.ReportPeriod;
import id.tixgo.payment.domain.RevenueReport;
import id.tixgo.payment.domain.TopUps.Asked;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Top-ups that are taken back, refused or never paid, and refunds that wallets don't take. */
class WalletRulesTest {
  private static final Money PRICE = new Money(1000, "IDR");

  private final MutableClock clock = new MutableClock(Instant.parse("2030-01-01T00:00:30.250Z"));
  private final ScriptedRefunds gateway = new ScriptedRefunds();
  private final ScriptedWallets wallets = new ScriptedWallets();
  private OpenBooks open;

  @BeforeEach
  void open() {
    open = new OpenBooks(OpenBooks.newFolder(), List.of(gateway, wallets), clock);
  }

  @AfterEach
  void close() {
    open.close();
  }

  private Payment begin(String reference) {
    Asked asked =
        new Asked(
            reference,
            new Payer(7, "siti"),
            PRICE,
            Optional.of(PaymentMethod.QRIS),
            Optional.of("midtrans"),
            Optional.empty());
    return open.topUps.begin(asked, Deadline.in(1000)).await();
  }

  private Payment paid() {
    Payment begun = begin("t1");
    gateway.state = GatewayState.PAID;
    return open.reconciler.ask(begun.id()).await();
  }

  private Order order(Payment payment) {
    return open.books.order(payment.orderId()).orElseThrow();
  }

  private static String reason(Order order) {
    return order.end().map(Order.End::reason).orElse("");
  }

  private Payment now(Payment payment) {
    return open.books.payment(payment.id()).orElseThrow();
  }

  private void lookUntilNothingIsDue() {
    clock.advance(Duration.ofMinutes(2));
    open.credits.look();
    Eventually.await("nothing is due", () -> open.books.creditsDue().isEmpty());
    open.books.refundsDue(clock.instant()).forEach(id -> open.refunds.send(id).await());
  }

  /** Wallet's answer gets lost. */
  private void askSilently() {
    wallets.isSilent = true;
    open.credits.look();
    Eventually.await("it was asked", () -> wallets.calls.equals(List.of("topup")));
    wallets.isSilent = false;
  }

  private void takeBack(Payment payment) {
    gateway.state = GatewayState.CHARGED_BACK;
    assertEquals(PaymentState.CHARGED_BACK, open.reconciler.ask(payment.id()).await().state());
  }

  @Test
  void whatABankTakesBackFromAWalletShouldBeInNoReportOfRevenue() {
    Payment topUp = paid();
    lookUntilNothingIsDue();
    assertTrue(order(topUp).fulfilled());
    takeBack(topUp);
    ReportPeriod ever = new ReportPeriod(Optional.empty(), Optional.empty(), ZoneOffset.UTC);
    Stream.of(MoneyGrouping.values())
        .map(grouping -> open.look(all -> RevenueReport.of(all, grouping, ever)))
        .forEach(rows -> assertEquals(List.of(), rows));
  }

  /** It came into the wallet before, without an answer. */
  @Test
  void whatIsTakenBackBeforeItIsKnownToBeThereShouldBeFoundOut() {
    Payment topUp = paid();
    askSilently();
    takeBack(topUp);
    lookUntilNothingIsDue();
    assertTrue(order(topUp).fulfilled());
    assertEquals(List.of("topup", "give-up"), wallets.calls);
    assertEquals(0, clearing());
  }

  private long clearing() {
    return open.look(all -> all.balances()).stream()
        .filter(balance -> balance.account().equals("clearing:wallet"))
        .mapToLong(balance -> balance.minor())
        .sum();
  }

  @Test
  void whatIsTakenBackBeforeItComesShouldNeverCome() {
    Payment topUp = paid();
    wallets.isClosed = true;
    askSilently();
    takeBack(topUp);
    lookUntilNothingIsDue();
    assertFalse(order(topUp).fulfilled());
    assertEquals(List.of("topup", "give-up"), wallets.calls);
    assertEquals(0, clearing());
  }

  /** At the gateway's own desk, while Wallet is away. */
  @Test
  void ofWhichSomeIsBackAllShouldGoBack() {
    Payment topUp = paid();
    gateway.refunds.add(seen("desk", 1));
    open.reconciler.ask(topUp.id()).await();
    lookUntilNothingIsDue();
    assertEquals(List.of("give-up"), wallets.calls);
    assertEquals("TOPUP_REFUSED", reason(order(topUp)));
    assertEquals(PRICE, now(topUp).refunded());
  }

  private static GatewayRefund seen(String key, long minor) {
    return new GatewayRefund(
        key,
        Optional.empty(),
        new Money(minor, "IDR"),
        GatewayRefund.State.SUCCEEDED,
        Optional.empty());
  }

  private Wanted wanted(String key, long minor, Optional<RefundChannel> way) {
    Optional<Money> amount = Optional.of(new Money(minor, "IDR"));
    return new Wanted(key, amount, List.of(), "asked", "admin", way);
  }

  @Test
  void whatIsNotThereYetShouldGoBackOnRequest() {
    Payment topUp = paid();
    Refund part = open.refunds.request(topUp.id(), wanted("k", 300, Optional.empty())).await();
    assertEquals(RefundState.SUCCEEDED, part.state());
    assertEquals("TOPUP_REFUSED", reason(order(topUp)));
    lookUntilNothingIsDue();
    assertEquals(List.of("give-up"), wallets.calls);
    assertEquals(PRICE, now(topUp).refunded());
  }

  /** It would be lost between the two. */
  @Test
  void whatTheGatewayDoesNotGiveBackShouldBePaidOut() {
    Payment topUp = paid();
    gateway.refuses = true;
    open.refunds.request(topUp.id(), wanted("k", 1000, Optional.empty())).await();
    assertEquals(List.of(1000L), payouts());
  }

  private List<Long> payouts() {
    return open.look(
        all ->
            all.refunds()
                .filter(refund -> refund.channel() == RefundChannel.PAYOUT)
                .map(refund -> refund.amount().minor())
                .toList());
  }

  @Test
  void whatIsThereShouldNotGoBackOnRequest() {
    Payment topUp = paid();
    askSilently();
    assertEquals("IN_THE_WALLET", refusal(topUp, 1000));
    assertTrue(order(topUp).fulfilled());
    assertEquals(0, now(topUp).refunded().minor());
  }

  @Test
  void whatWalletDoesNotTellOfShouldStayDue() {
    Payment topUp = paid();
    wallets.isSilent = true;
    assertEquals("UPSTREAM_UNREACHABLE", refusal(topUp, 1000));
    wallets.isSilent = false;
    assertEquals("REFUND_EXCEEDS_PAYMENT", refusal(topUp, 1001));
    assertEquals(List.of(topUp.orderId()), open.books.creditsDue());
  }

  private String refusal(Payment payment, long minor) {
    Wanted wanted = wanted("k", minor, Optional.empty());
    return assertThrows(Problem.class, () -> open.refunds.request(payment.id(), wanted).await())
        .code();
  }

  /** The gateway's time is over a minute before ours, and nobody asks it any more. */
  @Test
  void whatNobodyPaysShouldEnd() {
    Payment topUp = begin("t1");
    clock.advance(Duration.ofMinutes(59));
    gateway.state = GatewayState.EXPIRED;
    assertEquals(PaymentState.EXPIRED, open.reconciler.ask(topUp.id()).await().state());
    open.reconciler.look();
    assertEquals(OrderStatus.CONFIRMED, order(topUp).status());
    clock.advance(Duration.ofSeconds(61));
    open = open.restarted();
    open.reconciler.look();
    Eventually.await("it ends", () -> reason(order(topUp)).equals("TOPUP_EXPIRED"));
  }

  @Test
  void whatNoGatewayTakesShouldEnd() {
    gateway.refusesPayments = true;
    Payment topUp = begin("t1");
    assertEquals(PaymentState.FAILED, topUp.state());
    clock.advance(Duration.ofHours(1));
    open.reconciler.look();
    Eventually.await("it ends", () -> reason(order(topUp)).equals("TOPUP_EXPIRED"));
  }

  @Test
  void aUserShouldNotBeginOneAfterTheOther() {
    IntStream.range(0, 100).forEach(i -> begin("t" + i));
    assertEquals("TOO_MANY_PENDING", assertThrows(Problem.class, () -> begin("t100")).code());
    assertEquals(PaymentState.PENDING, begin("t7").state());
    clock.advance(Duration.ofHours(1));
    gateway.state = GatewayState.EXPIRED;
    open.reconciler.look();
    Eventually.await("there is room", this::isBegun);
  }

  private boolean isBegun() {
    try {
      return begin("t100").id() > 0;
    } catch (Problem full) {
      return false;
    }
  }

  private Payment sold() {
    gateway.state = GatewayState.PENDING;
    Payment begun = open.attempt("b1", PRICE);
    gateway.state = GatewayState.PAID;
    return open.reconciler.ask(begun.id()).await();
  }

  /** Nobody knows whether the wallet has it; then it went back at the gateway's own desk. */
  @Test
  void whatIsBackElsewhereShouldNotBePaidOutAsWell() {
    Payment sold = sold();
    wallets.isSilent = true;
    Refund lost = open.refunds.request(sold.id(), toWallet(1000)).await();
    assertEquals(RefundState.UNKNOWN, lost.state());
    gateway.refunds.add(seen("desk", 1000));
    open.reconciler.ask(sold.id()).await();
    wallets.isSilent = false;
    wallets.isClosed = true;
    clock.advance(Duration.ofMinutes(1));
    assertEquals(RefundState.FAILED, open.refunds.send(lost.id()).await().state());
    assertEquals(List.of(), payouts());
  }

  private Wanted toWallet(long minor) {
    return wanted("k", minor, Optional.of(RefundChannel.WALLET));
  }

  @Test
  void aPromiseThatIsOvertakenShouldNotBePaidOut() {
    Payment sold = sold();
    Refunds rules = new Refunds((payment, whole) -> RefundChannel.WALLET);
    open.books.make((desk, now) -> rules.request(desk, sold, toWallet(1000), now)).await();
    gateway.refunds.add(seen("desk", 400));
    assertEquals(400, open.reconciler.ask(sold.id()).await().refunded().minor());
    assertEquals(List.of(), payouts());
  }

  /** What somebody wanted back goes back, and no more of it by itself when another one fails. */
  @Test
  void whatAWalletRefusesShouldStayWhatSomebodyWanted() {
    Payment sold = sold();
    wallets.isClosed = true;
    Refund instead = open.refunds.request(sold.id(), toWallet(300)).await();
    assertEquals("admin", instead.by());
    gateway.refuses = true;
    open.refunds.request(sold.id(), wanted("k2", 100, Optional.empty())).await();
    assertEquals(List.of(300L), payouts());
  }
}
