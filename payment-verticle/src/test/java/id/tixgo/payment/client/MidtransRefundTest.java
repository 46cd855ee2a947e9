package id.tixgo.payment.client;

import static id.tixgo.payment.client.PaymentSamples.known;
import static id.tixgo.payment.client.PaymentSamples.rupiah;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tixgo.common.test.RunningSystem;
import id.tixgo.payment.domain.GatewayRefund;
import id.tixgo.payment.domain.PaymentMethod;
import id.tixgo.payment.domain.RefundAnswer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MidtransRefundTest {
  private static final String ID = "9aed5972-5b6a-401e-894b-a32c91ed1a3a";
  private static final String REFUND = "POST /v2/" + ID + "/refund";
  private static final String STATUS = "GET /v2/" + ID + "/status";
  private static final String KEY = "TIX-8F2K4M7Q3D-r7";

  private final ScriptedGateway gateway = new ScriptedGateway();

  @AfterEach
  void close() {
    gateway.close();
  }

  @Test
  void refundShouldNameItselfAndItsAmount() {
    gateway.answers(REFUND, done("200", "partial_refund", "100000.00"));

    RefundAnswer.Known known = assertInstanceOf(RefundAnswer.Known.class, refund());

    assertEquals(
        new JsonObject().put("refund_key", KEY).put("amount", 100000).put("reason", "Rained out"),
        gateway.only().json());
    assertEquals(
        new GatewayRefund(
            KEY,
            Optional.of("1"),
            rupiah(100_000),
            GatewayRefund.State.SUCCEEDED,
            Optional.empty()),
        known.refund());
  }

  @Test
  void refundShouldBeRefusedWhenTheBankRefusesIt() {
    gateway.answers(REFUND, done("202", "settlement", "0.00"));

    assertEquals(
        "The buyer's bank refused the refund.",
        assertInstanceOf(RefundAnswer.Refused.class, refund()).reason());
  }

  @Test
  void refundShouldBeUnknownWhenItRunsAlready() {
    gateway.answers(REFUND, 202, "{\"status_code\":\"202\"}");

    assertInstanceOf(RefundAnswer.Unknown.class, refund());
  }

  @Test
  void refundShouldBeFoundWhenItWasDoneBefore() {
    for (String code : List.of("406", "412", "414")) {
      gateway.answers(REFUND, "{\"status_code\":\"" + code + "\"}");
      gateway.answers(STATUS, paid(KEY));
      RefundAnswer.Known known = assertInstanceOf(RefundAnswer.Known.class, refund());
      assertEquals(rupiah(100_000), known.refund().amount());
    }
  }

  @Test
  void refundShouldBeUnknownWhenItsNameIsTakenAndNobodyKnowsIt() {
    gateway.answers(REFUND, "{\"status_code\":\"406\"}");
    gateway.answers(STATUS, paid("another"));

    assertInstanceOf(RefundAnswer.Unknown.class, refund());
  }

  @Test
  void refundShouldBeRefusedInPlainWords() {
    gateway.answers(STATUS, paid("another"));
    assertTrue(reason("412").contains("it isn't settled yet"));
    assertTrue(reason("414").contains("more than is left"));
    assertTrue(reason("402").contains("isn't allowed"));
    assertTrue(reason("404").contains("no such payment"));
    assertTrue(reason("400").contains("400"));
  }

  private String reason(String code) {
    gateway.answers(REFUND, "{\"status_code\":\"" + code + "\"}");
    return assertInstanceOf(RefundAnswer.Refused.class, refund()).reason();
  }

  @Test
  void refundShouldBeUnknownWhenNobodyCanTellWhetherItWasDoneBefore() {
    gateway.answers(REFUND, "{\"status_code\":\"412\"}");
    gateway.answers(STATUS, 500, "");

    assertInstanceOf(RefundAnswer.Unknown.class, refund());
  }

  @Test
  void refundShouldBeUnknownWhenTheAnswerSaysNothing() {
    for (String code : List.of("", "429", "500")) {
      gateway.answers(REFUND, "{\"status_code\":\"" + code + "\"}");
      assertInstanceOf(RefundAnswer.Unknown.class, refund());
    }
  }

  @Test
  void methodsShouldSayWhatCanBeGivenBack() {
    MidtransGateway midtrans = gateway.midtrans();
    for (PaymentMethod method : List.of(PaymentMethod.CREDIT_CARD, PaymentMethod.QRIS)) {
      assertTrue(midtrans.refunds(method, true) && midtrans.refunds(method, false));
    }
    assertTrue(midtrans.refunds(PaymentMethod.EWALLET, true));
    assertFalse(midtrans.refunds(PaymentMethod.EWALLET, false));
    assertFalse(midtrans.refunds(PaymentMethod.BANK_TRANSFER, true));
    assertFalse(midtrans.refunds(PaymentMethod.CONVENIENCE_STORE, true));
  }

  private static String done(String code, String status, String amount) {
    return new JsonObject()
        .put("status_code", code)
        .put("transaction_status", status)
        .put("gross_amount", "300000.00")
        .put("refund_chargeback_id", 1)
        .put("refund_amount", amount)
        .put("refund_key", KEY)
        .encode();
  }

  private static String paid(String key) {
    JsonObject refund =
        new JsonObject()
            .put("refund_chargeback_id", 1)
            .put("refund_amount", "100000.00")
            .put("refund_key", key);
    return new JsonObject()
        .put("status_code", "200")
        .put("transaction_id", ID)
        .put("transaction_status", "partial_refund")
        .put("gross_amount", "300000.00")
        .put("refunds", new JsonArray().add(refund))
        .encode();
  }

  private RefundAnswer refund() {
    return RunningSystem.await(gateway.midtrans().refund(PaymentSamples.refund(known(ID))));
  }
}
