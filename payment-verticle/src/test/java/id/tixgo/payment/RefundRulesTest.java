package id.tixgo.payment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import id.tixgo.common.clients.event.EventFacts;
import id.tixgo.common.clients.ticketing.BookingFacts;
import id.tixgo.common.money.Money;
import id.tixgo.common.scope.Deadline;
import id.tixgo.common.test.Eventually;
import id.tixgo.common.test.MutableClock;
import id.tixgo.payment.domain.Checkout.Choice;
import id.tixgo.payment.domain.GatewayAnswer;
import id.tixgo.payment.domain.GatewayRefund;
import id.tixgo.payment.domain.GatewayState;
import id.tixgo.payment.domain.Offer;
import id.tixgo.payment.domain.OrderLine;
import id.tixgo.payment.domain.Payer;
import id.tixgo.payment.domain.Payment;
import id.tixgo.payment.domain.PaymentMethod;
import id.tixgo.payment.domain.PaymentState;
import id.tixgo.payment.domain.Refund;
import id.tixgo.payment.domain.RefundState;
import id.tixgo.payment.domain.Refunds.Wanted;
import id.tixgo.payment.domain.ServiceType;
import java.time.Instant;
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
    Payment begun = begin("b1");
    gateway.state = GatewayState.PAID;
    paid = open.reconciler.ask(begun.id()).await();
    assertEquals(PaymentState.PAID, paid.state());
  }

  private Payment begin(String booking) {
    Offer offer =
        new Offer(
            ServiceType.EVENT,
            booking,
            new Payer(7, "siti"),
            List.of(new OrderLine("t1", "Regular", 1, PRICE)),
            PRICE,
            Optional.of("e1"),
            clock.instant().plusSeconds(900));
    Choice choice = new Choice(PaymentMethod.QRIS, Optional.empty(), Optional.empty());
    return open.checkout.pay(offer, choice, Deadline.in(1000)).await();
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
  void whatIsSoldWhileAnEventIsOffShouldGoBack() {
    open.eventTells(EventFacts.CHANGED, event("cancelled"));
    eventRefunds();
    assertEquals(1, open.books.refunds(paid).size());
  }

  /** Ticketing had not heard of it yet; the event was through with its refunds. */
  @Test
  void whatIsSoldAfterAnEventsRefundsShouldGoBack() {
    open.eventTells(EventFacts.CHANGED, event("published"));
    open.eventTells(EventFacts.CHANGED, event("cancelled"));
    eventRefunds();
    gateway.refuses = true;
    gateway.state = GatewayState.PENDING;
    Payment late = begin("b2");
    gateway.state = GatewayState.PAID;
    open.reconciler.ask(late.id()).await();
    open.ticketingTells(BookingFacts.PAID, booked("b2", late.id()));
    eventRefunds();
    assertEquals(1, open.books.refunds(late).size());
  }

  @Test
  void whatIsSoldOnceAnEventTakesPlaceAgainShouldStay() {
    open.eventTells(EventFacts.CHANGED, event("cancelled"));
    open.eventTells(EventFacts.CHANGED, event("published"));
    open.ticketingTells(BookingFacts.PAID, booked("b1", paid.id()));
    eventRefunds();
    assertEquals(List.of(), open.books.refunds(paid));
  }

  /** Until there is no step any more. */
  private void eventRefunds() {
    Eventually.await(
        "all is promised back",
        () -> {
          open.eventRefunds.look();
          return !open.eventRefunds.isAnyOpen();
        });
  }

  private BookingFacts booked(String id, long paymentId) {
    return new BookingFacts(
        id,
        "e1",
        7,
        "siti",
        "PAID",
        List.of(),
        PRICE,
        clock.instant(),
        Optional.empty(),
        false,
        Optional.of(paymentId),
        Optional.empty());
  }

  private EventFacts event(String status) {
    return new EventFacts(
        "e1",
        "Concert",
        clock.instant(),
        Optional.empty(),
        status,
        Optional.empty(),
        Optional.empty(),
        "Asia/Jakarta",
        Optional.empty(),
        Optional.empty(),
        false,
        Optional.empty());
  }

  @Test
  void newsThatComeWhileAnAnswerIsOnItsWayShouldBeAskedFor() {
    var asked = open.books.payment(paid.id()).orElseThrow().ask();
    open.notices.take("midtrans", gateway.about(paid)).await();
    GatewayAnswer old = gateway.known();
    open.books.make(gateway.settlement().apply(paid.id(), old, asked)).await();
    assertEquals(List.of(paid.id()), open.books.paymentsDue(clock.instant()));
    assertNotEquals(asked, open.books.payment(paid.id()).orElseThrow().ask());
  }
}
