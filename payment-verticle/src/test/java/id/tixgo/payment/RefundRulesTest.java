package id.tixgo.payment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import id.tixgo.common.clients.payment.PaymentFacts;
import id.tixgo.common.money.Money;
import id.tixgo.common.problem.Problem;
import id.tixgo.common.store.feed.FeedMessage;
import id.tixgo.common.test.MutableClock;
import id.tixgo.payment.domain.GatewayAnswer;
import id.tixgo.payment.domain.GatewayRefund;
import id.tixgo.payment.domain.GatewayState;
import id.tixgo.payment.domain.Payment;
import id.tixgo.payment.domain.PaymentState;
import id.tixgo.payment.domain.Refund;
import id.tixgo.payment.domain.RefundState;
import id.tixgo.payment.domain.Refunds.Wanted;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Refunds that fail, come late or are asked for again, and news that overtake each other. */
class RefundRulesTest {
  private static final Money PRICE = new Money(1000, "IDR");

  private final MutableClock clock = new MutableClock(Instant.parse("2030-01-01T00:00:00Z"));
  private final ScriptedRefunds gateway = new ScriptedRefunds();
  private OpenBooks open;
  private Payment paid;

  @BeforeEach
  void pay() {
    open = new OpenBooks(OpenBooks.newFolder(), gateway, clock);
    Payment begun = open.attempt("b1", PRICE);
    gateway.state = GatewayState.PAID;
    paid = open.reconciler.ask(begun.id()).await();
    assertEquals(PaymentState.PAID, paid.state());
  }

  @AfterEach
  void close() {
    open.close();
  }

  private Refund request(String key) {
    return open.refunds
        .request(
            paid.id(),
            new Wanted(key, Optional.of(new Money(300, "IDR")), List.of(), "asked", "admin"))
        .await();
  }

  @Test
  void aKeyWhoseFirstRefundFailedShouldStillBeOneRefund() {
    gateway.refuses = true;
    assertEquals(RefundState.FAILED, request("k").state());
    gateway.refuses = false;
    Refund second = request("k");
    assertEquals(RefundState.SUCCEEDED, second.state());
    assertEquals(second.id(), request("k").id());
    assertEquals(1, gateway.refunds.size());
  }

  @Test
  void whatAGatewayAnsweredShouldBeKeptAlsoWhenItRefused() {
    gateway.refuses = true;
    Refund refused = request("k");
    assertEquals(Optional.of("sealed {\"code\":\"412\"}"), refused.answer());
    gateway.refuses = false;
    assertEquals(Optional.of("sealed {}"), request("k").answer());
    gateway.refusesPayments = true;
    Payment other = open.attempt("b2", PRICE);
    assertEquals(PaymentState.FAILED, other.state());
    assertEquals(Optional.of("sealed {\"code\":\"402\"}"), other.answer());
  }

  @Test
  void oneThatFailedForUsAndIsBackShouldBeInTheBooks() {
    gateway.refuses = true;
    Refund failed = request("k");
    gateway.refunds.add(
        new GatewayRefund(
            failed.reference(),
            Optional.empty(),
            failed.amount(),
            GatewayRefund.State.SUCCEEDED,
            Optional.empty()));
    assertEquals(300, open.reconciler.ask(paid.id()).await().refunded().minor());
    assertEquals(300, open.reconciler.ask(paid.id()).await().refunded().minor());
  }

  @Test
  void partsShouldAddUpToTheWhole() {
    assertEquals(300, request("a").amount().minor());
    assertEquals(300, request("b").amount().minor());
    assertEquals(300, request("c").amount().minor());
    assertEquals("REFUND_EXCEEDS_PAYMENT", refusal("d"));
    Wanted rest = new Wanted("e", Optional.empty(), List.of(), "asked", "admin");
    assertEquals(100, open.refunds.request(paid.id(), rest).await().amount().minor());
    assertEquals("REFUND_EXCEEDS_PAYMENT", refusal("f"));
  }

  private String refusal(String key) {
    return assertThrows(Problem.class, () -> request(key)).code();
  }

  /** The same news a week later, after a restart. */
  @Test
  void whatIsToldAgainShouldBeNoNews() {
    open = open.restarted();
    clock.advance(Duration.ofDays(7));
    open.notices.take("midtrans", gateway.about(paid.reference())).await();
    Payment again = open.reconciler.ask(paid.id()).await();
    assertEquals(PaymentState.PAID, again.state());
    List<String> told = open.told().stream().map(FeedMessage::type).toList();
    assertEquals(1, Collections.frequency(told, PaymentFacts.CONFIRMED));
  }

  @Test
  void oneRefundShouldBeAskedForByOneCallAtATime() {
    Refund refund = request("k");
    open.refunds.send(refund.id()).await();
    open.reconciler.look();
    assertEquals(1, gateway.calls);
  }

  @Test
  void whatIsVoidedAtTheGatewaysDeskShouldBeTakenBack() {
    gateway.state = GatewayState.CANCELLED;
    Payment voided = open.reconciler.ask(paid.id()).await();
    assertEquals(PaymentState.REVERSED, voided.state());
    assertEquals(1000, voided.refunded().minor());
  }

  @Test
  void newsThatComeWhileAnAnswerIsOnItsWayShouldBeAskedFor() {
    var asked = open.books.payment(paid.id()).orElseThrow().ask();
    open.notices.take("midtrans", gateway.about(paid.reference())).await();
    GatewayAnswer old = gateway.known();
    open.books.make(gateway.settlement().apply(paid.id(), old, asked)).await();
    assertEquals(List.of(paid.id()), open.books.paymentsDue(clock.instant()));
    assertNotEquals(asked, open.books.payment(paid.id()).orElseThrow().ask());
  }

  @Test
  void oneWithoutAnAnswerShouldBeAskedForLaterAndLater() {
    gateway.silent = true;
    Refund refund = request("k");
    List<Duration> gaps = new ArrayList<>();
    for (int call = 1; call <= 4; call++) {
      Instant next = open.books.refund(refund.id()).orElseThrow().ask().at().orElseThrow();
      gaps.add(Duration.between(clock.instant(), next));
      clock.advance(gaps.get(call - 1));
      open.refunds.send(refund.id()).await();
    }
    assertEquals(List.of(5L, 30L, 60L, 300L), gaps.stream().map(Duration::toSeconds).toList());
    assertEquals(5, gateway.calls);
  }

  @Test
  void newsThatComeBeforeTheGatewaysAnswerShouldBeAskedForAtOnce() {
    gateway.meanwhile = asked -> open.notices.take("midtrans", gateway.about(asked.reference()));
    Payment begun = open.attempt("b2", PRICE);
    assertEquals(PaymentState.PENDING, begun.state());
    assertEquals(List.of(begun.id()), open.books.paymentsDue(clock.instant()));
  }
}
