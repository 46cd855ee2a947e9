package id.tixgo.payment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tixgo.common.test.Eventually;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What gateways send, twice, out of order, too early, too late, or not at all; and what others do.
 */
class WebhooksIT {
  private static CashDesk desk;
  private static String type;

  @BeforeAll
  static void open() {
    desk = new CashDesk();
    type = desk.type(1000);
  }

  @AfterAll
  static void close() {
    desk.close();
  }

  @AfterEach
  void mend() {
    desk.mend();
  }

  private static JsonObject begun(String booking, String buyer) {
    return desk.checkout(buyer, booking, "qris", "midtrans");
  }

  private static void notifyBy(JsonObject begun, JsonObject how) {
    desk.simulator("POST", "/_sim/notify/" + CashDesk.reference(begun), how);
  }

  private static List<Integer> answers(JsonObject begun) {
    JsonArray log = desk.simulatorLog("/_sim/deliveries?reference=" + CashDesk.reference(begun));
    return log.stream().map(d -> ((JsonObject) d).getInteger("status")).toList();
  }

  @Test
  void manyAtOnceShouldBeOneFulfilment() {
    String buyer = desk.buyer();
    String booking = desk.hold(buyer, type, 1);
    JsonObject begun = begun(booking, buyer);
    desk.move("pay", CashDesk.reference(begun));
    notifyBy(begun, new JsonObject().put("times", 20).put("concurrent", true));
    desk.awaitOrder(begun, "COMPLETED");
    assertEquals(1, desk.booking(booking).getJsonArray("tickets").size());
    assertTrue(answers(begun).stream().allMatch(status -> status == 200));
  }

  @Test
  void whatComesOutOfOrderShouldTakeNothingBack() {
    String buyer = desk.buyer();
    String booking = desk.hold(buyer, type, 1);
    JsonObject begun = begun(booking, buyer);
    desk.move("pay", CashDesk.reference(begun));
    desk.awaitOrder(begun, "COMPLETED");
    notifyBy(
        begun, new JsonObject().put("order", new JsonArray(List.of("pending", "deny", "expire"))));
    assertEquals("PAID", desk.paymentNow(begun).getString("status"));
    assertEquals("PAID", desk.booking(booking).getString("status"));
  }

  @Test
  void whatIsForgedShouldBeRefusedAndChangeNothing() {
    String buyer = desk.buyer();
    JsonObject begun = begun(desk.hold(buyer, type, 1), buyer);
    notifyBy(begun, new JsonObject().put("forged", true).put("status", "settlement"));
    assertEquals(List.of(403), answers(begun).stream().distinct().toList());
    assertEquals("PENDING", desk.paymentNow(begun).getString("status"));
    var anyone = desk.payment(buyer);
    anyone.post("/webhooks/payment", new JsonObject()).expect(404, "UNKNOWN_GATEWAY");
    anyone.post("/webhooks/payment/", new JsonObject()).expect(404, "UNKNOWN_GATEWAY");
    anyone.post("/webhooks/payment/midtrans", new JsonObject()).expect(403, "FORGED");
    anyone.post("/webhooks/payment/midtrans/", new JsonObject()).expect(403, "FORGED");
    anyone
        .with("x-callback-token", "guess")
        .post("/webhooks/payment", new JsonObject().put("id", "1"))
        .expect(403, "FORGED");
    anyone.post("/webhooks/payment/paypal", new JsonObject()).expect(404, "UNKNOWN_GATEWAY");
    anyone
        .with("Content-Type", "application/json")
        .send("POST", "/webhooks/payment", "{\"a\":\"" + "x".repeat(100_000) + "\"}")
        .expect(413);
  }

  @Test
  void theGatewaysOwnWordShouldCountNotTheNotifications() {
    String buyer = desk.buyer();
    JsonObject begun = begun(desk.hold(buyer, type, 1), buyer);
    notifyBy(begun, new JsonObject().put("status", "settlement"));
    Eventually.await(
        "the gateway was asked",
        () ->
            desk.simulatorLog("/_sim/calls?operation=status&reference=" + CashDesk.reference(begun))
                    .size()
                > 0);
    assertEquals("PENDING", desk.paymentNow(begun).getString("status"));
  }

  @Test
  void oneThatComesBeforeTheAnswerShouldCount() {
    desk.switchTo("webhook_before_answer", true);
    String buyer = desk.buyer();
    String booking = desk.hold(buyer, type, 1);
    JsonObject begun = begun(booking, buyer);
    desk.move("pay", CashDesk.reference(begun));
    desk.awaitBooking(booking, "PAID");
  }

  @Test
  void anAnswerThatGotLostShouldBeAskedFor() {
    desk.simulator(
        "PUT",
        "/_sim/faults",
        new JsonObject().put("match", "create").put("kind", "drop-answer-after-applying"));
    String buyer = desk.buyer();
    String booking = desk.hold(buyer, type, 1);
    JsonObject begun = desk.checkout(buyer, booking, "ewallet", "xendit");
    assertEquals("UNKNOWN", begun.getJsonObject("payment").getString("status"));
    desk.clock().advance(Duration.ofSeconds(6));
    desk.awaitPayment(begun, "PENDING");
    desk.move("pay", CashDesk.reference(begun));
    desk.awaitBooking(booking, "PAID");
  }

  @Test
  void whatNobodyTellsShouldBeAskedFor() {
    desk.switchTo("deliveries", "paused");
    String buyer = desk.buyer();
    String booking = desk.hold(buyer, type, 1);
    JsonObject begun = begun(booking, buyer);
    desk.simulator(
        "POST", "/_sim/pay/" + CashDesk.reference(begun) + "?wait=false", new JsonObject());
    desk.clock().advance(Duration.ofSeconds(61));
    desk.awaitBooking(booking, "PAID");
  }

  @Test
  void tooLittleShouldPayNothingAndBeSeen() {
    String buyer = desk.buyer();
    String booking = desk.hold(buyer, type, 1);
    JsonObject begun = begun(booking, buyer);
    desk.simulator(
        "POST",
        "/_sim/pay/" + CashDesk.reference(begun),
        new JsonObject().put("amount", CashDesk.PRICE - 1000));
    JsonObject open = suspense(begun, "UNDERPAID");
    assertEquals(CashDesk.PRICE - 1000, open.getInteger("amount"));
    assertEquals("PENDING", desk.booking(booking).getString("status"));
    JsonObject how = new JsonObject().put("outcome", "returned").put("note", "Back by transfer");
    String path = "/suspense/" + open.getLong("id") + "/resolve";
    assertEquals("admin", desk.admin().post(path, how).expect(200).text("resolved_by"));
    desk.admin().post(path, how).expect(409, "RESOLVED");
    assertEquals("Back by transfer", listed("resolved", open.getLong("id")).getString("note"));
    assertTrue(listed("open", open.getLong("id")).isEmpty());
    desk.payment(buyer).get("/suspense").expect(403, "FORBIDDEN");
  }

  @Test
  void whatTheGatewayAddsToThePriceShouldBeItsFee() {
    desk.switchTo("fee_imposition", 2500);
    String buyer = desk.buyer();
    String booking = desk.hold(buyer, type, 1);
    JsonObject begun = begun(booking, buyer);
    desk.move("pay", CashDesk.reference(begun));
    desk.awaitBooking(booking, "PAID");
    assertEquals(CashDesk.PRICE, desk.paymentNow(begun).getInteger("received_amount"));
  }

  @Test
  void aStrangersPaymentShouldBeSeen() {
    desk.simulator(
        "POST",
        "/_sim/notify/TIX-NOBODYS~1",
        new JsonObject().put("gateway", "midtrans").put("status", "settlement"));
    Eventually.await(
        "it is in suspense",
        () ->
            reconciliation().getJsonArray("suspense").stream()
                .map(JsonObject.class::cast)
                .anyMatch(item -> item.getString("reference").equals("TIX-NOBODYS~1")));
  }

  @Test
  void lateMoneyShouldTakePlacesAgainOrGoBack() {
    String few = desk.type(1);
    String buyer = desk.buyer();
    String late = desk.hold(buyer, few, 1);
    JsonObject begun = desk.checkout(buyer, late, "ewallet", "xendit");
    desk.clock().advance(Duration.ofMinutes(16));
    desk.awaitPayment(begun, "EXPIRED");
    desk.move("late-pay", CashDesk.reference(begun));
    desk.awaitBooking(late, "PAID");
    desk.awaitOrder(begun, "COMPLETED");
  }

  /** Xendit gives nothing back of an invoice that had expired: somebody has to transfer it. */
  @Test
  void lateMoneyForWhatIsGoneShouldGoBack() {
    String few = desk.type(1);
    String buyer = desk.buyer();
    String late = desk.hold(buyer, few, 1);
    JsonObject begun = desk.checkout(buyer, late, "ewallet", "xendit");
    desk.clock().advance(Duration.ofMinutes(16));
    desk.awaitPayment(begun, "EXPIRED");
    desk.hold(desk.buyer(), few, 1);
    desk.move("late-pay", CashDesk.reference(begun));
    Eventually.await("a payout is promised", () -> payout(begun).size() > 0);
    JsonObject payout = payout(begun);
    assertEquals("SOLD_OUT", payout.getString("reason"));
    desk.admin()
        .post(
            "/refunds/" + payout.getLong("id") + "/confirm",
            new JsonObject().put("reference", "BCA 0412"))
        .expect(200);
    desk.awaitPayment(begun, "REFUNDED");
    assertEquals("EXPIRED", desk.booking(late).getString("status"));
    assertEquals("REFUNDED", desk.transactionNow(begun).getString("status"));
  }

  private static JsonObject payout(JsonObject begun) {
    return desk.transactionNow(begun).getJsonArray("refunds").stream()
        .map(JsonObject.class::cast)
        .filter(refund -> refund.getString("channel").equals("payout"))
        .findFirst()
        .orElse(new JsonObject());
  }

  @Test
  void whatABankTakesBackShouldTakeItsTickets() {
    String buyer = desk.buyer();
    String booking = desk.hold(buyer, type, 1);
    JsonObject begun = desk.bought(buyer, booking, "bank_transfer", "midtrans");
    desk.move("reverse", CashDesk.reference(begun));
    desk.awaitPayment(begun, "REVERSED");
    desk.awaitBooking(booking, "REFUNDED");
  }

  private static JsonObject reconciliation() {
    return desk.admin().get("/reports/reconciliation").expect(200).json();
  }

  /** Empty where it isn't listed so. */
  private static JsonObject listed(String status, long id) {
    return desk.admin().get("/suspense?limit=1000&status=" + status).expect(200).array().stream()
        .map(JsonObject.class::cast)
        .filter(item -> item.getLong("id") == id)
        .findFirst()
        .orElseGet(JsonObject::new);
  }

  private static JsonObject suspense(JsonObject begun, String reason) {
    long id = begun.getJsonObject("payment").getLong("id");
    Eventually.await(reason, () -> find(id, reason).size() > 0);
    return find(id, reason);
  }

  private static JsonObject find(long payment, String reason) {
    return reconciliation().getJsonArray("suspense").stream()
        .map(JsonObject.class::cast)
        .filter(item -> Long.valueOf(payment).equals(item.getLong("payment_id")))
        .filter(item -> item.getString("reason").equals(reason))
        .findFirst()
        .orElse(new JsonObject());
  }
}
