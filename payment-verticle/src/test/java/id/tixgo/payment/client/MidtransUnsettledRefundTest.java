package id.tixgo.payment.client;

import static id.tixgo.payment.client.PaymentSamples.known;
import static id.tixgo.payment.client.PaymentSamples.rupiah;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import id.tixgo.common.test.RunningSystem;
import id.tixgo.payment.domain.RefundAnswer;
import id.tixgo.payment.domain.RefundRequest;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MidtransUnsettledRefundTest {
  private static final String CANCEL = "POST /v2/tx1/cancel";
  private static final String STATUS = "GET /v2/tx1/status";
  private static final String UNCHANGEABLE = "{\"status_code\":\"412\"}";

  private final ScriptedGateway gateway = new ScriptedGateway();

  @BeforeEach
  void unsettled() {
    gateway.answers("POST /v2/tx1/refund", UNCHANGEABLE);
    gateway.answers(STATUS, transaction("capture"));
    gateway.answers(CANCEL, transaction("cancel"));
  }

  @AfterEach
  void close() {
    gateway.close();
  }

  @Test
  void wholeShouldGoBackByCancelling() {
    RefundAnswer.Known known =
        assertInstanceOf(
            RefundAnswer.Known.class, refund(PaymentSamples.wholeRefund(known("tx1"))));

    assertEquals("TIX-8F2K4M7Q3D-r8", known.refund().key());
    assertEquals(rupiah(300_000), known.refund().amount());
  }

  @Test
  void wholeShouldBeBackWhenItWasCancelledBefore() {
    gateway.answers(STATUS, transaction("cancel"));
    gateway.answers(CANCEL, UNCHANGEABLE);

    assertInstanceOf(RefundAnswer.Known.class, refund(PaymentSamples.wholeRefund(known("tx1"))));
  }

  @Test
  void wholeShouldBeRefusedWhenItCantBeCancelledEither() {
    gateway.answers(STATUS, transaction("settlement"));
    gateway.answers(CANCEL, UNCHANGEABLE);

    assertInstanceOf(RefundAnswer.Refused.class, refund(PaymentSamples.wholeRefund(known("tx1"))));
  }

  @Test
  void wholeShouldBeUnknownWhenCancellingHasNoAnswer() {
    gateway.answers(CANCEL, 500, "");

    assertInstanceOf(RefundAnswer.Unknown.class, refund(PaymentSamples.wholeRefund(known("tx1"))));
  }

  @Test
  void partShouldBeRefusedAndNothingCancelled() {
    assertInstanceOf(RefundAnswer.Refused.class, refund(PaymentSamples.refund(known("tx1"))));
    assertFalse(gateway.calls().contains(CANCEL));
  }

  private static String transaction(String status) {
    return new JsonObject()
        .put("status_code", "200")
        .put("transaction_id", "tx1")
        .put("gross_amount", "300000.00")
        .put("fraud_status", "accept")
        .put("transaction_status", status)
        .encode();
  }

  private RefundAnswer refund(RefundRequest request) {
    return RunningSystem.await(gateway.midtrans().refund(request));
  }
}
