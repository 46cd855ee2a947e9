package id.tixgo.payment.client;

import static id.tixgo.payment.client.PaymentSamples.REFERENCE_IN_PATHS;
import static id.tixgo.payment.client.PaymentSamples.known;
import static id.tixgo.payment.client.PaymentSamples.rupiah;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tixgo.common.test.RunningSystem;
import id.tixgo.payment.domain.GatewayRefund;
import id.tixgo.payment.domain.KnownPayment;
import id.tixgo.payment.domain.PaymentMethod;
import id.tixgo.payment.domain.RefundAnswer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class XenditRefundTest {
  private static final String CALL = "POST /refunds";
  private static final String LIST = "GET /refunds?limit=100&invoice_id=inv1";
  private static final String KEY = "TIX-8F2K4M7Q3D-r7";

  private final ScriptedGateway gateway = new ScriptedGateway();

  @BeforeEach
  void invoice() {
    gateway.answers("GET /v2/invoices/inv1", invoice("SETTLED").encode());
  }

  @AfterEach
  void close() {
    gateway.close();
  }

  @Test
  void refundShouldNameItselfAndItsInvoice() {
    gateway.answers(CALL, refund("PENDING").encode());

    RefundAnswer.Known known = assertInstanceOf(RefundAnswer.Known.class, refund(known("inv1")));

    ScriptedGateway.Asked asked = gateway.last();
    assertEquals(KEY, asked.headers().get("idempotency-key"));
    assertEquals(
        new JsonObject(
            """
            {"invoice_id": "inv1", "reference_id": "TIX-8F2K4M7Q3D-r7", "currency": "IDR",
             "amount": 100000, "reason": "OTHERS", "metadata": {"reason": "Rained out"}}
            """),
        asked.json());
    assertEquals(
        new GatewayRefund(
            KEY,
            Optional.of("rfd-1"),
            rupiah(100_000),
            GatewayRefund.State.PENDING,
            Optional.empty()),
        known.refund());
  }

  @Test
  void refundShouldFindItsInvoiceByOurNameWhenItsIdIsUnknown() {
    gateway.answers(
        "GET /v2/invoices?limit=100&external_id=" + REFERENCE_IN_PATHS,
        new JsonArray().add(invoice("PAID")).encode());
    gateway.answers(CALL, refund("SUCCEEDED").encode());

    assertInstanceOf(RefundAnswer.Known.class, refund(known()));
    assertEquals("inv1", gateway.last().json().getString("invoice_id"));
  }

  @Test
  void refundShouldBeRefusedWhenThereIsNoInvoice() {
    gateway.answers("GET /v2/invoices/inv1", 404, "{\"error_code\":\"INVOICE_NOT_FOUND_ERROR\"}");

    assertInstanceOf(RefundAnswer.Refused.class, refund(known("inv1")));
  }

  @Test
  void refundShouldBeRefusedInPlainWords() {
    gateway.answers(LIST, "{\"data\":[]}");
    assertEquals(
        "That is more than Xendit has left of the payment.", reason(400, "REFUND_AMOUNT_EXCEEDED"));
    assertEquals(
        "That is more than Xendit has left of the payment.",
        reason(400, "MAXIMUM_REFUND_AMOUNT_REACHED"));
    assertTrue(reason(400, "INSUFFICIENT_BALANCE").contains("holds too little"));
    assertTrue(reason(400, "INELIGIBLE_TRANSACTION").contains("state"));
    assertTrue(reason(400, "PARTIAL_REFUND_COUNTS_EXCEEDED").contains("too often"));
    assertTrue(reason(403, "REFUND_NOT_SUPPORTED").contains("can't give back"));
    assertTrue(reason(403, "PARTIAL_REFUND_NOT_SUPPORTED").contains("as a whole"));
    assertTrue(reason(404, "DATA_NOT_FOUND").contains("no such payment"));
    assertEquals("Xendit says: Words", reason(400, "API_VALIDATION_ERROR"));
  }

  private String reason(int status, String code) {
    refuses(status, code);
    return assertInstanceOf(RefundAnswer.Refused.class, refund(known("inv1"))).reason();
  }

  private void refuses(int status, String code) {
    gateway.answers(CALL, status, "{\"error_code\":\"" + code + "\",\"message\":\"Words\"}");
  }

  @Test
  void refundShouldBeUnknownWhileXenditIsUnsure() {
    gateway.answers(LIST, "{\"data\":[]}");
    for (String code :
        List.of(
            "REFUND_IN_PROGRESS",
            "TEMPORARILY_UNAVAILABLE",
            "CHANNEL_UNAVAILABLE",
            "DUPLICATE_ERROR",
            "IDEMPOTENCY_ERROR")) {
      refuses(409, code);
      assertInstanceOf(RefundAnswer.Unknown.class, refund(known("inv1")));
    }
    refuses(503, "CHANNEL_UNAVAILABLE");
    assertInstanceOf(RefundAnswer.Unknown.class, refund(known("inv1")));
  }

  @Test
  void refundShouldBeFoundWhenItWasAskedForBefore() {
    gateway.answers(LIST, new JsonObject().put("data", List.of(refund("SUCCEEDED"))).encode());
    for (String code : List.of("DUPLICATE_ERROR", "IDEMPOTENCY_ERROR", "REFUND_AMOUNT_EXCEEDED")) {
      refuses(409, code);
      RefundAnswer.Known known = assertInstanceOf(RefundAnswer.Known.class, refund(known("inv1")));
      assertEquals(GatewayRefund.State.SUCCEEDED, known.refund().state());
    }
  }

  @Test
  void refundShouldBeUnknownWhenNobodyCanTellWhetherItWasAskedForBefore() {
    refuses(400, "REFUND_AMOUNT_EXCEEDED");
    gateway.answers(LIST, 500, "");

    assertInstanceOf(RefundAnswer.Unknown.class, refund(known("inv1")));
  }

  @Test
  void refundShouldBeUnknownWhenTheAnswerSaysNothing() {
    for (String answer : List.of("{}", "[]", "null", "<html>", "{\"id\":\"rfd-1\"}")) {
      gateway.answers(CALL, answer);
      assertInstanceOf(RefundAnswer.Unknown.class, refund(known("inv1")), answer);
    }
  }

  @Test
  void methodsShouldSayWhatCanBeGivenBack() {
    XenditGateway xendit = gateway.xendit();
    for (PaymentMethod method : xendit.methods()) {
      boolean can =
          method != PaymentMethod.BANK_TRANSFER && method != PaymentMethod.CONVENIENCE_STORE;
      assertEquals(can, xendit.refunds(method, true));
      assertEquals(can, xendit.refunds(method, false));
    }
    assertFalse(xendit.refunds(PaymentMethod.CASH, true));
  }

  private static JsonObject invoice(String status) {
    return new JsonObject()
        .put("id", "inv1")
        .put("external_id", PaymentSamples.REFERENCE)
        .put("status", status)
        .put("amount", 300000);
  }

  private static JsonObject refund(String status) {
    return new JsonObject()
        .put("id", "rfd-1")
        .put("invoice_id", "inv1")
        .put("reference_id", KEY)
        .put("amount", 100000)
        .put("currency", "IDR")
        .put("status", status);
  }

  private RefundAnswer refund(KnownPayment payment) {
    return RunningSystem.await(gateway.xendit().refund(PaymentSamples.refund(payment)));
  }
}
