package id.tixgo.simulator.xendit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tixgo.common.test.Answer;
import id.tixgo.common.test.Eventually;
import id.tixgo.simulator.Shop;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Xendit's refunds are pending first, and one at a time. */
class InvoiceRefundsTest {
  private final Shop shop = new Shop();

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void aRefundShouldBePendingThenSucceed() {
    String invoice = paid("TIX-1", 10_000, "QRIS");
    JsonObject begun = refund(body(invoice, "r1", 4_000), "k1").expect(200).json();
    assertTrue(begun.getString("id").startsWith("rfd-"));
    assertEquals("PENDING", begun.getString("status"));
    JsonObject event = shop.awaitTold("event", "refund.succeeded").body();
    assertEquals("SUCCEEDED", event.getJsonObject("data").getString("status"));
    String path = "/refunds/" + begun.getString("id");
    assertEquals("SUCCEEDED", shop.xendit("GET", path).expect(200).text("status"));
    JsonObject found = shop.xendit("GET", "/refunds?invoice_id=" + invoice).expect(200).json();
    assertEquals(1, found.getJsonArray("data").size());
  }

  @Test
  void theSameKeyShouldBeTheSameRefund() {
    String invoice = paid("TIX-2", 10_000, "OVO");
    JsonObject first = refund(body(invoice, "r1", 4_000), "k").expect(200).json();
    JsonObject again = refund(body(invoice, "r1", 4_000), "k").expect(200).json();
    assertEquals(first.getString("id"), again.getString("id"));
    assertCode(409, "IDEMPOTENCY_ERROR", refund(body(invoice, "r1", 5_000), "k"));
    awaitDone(first);
    assertCode(409, "DUPLICATE_ERROR", refund(body(invoice, "r1", 4_000), "k2"));
  }

  @Test
  void noMoreThanWasPaidShouldBeGivenBack() {
    String invoice = paid("TIX-3", 10_000, "CREDIT_CARD");
    assertCode(400, "REFUND_AMOUNT_EXCEEDED", refund(body(invoice, "r1", 10_001), "k1"));
    JsonObject whole = refund(body(invoice, "r2", 10_000), "k2").expect(200).json();
    awaitDone(whole);
    assertCode(400, "MAXIMUM_REFUND_AMOUNT_REACHED", refund(body(invoice, "r3", 1), "k3"));
  }

  @Test
  void oneShouldWaitForTheOther() {
    shop.switchOn("refund_result", "pending");
    String invoice = paid("TIX-4", 10_000, "QRIS");
    refund(body(invoice, "r1", 1_000), "k1").expect(200);
    assertCode(400, "REFUND_IN_PROGRESS", refund(body(invoice, "r2", 1_000), "k2"));
  }

  @Test
  void whatCannotBeGivenBackShouldBeRefused() {
    String transfer = paid("TIX-5", 10_000, "BCA");
    assertCode(403, "REFUND_NOT_SUPPORTED", refund(body(transfer, "r1", 1_000), "k1"));
    String open =
        shop.xendit("POST", "/v2/invoices", Shop.invoice("TIX-6", 1_000)).json().getString("id");
    assertCode(400, "INELIGIBLE_TRANSACTION_STATUS", refund(body(open, "r2", 1_000), "k2"));
    assertCode(404, "DATA_NOT_FOUND", refund(body("none", "r3", 1_000), "k3"));
    JsonObject odd = body(transfer, "r4", 1_000).put("reason", "BECAUSE");
    assertCode(400, "API_VALIDATION_ERROR", refund(odd, "k4"));
  }

  @Test
  void aRefundThatFailsShouldGiveItsAmountFreeAgain() {
    shop.switchOn("refund_result", "fail");
    shop.switchOn("nested_refund_webhook", true);
    String invoice = paid("TIX-7", 10_000, "QRIS");
    awaitDone(refund(body(invoice, "r1", 10_000), "k1").expect(200).json());
    JsonObject event = shop.awaitTold("event", "refund.failed").body();
    JsonObject inner = event.getJsonObject("data").getJsonObject("data");
    assertEquals("REFUND_FAILED", inner.getString("failure_code"));
    refund(body(invoice, "r2", 10_000), "k2").expect(200);
  }

  private void awaitDone(JsonObject refund) {
    String path = "/refunds/" + refund.getString("id");
    Eventually.await("done", () -> !"PENDING".equals(shop.xendit("GET", path).text("status")));
  }

  private String paid(String externalId, long amount, String channel) {
    String id =
        shop.xendit("POST", "/v2/invoices", Shop.invoice(externalId, amount))
            .expect(200)
            .text("id");
    shop.sim("POST", "/pay/" + externalId, new JsonObject().put("method", channel)).expect(200);
    return id;
  }

  private static JsonObject body(String invoice, String reference, long amount) {
    return new JsonObject()
        .put("invoice_id", invoice)
        .put("reference_id", reference)
        .put("amount", amount)
        .put("reason", "REQUESTED_BY_CUSTOMER");
  }

  private Answer refund(JsonObject body, String key) {
    return shop.xendit("POST", "/refunds", body, "idempotency-key", key);
  }

  private static void assertCode(int status, String code, Answer answer) {
    assertEquals(code, answer.expect(status).text("error_code"));
  }
}
