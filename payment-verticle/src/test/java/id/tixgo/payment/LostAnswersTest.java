package id.tixgo.payment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import id.tixgo.common.money.Money;
import id.tixgo.common.problem.Problem;
import id.tixgo.common.scope.RequestKey;
import id.tixgo.common.test.MutableClock;
import id.tixgo.payment.domain.GatewayState;
import id.tixgo.payment.domain.Payment;
import id.tixgo.payment.domain.PaymentState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Requests to pay that come again since nobody has heard their answer. */
class LostAnswersTest {
  private static final Money PRICE = new Money(1000, "IDR");

  private final MutableClock clock = new MutableClock(Instant.parse("2030-01-01T00:00:30.250Z"));
  private final ScriptedRefunds gateway = new ScriptedRefunds();
  private OpenBooks open;

  @BeforeEach
  void open() {
    open = new OpenBooks(OpenBooks.newFolder(), List.of(gateway), clock);
  }

  @AfterEach
  void close() {
    open.close();
  }

  private Optional<RequestKey> key(String fingerprint) {
    return Optional.of(new RequestKey("7", "mine", fingerprint, clock.instant()));
  }

  /** Payment dies before it answers. */
  private Payment begun() {
    Payment begun = open.attempt("b1", PRICE, key("a"));
    open = open.crashed();
    return begun;
  }

  private void pay(Payment begun) {
    gateway.state = GatewayState.PAID;
    assertEquals(PaymentState.PAID, open.reconciler.ask(begun.id()).await().state());
  }

  private Optional<Payment> again(String fingerprint) {
    return open.checkout.again(key(fingerprint)).map(payment -> payment.await());
  }

  @Test
  void whatIsPaidMeanwhileShouldBeFoundByItsKey() {
    Payment begun = begun();
    assertEquals(Optional.empty(), again("a"));
    pay(begun);
    assertEquals(open.books.payment(begun.id()), again("a"));
    open = open.compacted();
    assertEquals(open.books.payment(begun.id()), again("a"));
    assertEquals(Optional.empty(), open.checkout.again(Optional.empty()));
  }

  @Test
  void anotherRequestShouldNotHaveItsKey() {
    pay(begun());
    Problem refused = assertThrows(Problem.class, () -> again("b"));
    assertEquals("KEY_REUSED", refused.code());
  }

  @Test
  void aKeyShouldStandForItForADay() {
    pay(begun());
    clock.advance(Duration.ofDays(1).plusSeconds(1));
    assertEquals(Optional.empty(), again("a"));
    assertEquals(true, open.forgetKeys());
    assertEquals(false, open.forgetKeys());
  }
}
