package id.tixgo.payment.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tixgo.common.config.Env;
import id.tixgo.common.problem.Problem;
import id.tixgo.common.problem.ProblemKind;
import id.tixgo.common.test.RunningSystem;
import id.tixgo.payment.domain.CreateAnswer;
import id.tixgo.payment.domain.GatewayAnswer;
import id.tixgo.payment.domain.NotificationReader;
import id.tixgo.payment.domain.PaymentGateway;
import id.tixgo.payment.domain.PaymentMethod;
import id.tixgo.payment.domain.RefundAnswer;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConfiguredGatewaysTest {
  private final Vertx vertx = Vertx.vertx();
  private final ConfiguredGateways gateways = gateways("xendit,midtrans,manual");

  @AfterEach
  void close() {
    RunningSystem.await(vertx.close());
  }

  @Test
  void chooseShouldTakeTheFirstThatOffersTheMethod() {
    assertEquals("xendit", chosen(PaymentMethod.QRIS, Optional.empty()));
    assertEquals("xendit", chosen(PaymentMethod.BANK_TRANSFER, Optional.empty()));
    assertEquals("manual", chosen(PaymentMethod.CASH, Optional.empty()));
  }

  @Test
  void chooseShouldTakeTheOneThatIsAskedFor() {
    assertEquals("midtrans", chosen(PaymentMethod.QRIS, Optional.of("midtrans")));
    assertEquals("manual", chosen(PaymentMethod.BANK_TRANSFER, Optional.of("manual")));
  }

  private String chosen(PaymentMethod method, Optional<String> name) {
    return gateways.choose(method, name).name();
  }

  @Test
  void chooseShouldRefuseAGatewayThatThereIsNot() {
    Problem problem = refusal(PaymentMethod.QRIS, Optional.of("stripe"));

    assertEquals("UNKNOWN_GATEWAY", problem.code());
    assertEquals(ProblemKind.VALIDATION_ERROR, problem.kind());
    assertEquals(List.of("xendit", "midtrans", "manual"), problem.members().get("gateways"));
  }

  @Test
  void chooseShouldTellWhichMethodsAreOffered() {
    Problem problem = refusal(PaymentMethod.QRIS, Optional.of("manual"));

    assertEquals("METHOD_NOT_OFFERED", problem.code());
    assertEquals(List.of("bank_transfer", "cash", "manual"), problem.members().get("offered"));
    assertEquals("METHOD_NOT_OFFERED", refusal(PaymentMethod.WALLET, Optional.empty()).code());
  }

  private Problem refusal(PaymentMethod method, Optional<String> name) {
    return assertThrows(Problem.class, () -> gateways.choose(method, name));
  }

  @Test
  void namedShouldFindThemAll() {
    for (PaymentGateway gateway : gateways.all()) {
      assertEquals(gateway, gateways.find(gateway.name()).orElseThrow());
    }
    assertTrue(gateways("manual").find("xendit").isEmpty());
  }

  @Test
  void whatWasBegunAtWalletShouldFindItWhenItIsNotOfferedAnyMore() {
    assertEquals("wallet", gateways("manual").findKnown("wallet").orElseThrow().name());
    assertTrue(gateways("manual").find("wallet").isEmpty());
    assertTrue(gateways("manual").findKnown("xendit").isEmpty());
  }

  @Test
  void notificationsShouldBeReadOfThoseThatSendThem() {
    assertEquals(
        List.of("xendit", "midtrans"),
        gateways.readers().stream().map(NotificationReader::gateway).toList());
    assertEquals(List.of(), gateways("manual").readers());
  }

  @Test
  void peopleShouldBeAskedNothing() {
    PaymentGateway manual = gateways.find("manual").orElseThrow();

    CreateAnswer.Waiting waiting =
        assertInstanceOf(
            CreateAnswer.Waiting.class,
            RunningSystem.await(manual.create(PaymentSamples.request(PaymentMethod.CASH))));

    assertTrue(manual.isManual());
    assertEquals(
        Optional.of(PaymentSamples.MADE.plus(Duration.ofMinutes(15))),
        waiting.instructions().expiresAt());
    assertEquals(Optional.empty(), waiting.gatewayId());
    assertEquals(
        new GatewayAnswer.NotFound(), RunningSystem.await(manual.status(PaymentSamples.known())));
    assertEquals(
        new GatewayAnswer.NotFound(), RunningSystem.await(manual.cancel(PaymentSamples.known())));
    assertInstanceOf(
        RefundAnswer.Refused.class,
        RunningSystem.await(manual.refund(PaymentSamples.refund(PaymentSamples.known()))));
    for (PaymentMethod method : manual.methods()) {
      assertTrue(!manual.refunds(method, true) && !manual.refunds(method, false));
    }
  }

  private ConfiguredGateways gateways(String names) {
    return ConfiguredGateways.of(
        vertx,
        GatewaysConfig.from(
            new Env(
                Map.of(
                    "PAYMENT_GATEWAYS", names,
                    "MIDTRANS_SERVER_KEY", "a",
                    "XENDIT_SECRET_KEY", "b",
                    "XENDIT_CALLBACK_TOKEN", "c"))));
  }
}
