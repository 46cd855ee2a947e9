package id.tixgo.payment.client;

import static id.tixgo.payment.client.PaymentSamples.rupiah;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import id.tixgo.common.money.Money;
import id.tixgo.payment.domain.GatewayAnswer;
import id.tixgo.payment.domain.GatewayRefund;
import id.tixgo.payment.domain.GatewayState;
import id.tixgo.payment.domain.PaymentMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class MidtransTransactionTest {
  private static final String FIRST = "9aed5972-5b6a-401e-894b-a32c91ed1a3a";

  private record Row(String code, String status, String fraud, GatewayState state) {
    boolean isReceived() {
      return state == GatewayState.PAID || state == GatewayState.CHARGED_BACK;
    }
  }

  @TestFactory
  Stream<DynamicTest> statusShouldBeInOurWords() {
    return Stream.of(
            new Row("201", "pending", "accept", GatewayState.PENDING),
            new Row("201", "PENDING", "", GatewayState.PENDING),
            new Row("200", "authorize", "accept", GatewayState.PENDING),
            new Row("200", "capture", "accept", GatewayState.PAID),
            new Row("200", "capture", "ACCEPT", GatewayState.PAID),
            new Row("201", "capture", "challenge", GatewayState.REVIEW),
            new Row("202", "capture", "deny", GatewayState.DENIED),
            new Row("200", "settlement", "accept", GatewayState.PAID),
            new Row("200", "Settlement", "", GatewayState.PAID),
            new Row("200", "settlement", "challenge", GatewayState.REVIEW),
            new Row("202", "deny", "deny", GatewayState.DENIED),
            new Row("202", "failure", "", GatewayState.DENIED),
            new Row("202", "cancel", "accept", GatewayState.CANCELLED),
            new Row("407", "expire", "", GatewayState.EXPIRED),
            new Row("202", "expire", "", GatewayState.EXPIRED),
            new Row("200", "chargeback", "", GatewayState.CHARGED_BACK))
        .map(row -> dynamicTest(row.toString(), () -> assertRow(row)));
  }

  private static void assertRow(Row row) {
    JsonObject body = body(row.status()).put("status_code", row.code());
    if (!row.fraud().isEmpty()) {
      body.put("fraud_status", row.fraud());
    }

    GatewayAnswer.Known known = read(body);

    assertEquals(row.state(), known.state());
    assertEquals(row.isReceived() ? rupiah(300_000) : rupiah(0), known.paid());
    assertEquals(rupiah(0), known.fee());
    assertEquals(Optional.of(FIRST), known.gatewayId());
  }

  @Test
  void feeShouldNotCountAsPaid() {
    GatewayAnswer.Known known =
        read(
            body("settlement")
                .put("gross_amount", "304440.00")
                .put(
                    "metadata",
                    new JsonObject(
                        "{\"extra_info\":{\"gross_amount_info\":{\"original_amount\":300000}}}")));

    assertEquals(rupiah(300_000), known.paid());
    assertEquals(rupiah(4_440), known.fee());
  }

  @Test
  void paidShouldBeWhatCameToAnAccount() {
    GatewayAnswer.Known known =
        read(
            body("settlement")
                .put(
                    "payment_amounts",
                    new JsonArray(
                        "[{\"paid_at\":\"2026-11-27 01:00:00\",\"amount\":\"100000.00\"},"
                            + "{\"paid_at\":\"2026-11-27 01:05:00\",\"amount\":\"150000.00\"}]")));

    assertEquals(rupiah(250_000), known.paid());
  }

  @Test
  void amountShouldBeReadAsNumberAndInItsCurrency() {
    assertEquals(rupiah(300_000), read(body("settlement").put("gross_amount", 300000)).paid());
    assertEquals(
        new Money(1250, "USD"),
        read(body("settlement").put("gross_amount", "12.50").put("currency", "usd")).paid());
    JsonObject silent = body("settlement");
    silent.remove("currency");
    assertEquals(rupiah(300_000), read(silent).paid());
  }

  @Test
  void refundsShouldEachBeToldOnce() {
    JsonObject body =
        body("partial_refund")
            .put("refund_amount", "150000.00")
            .put(
                "refunds",
                new JsonArray(
                    """
                    [{"refund_chargeback_id": 1, "refund_amount": "100000.00",
                      "refund_key": "TIX-8F2K4M7Q3D-r7", "refund_method": "online"},
                     {"refund_chargeback_id": 1, "refund_amount": "100000.00",
                      "refund_key": "TIX-8F2K4M7Q3D-r7",
                      "bank_confirmed_at": "2026-11-28 10:00:00"},
                     {"refund_chargeback_id": 2, "refund_amount": "50000.00"}]
                    """));

    GatewayAnswer.Known known = read(body);

    assertEquals(GatewayState.PAID, known.state());
    assertEquals(rupiah(300_000), known.paid());
    assertEquals(
        List.of(refund("TIX-8F2K4M7Q3D-r7", "1", 100_000), refund("midtrans-2", "2", 50_000)),
        known.refunds());
  }

  @Test
  void aPartThatABankTookShouldCountAlone() {
    GatewayAnswer.Known listed =
        read(
            body("partial_chargeback")
                .put(
                    "refunds",
                    new JsonArray(
                        "[{\"refund_chargeback_id\": 3, \"refund_amount\": \"40000.00\"}]")));
    GatewayAnswer.Known summed =
        read(
            body("partial_chargeback")
                .put("refund_amount", "65000.00")
                .put(
                    "refunds",
                    new JsonArray(
                        "[{\"refund_key\": \"TIX-8F2K4M7Q3D-r7\", \"refund_amount\": 25000}]")));

    assertEquals(GatewayState.PAID, listed.state());
    assertEquals(rupiah(300_000), listed.paid());
    assertEquals(List.of(taken("midtrans-3", Optional.of("3"))), listed.refunds());
    assertEquals(taken("CHARGED_BACK-6500000", Optional.empty()), summed.refunds().get(1));
  }

  @Test
  void whatABankTookOnceMoreShouldBeToldBesideWhatIsListed() {
    GatewayAnswer.Known more =
        read(
            body("partial_chargeback")
                .put("refund_amount", "80000.00")
                .put(
                    "refunds",
                    new JsonArray(
                        "[{\"refund_chargeback_id\": 3, \"refund_amount\": \"40000.00\"}]")));

    assertEquals(
        List.of(
            taken("midtrans-3", Optional.of("3")), taken("CHARGED_BACK-8000000", Optional.empty())),
        more.refunds());
  }

  @Test
  void aPartOfUnknownSizeShouldBeNoAnswer() {
    assertThrows(NoAnswer.class, () -> read(body("partial_chargeback")));
  }

  private static GatewayRefund taken(String key, Optional<String> id) {
    return new GatewayRefund(
        key, id, rupiah(40_000), GatewayRefund.State.SUCCEEDED, Optional.of("CHARGED_BACK"));
  }

  private static GatewayRefund refund(String key, String id, long amount) {
    return new GatewayRefund(
        key, Optional.of(id), rupiah(amount), GatewayRefund.State.SUCCEEDED, Optional.empty());
  }

  @Test
  void methodShouldBeInOurWords() {
    assertEquals(Optional.of(PaymentMethod.BANK_TRANSFER), method("bank_transfer"));
    assertEquals(Optional.of(PaymentMethod.BANK_TRANSFER), method("echannel"));
    assertEquals(Optional.of(PaymentMethod.QRIS), method("qris"));
    assertEquals(Optional.of(PaymentMethod.EWALLET), method("gopay"));
    assertEquals(Optional.of(PaymentMethod.EWALLET), method("shopeepay"));
    assertEquals(Optional.of(PaymentMethod.EWALLET), method("DANA"));
    assertEquals(Optional.of(PaymentMethod.EWALLET), method("ovo"));
    assertEquals(Optional.of(PaymentMethod.CREDIT_CARD), method("credit_card"));
    assertEquals(Optional.of(PaymentMethod.CONVENIENCE_STORE), method("cstore"));
    assertEquals(Optional.empty(), method("akulaku"));
  }

  private static Optional<PaymentMethod> method(String type) {
    return read(body("pending").put("payment_type", type)).method();
  }

  @Test
  void textShouldHaveNoCard() {
    GatewayAnswer.Known known =
        read(body("capture").put("masked_card", "481111-1114").put("bank", "bca"));

    assertFalse(known.text().contains("1114"), known.text());
    assertEquals("bca", new JsonObject(known.text()).getString("bank"));
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

  private static GatewayAnswer.Known read(JsonObject body) {
    return new MidtransTransaction(new GatewayJson(body)).known();
  }
}
