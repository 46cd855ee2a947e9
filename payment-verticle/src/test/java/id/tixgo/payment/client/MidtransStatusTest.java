package id.tixgo.payment.client;

import static id.tixgo.payment.client.PaymentSamples.REFERENCE_IN_PATHS;
import static id.tixgo.payment.client.PaymentSamples.known;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import id.tixgo.common.test.RunningSystem;
import id.tixgo.payment.domain.GatewayAnswer;
import id.tixgo.payment.domain.GatewayState;
import id.tixgo.payment.domain.KnownPayment;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MidtransStatusTest {
  private static final String BY_REFERENCE = "GET /v2/" + REFERENCE_IN_PATHS + "/status";
  private static final String FIRST = "9aed5972-5b6a-401e-894b-a32c91ed1a3a";
  private static final String SECOND = "57d5293c-e65f-4a29-95e4-5959c3fa335b";
  private static final String NOT_FOUND =
      "{\"status_code\":\"404\",\"status_message\":\"Transaction doesn't exist.\",\"id\":\"1\"}";

  private final ScriptedGateway gateway = new ScriptedGateway();

  @AfterEach
  void close() {
    gateway.close();
  }

  @Test
  void statusShouldBeUnknownWhenMidtransSaysSomethingNew() {
    for (JsonObject body :
        List.of(
            body("teleported"),
            body("settlement").put("status_code", "201"),
            body("settlement").put("gross_amount", "300000.50"),
            body("settlement").put("gross_amount", "a lot"),
            body("settlement").put("gross_amount", "9".repeat(2000)),
            body("settlement").put("currency", "XYZ"),
            body("settlement").putNull("transaction_status"),
            body("refund"),
            body("settlement").put("status_code", "500"),
            body("settlement").put("status_code", "401"))) {
      gateway.answers(BY_REFERENCE, body.encode());
      assertInstanceOf(GatewayAnswer.Unknown.class, ask(known()), body::encode);
    }
  }

  @Test
  void statusShouldBeUnknownWhenNotFoundIsSaidByAnybodyElse() {
    gateway.answers(BY_REFERENCE, 404, "{\"message\":\"no Route matched with those values\"}");

    assertInstanceOf(GatewayAnswer.Unknown.class, ask(known()));
  }

  @Test
  void statusShouldBeNotFoundWhenTheBodySaysSo() {
    gateway.answers(BY_REFERENCE, NOT_FOUND);

    assertEquals(new GatewayAnswer.NotFound(), ask(known()));
  }

  @Test
  void statusShouldAskByTheTransactionsIdOnceItIsKnown() {
    gateway.answers("GET /v2/" + FIRST + "/status", body("settlement").encode());

    assertEquals(GatewayState.PAID, assertKnown(ask(known(FIRST))).state());
    assertEquals(List.of("GET /v2/" + FIRST + "/status"), gateway.calls());
  }

  @Test
  void statusShouldTellOfASecondTransactionWhenTheFirstCameToNothing() {
    gateway.answers("GET /v2/" + FIRST + "/status", body("expire").encode());
    gateway.answers(BY_REFERENCE, body("settlement").put("transaction_id", SECOND).encode());

    GatewayAnswer.Known known = assertKnown(ask(known(FIRST)));

    assertEquals(GatewayState.PAID, known.state());
    assertEquals(Optional.of(SECOND), known.gatewayId());
  }

  @Test
  void statusShouldTellOfTheFirstTransactionWhenThereIsNoOther() {
    gateway.answers("GET /v2/" + FIRST + "/status", body("deny").encode());
    gateway.answers(BY_REFERENCE, NOT_FOUND);

    assertEquals(GatewayState.DENIED, assertKnown(ask(known(FIRST))).state());
  }

  @Test
  void statusShouldBeUnknownWhenASecondTransactionCantBeAskedFor() {
    gateway.answers("GET /v2/" + FIRST + "/status", body("deny").encode());
    gateway.answers(BY_REFERENCE, 503, "{}");

    assertInstanceOf(GatewayAnswer.Unknown.class, ask(known(FIRST)));
  }

  private static JsonObject body(String status) {
    return new JsonObject()
        .put("status_code", "200")
        .put("transaction_id", FIRST)
        .put("order_id", PaymentSamples.REFERENCE)
        .put("gross_amount", "300000.00")
        .put("currency", "IDR")
        .put("payment_type", "bank_transfer")
        .put("transaction_time", "2026-11-27 00:31:00")
        .put("transaction_status", status)
        .put("payment_amounts", new JsonArray())
        .put("something_new", new JsonObject().put("a", 1));
  }

  private static GatewayAnswer.Known assertKnown(GatewayAnswer answer) {
    return assertInstanceOf(GatewayAnswer.Known.class, answer);
  }

  private GatewayAnswer ask(KnownPayment payment) {
    return RunningSystem.await(gateway.midtrans().status(payment));
  }
}
