package id.tixgo.payment.client;

import static id.tixgo.payment.client.PaymentSamples.REFERENCE_IN_PATHS;
import static id.tixgo.payment.client.PaymentSamples.known;
import static id.tixgo.payment.client.PaymentSamples.rupiah;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import id.tixgo.common.test.RunningSystem;
import id.tixgo.payment.domain.GatewayAnswer;
import id.tixgo.payment.domain.GatewayRefund;
import id.tixgo.payment.domain.GatewayState;
import id.tixgo.payment.domain.KnownPayment;
import id.tixgo.payment.domain.PaymentMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class XenditStatusTest {
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
  void statusShouldBeInOurWords() {
    gateway.answers(REFUNDS, NO_REFUNDS);
    assertEquals(GatewayState.PENDING, state(invoice("inv1", "PENDING")));
    assertEquals(GatewayState.PAID, state(invoice("inv1", "PAID").put("paid_amount", 300000)));
    assertEquals(GatewayState.PAID, state(invoice("inv1", "SETTLED")));
    assertEquals(GatewayState.EXPIRED, state(invoice("inv1", "EXPIRED")));
    assertEquals(GatewayState.EXPIRED, state(invoice("inv1", "EXPIRED").put("paid_amount", 0)));
  }

  private GatewayState state(JsonObject invoice) {
    return told(invoice).state();
  }

  private GatewayAnswer.Known told(JsonObject invoice) {
    gateway.answers(BY_ID, invoice.encode());
    return assertInstanceOf(GatewayAnswer.Known.class, ask(known("inv1")));
  }

  @Test
  void paidShouldBeWhatWasPaid() {
    gateway.answers(REFUNDS, NO_REFUNDS);
    assertEquals(rupiah(300_000), told(invoice("inv1", "SETTLED")).paid());
    assertEquals(
        rupiah(310_000), told(invoice("inv1", "PAID").put("paid_amount", 310000.0)).paid());
    assertEquals(rupiah(0), told(invoice("inv1", "PENDING").put("paid_amount", 1000)).paid());
  }

  @Test
  void moneyAfterTheEndShouldBePaid() {
    gateway.answers(REFUNDS, NO_REFUNDS);

    GatewayAnswer.Known known = told(invoice("inv1", "EXPIRED").put("paid_amount", 300000));

    assertEquals(GatewayState.PAID, known.state());
    assertEquals(rupiah(300_000), known.paid());
  }

  @Test
  void methodShouldBeInOurWords() {
    assertEquals(Optional.of(PaymentMethod.BANK_TRANSFER), method("BANK_TRANSFER"));
    assertEquals(Optional.of(PaymentMethod.CONVENIENCE_STORE), method("RETAIL_OUTLET"));
    assertEquals(Optional.of(PaymentMethod.EWALLET), method("EWALLET"));
    assertEquals(Optional.of(PaymentMethod.QRIS), method("QR_CODE"));
    assertEquals(Optional.of(PaymentMethod.CREDIT_CARD), method("CREDIT_CARD"));
    assertEquals(Optional.empty(), method("PAYLATER"));
  }

  private static Optional<PaymentMethod> method(String name) {
    JsonObject invoice = invoice("inv1", "PENDING").put("payment_method", name);
    return new XenditInvoice(new GatewayJson(invoice)).known(List.of()).method();
  }

  @Test
  void statusShouldBeUnknownWhenXenditSaysSomethingNew() {
    for (JsonObject invoice :
        List.of(
            invoice("inv1", "TELEPORTED"),
            new JsonObject(),
            invoice("inv1", "PENDING").putNull("id"))) {
      gateway.answers(BY_ID, invoice.encode());
      assertInstanceOf(GatewayAnswer.Unknown.class, ask(known("inv1")));
    }
    gateway.answers(REFUNDS, NO_REFUNDS);
    gateway.answers(BY_ID, invoice("inv1", "PAID").put("amount", 4550.5).encode());
    assertInstanceOf(GatewayAnswer.Unknown.class, ask(known("inv1")));
  }

  @Test
  void statusShouldBeUnknownWhenTheKeyIsWrong() {
    gateway.answers(BY_ID, 401, "{\"error_code\":\"INVALID_API_KEY\"}");

    assertEquals(
        new GatewayAnswer.Unknown("Xendit does not accept our secret key."), ask(known("inv1")));
  }

  @Test
  void statusShouldBeNotFoundWhenXenditSaysSo() {
    gateway.answers(BY_ID, 404, "{\"error_code\":\"INVOICE_NOT_FOUND_ERROR\"}");
    assertEquals(new GatewayAnswer.NotFound(), ask(known("inv1")));
    gateway.answers(BY_ID, 404, "{\"message\":\"no route\"}");
    assertInstanceOf(GatewayAnswer.Unknown.class, ask(known("inv1")));
  }

  @Test
  void statusShouldLookByOurNameWhenTheIdIsUnknown() {
    gateway.answers(BY_REFERENCE, "[]");
    assertEquals(new GatewayAnswer.NotFound(), ask(known()));

    gateway.answers(BY_REFERENCE, list(invoice("other", "PAID").put("external_id", "TIX-2~1")));
    assertEquals(new GatewayAnswer.NotFound(), ask(known()));
  }

  @Test
  void statusShouldTellOfTheInvoiceThatHasMoneyWhenThereAreSeveral() {
    gateway.answers(REFUNDS, NO_REFUNDS);
    gateway.answers(
        BY_REFERENCE,
        list(
            invoice("inv0", "PENDING").put("created", "2026-11-26T19:00:00.000Z"),
            invoice("inv1", "SETTLED"),
            invoice("inv2", "EXPIRED").put("created", "2026-11-26T18:00:00.000Z")));

    GatewayAnswer.Known known = assertInstanceOf(GatewayAnswer.Known.class, ask(known()));

    assertEquals(Optional.of("inv1"), known.gatewayId());
  }

  @Test
  void statusShouldTellOfTheNewestThatWaitsWhenNoneHasMoney() {
    gateway.answers(
        BY_REFERENCE,
        list(
            invoice("inv0", "PENDING").put("created", "2026-11-26T17:00:00.000Z"),
            invoice("inv1", "PENDING").put("created", "2026-11-26T18:00:00.000Z"),
            invoice("inv2", "EXPIRED").put("created", "2026-11-26T19:00:00.000Z")));

    GatewayAnswer.Known known = assertInstanceOf(GatewayAnswer.Known.class, ask(known()));

    assertEquals(Optional.of("inv1"), known.gatewayId());
  }

  @Test
  void refundsShouldBeThoseOfTheInvoice() {
    gateway.answers(
        REFUNDS,
        """
        {"data": [
          {"id": "rfd-1", "invoice_id": "inv1", "reference_id": "k1", "amount": 100000,
           "currency": "IDR", "status": "SUCCEEDED"},
          {"id": "rfd-2", "invoice_id": "inv1", "amount": 5000, "status": "PENDING"},
          {"id": "rfd-3", "invoice_id": "inv1", "reference_id": "k3", "amount": 1000,
           "currency": "IDR", "status": "FAILED", "failure_code": "ACCOUNT_NOT_FOUND"},
          {"id": "rfd-4", "invoice_id": "inv2", "reference_id": "k4", "amount": 1000,
           "currency": "IDR", "status": "SUCCEEDED"}],
         "has_more": false}
        """);

    List<GatewayRefund> refunds = told(invoice("inv1", "SETTLED")).refunds();

    assertEquals(
        List.of(
            refund("k1", "rfd-1", 100_000, GatewayRefund.State.SUCCEEDED, ""),
            refund("rfd-2", "rfd-2", 5_000, GatewayRefund.State.PENDING, ""),
            refund(
                "k3",
                "rfd-3",
                1_000,
                GatewayRefund.State.FAILED,
                "The buyer's account can't take the money.")),
        refunds);
  }

  private static GatewayRefund refund(
      String key, String id, long amount, GatewayRefund.State state, String reason) {
    return new GatewayRefund(
        key,
        Optional.of(id),
        rupiah(amount),
        state,
        Optional.of(reason).filter(text -> !text.isEmpty()));
  }

  @Test
  void statusShouldBeUnknownWhenRefundsCantBeAskedFor() {
    gateway.answers(BY_ID, invoice("inv1", "SETTLED").encode());
    gateway.answers(REFUNDS, 503, "{}");

    assertInstanceOf(GatewayAnswer.Unknown.class, ask(known("inv1")));
  }

  @Test
  void statusShouldHaveNoRefundsWhenOurKeyMayNotReadThem() {
    gateway.answers(REFUNDS, 403, "{\"error_code\":\"REQUEST_FORBIDDEN_ERROR\"}");

    assertEquals(List.of(), told(invoice("inv1", "SETTLED")).refunds());
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

  private GatewayAnswer ask(KnownPayment payment) {
    return RunningSystem.await(gateway.xendit().status(payment));
  }
}
