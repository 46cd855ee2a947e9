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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class XenditCancelTest {
  private static final String BY_ID = "GET /v2/invoices/inv1";
  private static final String BY_REFERENCE =
      "GET /v2/invoices?limit=100&external_id=" + REFERENCE_IN_PATHS;
  private static final String REFUNDS = "GET /refunds?limit=100&invoice_id=inv1";
  private static final String NO_REFUNDS = "{\"data\":[],\"has_more\":false}";

  private final ScriptedGateway gateway = new ScriptedGateway();

  @AfterEach
  void close() {
    gateway.close();
  }

  @Test
  void cancelShouldExpireAndTellWhatBecameOfIt() {
    gateway.answers("POST /invoices/inv1/expire!", invoice("inv1", "EXPIRED").encode());
    gateway.answers(BY_ID, invoice("inv1", "EXPIRED").encode());

    GatewayAnswer.Known known = assertInstanceOf(GatewayAnswer.Known.class, cancel(known("inv1")));

    assertEquals(GatewayState.EXPIRED, known.state());
    assertEquals(List.of("POST /invoices/inv1/expire!", BY_ID), gateway.calls());
  }

  @Test
  void cancelShouldTellThatItIsPaidWhenItIsTooLate() {
    gateway.answers(
        "POST /invoices/inv1/expire!", 400, "{\"error_code\":\"INVOICE_ALREADY_PAID_ERROR\"}");
    gateway.answers(BY_ID, invoice("inv1", "PAID").encode());
    gateway.answers(REFUNDS, NO_REFUNDS);

    GatewayAnswer.Known known = assertInstanceOf(GatewayAnswer.Known.class, cancel(known("inv1")));

    assertEquals(GatewayState.PAID, known.state());
  }

  @Test
  void cancelShouldExpireEveryInvoiceThatWaits() {
    gateway.answers(
        BY_REFERENCE,
        list(invoice("inv0", "PENDING"), invoice("inv1", "PENDING"), invoice("inv2", "EXPIRED")));
    gateway.answers("POST /invoices/inv0/expire!", "{}");
    gateway.answers("POST /invoices/inv1/expire!", "{}");

    cancel(known());

    assertEquals(
        List.of(
            BY_REFERENCE,
            BY_REFERENCE,
            "POST /invoices/inv0/expire!",
            "POST /invoices/inv1/expire!"),
        gateway.calls().stream().sorted().toList());
  }

  @Test
  void cancelShouldBeUnknownWhenItHasNoAnswer() {
    gateway.answers("POST /invoices/inv1/expire!", 500, "");

    assertInstanceOf(GatewayAnswer.Unknown.class, cancel(known("inv1")));
  }

  private static JsonObject invoice(String id, String status) {
    return new JsonObject()
        .put("id", id)
        .put("external_id", PaymentSamples.REFERENCE)
        .put("status", status)
        .put("amount", 300000)
        .put("currency", "IDR")
        .put("created", "2026-11-26T17:30:06.000Z")
        .put("something_new", true);
  }

  private static String list(JsonObject... invoices) {
    return new JsonArray(List.of(invoices)).encode();
  }

  private GatewayAnswer cancel(KnownPayment payment) {
    return RunningSystem.await(gateway.xendit().cancel(payment));
  }
}
