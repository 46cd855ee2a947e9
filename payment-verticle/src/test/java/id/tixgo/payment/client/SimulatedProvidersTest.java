package id.tixgo.payment.client;

import static id.tixgo.payment.client.PaymentSamples.rupiah;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import id.tixgo.common.money.Money;
import id.tixgo.common.test.RunningSystem;
import id.tixgo.payment.domain.CreateAnswer;
import id.tixgo.payment.domain.GatewayAnswer;
import id.tixgo.payment.domain.GatewayState;
import id.tixgo.payment.domain.KnownPayment;
import id.tixgo.payment.domain.Notice;
import id.tixgo.payment.domain.PaymentMethod;
import id.tixgo.payment.domain.PaymentRequest;
import id.tixgo.payment.domain.RefundAnswer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Two readings of the gateways' documentation: our adapters and the simulator. */
class SimulatedProvidersTest {
  private static final String MIDTRANS = "midtrans";
  private static final String XENDIT = "xendit";

  private final SimulatedProviders providers = new SimulatedProviders();

  @AfterEach
  void close() {
    providers.close();
  }

  @TestFactory
  Stream<DynamicTest> everyMethodShouldPay() {
    return Stream.of(MIDTRANS, XENDIT)
        .flatMap(
            gateway ->
                providers.gateway(gateway).methods().stream()
                    .map(m -> dynamicTest(gateway + ' ' + m, () -> assertPays(gateway, m))));
  }

  private void assertPays(String gateway, PaymentMethod method) {
    KnownPayment payment = providers.begin(gateway, method);
    providers.move("pay", payment);

    GatewayAnswer.Known known = providers.status(gateway, payment);

    assertEquals(GatewayState.PAID, known.state());
    assertEquals(rupiah(300_000), known.paid());
    assertEquals(Optional.of(method), known.method());
    assertTrue(providers.notices().stream().anyMatch(notice -> isAbout(notice, payment, known)));
    assertRefunds(gateway, method, payment);
  }

  private static boolean isAbout(Notice notice, KnownPayment payment, GatewayAnswer.Known known) {
    return notice instanceof Notice.About about
        && about.reference().equals(Optional.of(payment.reference()))
        && about.gatewayId().equals(known.gatewayId());
  }

  private void assertRefunds(String gateway, PaymentMethod method, KnownPayment payment) {
    RefundAnswer first = providers.refund(gateway, payment, true);
    if (!providers.gateway(gateway).refunds(method, true)) {
      assertInstanceOf(RefundAnswer.Refused.class, first);
      return;
    }
    RefundAnswer.Known known = assertInstanceOf(RefundAnswer.Known.class, first);
    assertEquals(rupiah(300_000), known.refund().amount());
    RefundAnswer.Known again =
        assertInstanceOf(RefundAnswer.Known.class, providers.refund(gateway, payment, true));
    assertEquals(known.refund().key(), again.refund().key());
  }

  @Test
  void movesAtMidtransShouldBeInOurWords() {
    assertEquals(GatewayState.EXPIRED, stateAfter("choose", "expire"));
    assertEquals(GatewayState.DENIED, stateAfter("choose", "deny"));
    assertEquals(GatewayState.REVIEW, stateAfter("choose", "challenge"));
    assertEquals(GatewayState.PAID, stateAfter("choose", "challenge", "approve"));
    assertEquals(GatewayState.DENIED, stateAfter("pay", "reverse"));
    assertEquals(GatewayState.CHARGED_BACK, stateAfter("pay", "chargeback"));
    assertEquals(GatewayState.PAID, stateAfter("choose", "expire", "late-pay"));
  }

  private GatewayState stateAfter(String... moves) {
    KnownPayment payment = providers.begin(MIDTRANS, PaymentMethod.CREDIT_CARD);
    Stream.of(moves).forEach(move -> providers.move(move, payment));
    return providers.status(MIDTRANS, payment).state();
  }

  @Test
  void secondWayToPayShouldCountAfterTheFirstWasRefused() {
    KnownPayment payment = providers.begin(MIDTRANS, PaymentMethod.EWALLET);
    providers.move("choose", payment);
    Optional<String> first = providers.status(MIDTRANS, payment).gatewayId();
    providers.move("deny", payment);
    providers.move("pay", payment);

    GatewayAnswer.Known known =
        providers.status(MIDTRANS, new KnownPayment(payment.reference(), first));

    assertEquals(GatewayState.PAID, known.state());
    assertNotEquals(first, known.gatewayId());
  }

  @Test
  void feeShouldNotCountAsPaid() {
    providers.control(
        HttpMethod.PUT, "/_sim/switches", new JsonObject().put("fee_imposition", 4440));
    KnownPayment payment = providers.begin(MIDTRANS, PaymentMethod.QRIS);
    providers.move("pay", payment);

    GatewayAnswer.Known known = providers.status(MIDTRANS, payment);

    assertEquals(rupiah(300_000), known.paid());
    assertEquals(rupiah(4_440), known.fee());
  }

  @Test
  void otherMoneyShouldBeTold() {
    for (String gateway : List.of(MIDTRANS, XENDIT)) {
      KnownPayment less = providers.begin(gateway, PaymentMethod.BANK_TRANSFER);
      providers.move("pay", less, new JsonObject().put("amount", 1000));
      assertEquals(rupiah(1_000), providers.status(gateway, less).paid());
      KnownPayment dollars = providers.begin(gateway, PaymentMethod.QRIS);
      providers.move("pay", dollars, new JsonObject().put("currency", "USD"));
      assertEquals(new Money(30_000_000, "USD"), providers.status(gateway, dollars).paid());
    }
  }

  @Test
  void cancelShouldEndWhatWaitsAndLateMoneyShouldBeTold() {
    for (String gateway : List.of(MIDTRANS, XENDIT)) {
      KnownPayment payment = providers.begin(gateway, PaymentMethod.BANK_TRANSFER);
      providers.move("choose", payment);
      GatewayState ended = providers.cancel(gateway, payment).state();
      assertEquals(gateway.equals(MIDTRANS) ? GatewayState.CANCELLED : GatewayState.EXPIRED, ended);
      providers.move("late-pay", payment);
      assertEquals(GatewayState.PAID, providers.status(gateway, payment).state());
      assertEquals(GatewayState.PAID, providers.cancel(gateway, payment).state());
    }
  }

  @Test
  void pageThatNobodyUsedShouldNotBeFound() {
    KnownPayment payment = providers.begin(MIDTRANS, PaymentMethod.QRIS);

    assertEquals(
        new GatewayAnswer.NotFound(),
        RunningSystem.await(providers.gateway(MIDTRANS).status(payment)));
    assertEquals(
        new GatewayAnswer.NotFound(),
        RunningSystem.await(providers.gateway(MIDTRANS).cancel(payment)));
  }

  @Test
  void lostAnswersShouldBeUnknownAndFoundAgain() {
    for (String gateway : List.of(MIDTRANS, XENDIT)) {
      PaymentRequest request = providers.request(PaymentMethod.QRIS);
      loseAnswer(gateway.equals(MIDTRANS) ? "/snap" : "/v2/invoices");
      assertInstanceOf(
          CreateAnswer.Unknown.class,
          RunningSystem.await(providers.gateway(gateway).create(request)));
      KnownPayment payment = new KnownPayment(request.reference(), Optional.empty());
      providers.move("pay", payment);
      assertEquals(GatewayState.PAID, providers.status(gateway, payment).state());
      loseAnswer("refund");
      assertInstanceOf(RefundAnswer.Unknown.class, providers.refund(gateway, payment, true));
      assertInstanceOf(RefundAnswer.Known.class, providers.refund(gateway, payment, true));
      assertEquals(1, providers.status(gateway, payment).refunds().size());
    }
  }

  private void loseAnswer(String match) {
    providers.control(
        HttpMethod.PUT,
        "/_sim/faults",
        new JsonObject().put("match", match).put("kind", "drop-answer-after-applying"));
  }

  @Test
  void forgedNotificationsShouldBeKnown() {
    for (String gateway : List.of(MIDTRANS, XENDIT)) {
      KnownPayment payment = providers.begin(gateway, PaymentMethod.QRIS);
      providers.move("choose", payment);
      providers.notices().clear();
      providers.move("notify", payment, new JsonObject().put("forged", true));
      assertTrue(providers.notices().contains(new Notice.Forged()), gateway);
    }
  }
}
