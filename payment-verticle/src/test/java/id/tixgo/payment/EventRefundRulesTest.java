package id.tixgo.payment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import id.tixgo.common.clients.event.EventFacts;
import id.tixgo.common.clients.ticketing.BookingFacts;
import id.tixgo.common.money.Money;
import id.tixgo.common.problem.Problem;
import id.tixgo.common.test.Eventually;
import id.tixgo.common.test.MutableClock;
import id.tixgo.payment.domain.EventRefund;
import id.tixgo.payment.domain.EventRefund.Result;
import id.tixgo.payment.domain.GatewayState;
import id.tixgo.payment.domain.Payment;
import id.tixgo.payment.domain.Refund;
import id.tixgo.payment.domain.RefundState;
import id.tixgo.payment.domain.Refunds.Wanted;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was paid for an event that doesn't take place: order by order, and again. */
class EventRefundRulesTest {
  private static final Money PRICE = new Money(1000, "IDR");

  private final MutableClock clock = new MutableClock(Instant.parse("2030-01-01T00:00:00Z"));
  private final ScriptedRefunds gateway = new ScriptedRefunds();
  private OpenBooks open;
  private Payment paid;

  @BeforeEach
  void pay() {
    open = new OpenBooks(OpenBooks.newFolder(), gateway, clock);
    paid = paid("b1");
  }

  private Payment paid(String booking) {
    gateway.state = GatewayState.PENDING;
    Payment begun = open.attempt(booking, PRICE);
    gateway.state = GatewayState.PAID;
    return open.reconciler.ask(begun.id()).await();
  }

  @AfterEach
  void close() {
    open.close();
  }

  @Test
  void whatIsSoldWhileAnEventIsOffShouldGoBack() {
    cancel();
    assertEquals(1, open.books.refunds(paid).size());
  }

  /** Ticketing had not heard of it yet; the event was through with its refunds. */
  @Test
  void whatIsSoldAfterAnEventsRefundsShouldGoBack() {
    cancel();
    Payment late = paid("b2");
    open.ticketingTells(BookingFacts.PAID, booked("b2", late.id()));
    assertEquals(1, open.books.refunds(late).size());
    open.ticketingTells(BookingFacts.PAID, booked("b2", late.id()));
    assertEquals(1, open.books.refunds(late).size());
  }

  @Test
  void whatIsSoldOnceAnEventTakesPlaceAgainShouldStay() {
    open.eventTells(EventFacts.CHANGED, event("cancelled"));
    open.eventTells(EventFacts.CHANGED, event("published"));
    open.ticketingTells(BookingFacts.PAID, booked("b1", paid.id()));
    eventRefunds();
    assertEquals(List.of(), open.books.refunds(paid));
    assertThrows(Problem.class, this::rows);
  }

  @Test
  void eachOrderShouldHaveItsResult() {
    gateway.state = GatewayState.PENDING;
    open.attempt("b2", PRICE);
    open.eventTells(EventFacts.CHANGED, event("cancelled"));
    assertEquals(List.of(Result.WAITING, Result.NOTHING), results());
    eventRefunds();
    assertEquals(List.of(Result.SENT, Result.NOTHING), results());
    send();
    assertEquals(List.of(Result.REFUNDED, Result.NOTHING), results());
    assertEquals(PRICE, rows().get(0).amount());
  }

  @Test
  void allOfManyOrdersShouldGoBackOnce() {
    IntStream.range(2, 103).forEach(i -> paid("b" + i));
    cancel();
    send();
    again(true);
    assertEquals(102, results().stream().filter(Result.REFUNDED::equals).count());
    assertEquals(102, gateway.calls);
  }

  /** Somebody else's refund was on its way when the event was cancelled. */
  @Test
  void whatFailedShouldBeSentAgain() {
    Wanted wanted = new Wanted("k", Optional.empty(), List.of(), "asked", "admin");
    gateway.silent = true;
    Refund lost = open.refunds.request(paid.id(), wanted).await();
    cancel();
    assertEquals(List.of(Result.UNKNOWN), results());
    gateway.silent = false;
    gateway.refuses = true;
    clock.advance(Duration.ofMinutes(1));
    assertEquals(RefundState.FAILED, open.refunds.send(lost.id()).await().state());
    assertEquals(List.of(Result.FAILED), results());
    assertEquals(Optional.of("not today"), rows().get(0).reason());
    gateway.refuses = false;
    again(false);
    assertEquals(List.of(Result.REFUNDED), results());
    assertEquals(1, gateway.refunds.size());
  }

  @Test
  void aPayoutShouldBeAskedOfTheGatewayAgainWhenSomebodySaysSo() {
    gateway.refuses = true;
    cancel();
    send();
    assertEquals(List.of(Result.PAYOUT), results());
    assertEquals(Optional.of("not today"), rows().get(0).reason());
    gateway.refuses = false;
    again(false);
    assertEquals(List.of(Result.PAYOUT), results());
    again(true);
    assertEquals(List.of(Result.REFUNDED), results());
    again(true);
    assertEquals(1, gateway.refunds.size());
  }

  private void cancel() {
    open.eventTells(EventFacts.CHANGED, event("cancelled"));
    eventRefunds();
  }

  private void again(boolean payoutsToo) {
    open.books.refundEvent("e1", payoutsToo).await();
    eventRefunds();
    send();
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

  private void send() {
    open.books.refundsDue(clock.instant()).forEach(id -> open.refunds.send(id).await());
  }

  private List<EventRefund> rows() {
    return open.books.eventRefunds("e1").await();
  }

  private List<Result> results() {
    return rows().stream().map(EventRefund::result).toList();
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
        Optional.empty(),
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
        Optional.empty(),
        Optional.empty());
  }
}
