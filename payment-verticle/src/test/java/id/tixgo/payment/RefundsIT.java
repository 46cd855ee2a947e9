package id.tixgo.payment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tixgo.common.test.Answer;
import id.tixgo.common.test.Eventually;
import id.tixgo.common.test.ServiceApi;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Money that goes back: whole, in parts, by ticket, by hand, and reports of it. */
class RefundsIT {
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
  void theBooksShouldAgree() {
    desk.mend();
    JsonObject found = desk.admin().get("/reports/reconciliation").expect(200).json();
    assertEquals(
        BigDecimal.ZERO,
        found.getJsonArray("accounts").stream()
            .map(account -> new BigDecimal(((JsonObject) account).getValue("balance").toString()))
            .reduce(BigDecimal.ZERO, BigDecimal::add));
    found
        .getJsonArray("gateways")
        .forEach(row -> assertEquals(0, ((JsonObject) row).getInteger("difference")));
  }

  private static JsonObject bought(String method, String gateway) {
    String buyer = desk.buyer();
    return desk.bought(buyer, desk.hold(buyer, type, 2), method, gateway);
  }

  private static String booking(JsonObject begun) {
    return begun.getJsonObject("order").getString("service_id");
  }

  private static Answer refund(JsonObject begun, JsonObject body) {
    return refund(desk.admin(), begun, body);
  }

  private static Answer refund(ServiceApi api, JsonObject begun, JsonObject body) {
    return api.post(
        "/transactions/" + CashDesk.transaction(begun) + "/refund", body.put("reason", "Moved"));
  }

  @Test
  void aWholeRefundShouldTakeTheTicketsBack() {
    JsonObject begun = bought("qris", "midtrans");
    assertEquals("SUCCEEDED", refund(begun, new JsonObject()).expect(200).text("status"));
    desk.awaitBooking(booking(begun), "REFUNDED");
    assertEquals("CANCELLED", desk.order(begun).text("status"));
    assertEquals("REFUNDED", desk.transactionNow(begun).getString("status"));
    assertEquals("REFUNDED", desk.paymentNow(begun).getString("status"));
  }

  @Test
  void aPartShouldLeaveTheTicketsGood() {
    JsonObject begun = bought("qris", "midtrans");
    refund(begun, new JsonObject().put("amount", 100_000)).expect(200);
    assertEquals("PARTIALLY_REFUNDED", desk.paymentNow(begun).getString("status"));
    assertEquals("COMPLETED", desk.order(begun).text("status"));
    assertEquals("PAID", desk.booking(booking(begun)).getString("status"));
  }

  @Test
  void aRefundByTicketShouldEndThatTicketAlone() {
    JsonObject begun = bought("qris", "midtrans");
    JsonArray tickets = desk.booking(booking(begun)).getJsonArray("tickets");
    String one = tickets.getJsonObject(0).getString("ticket_id");
    refund(
            begun,
            new JsonObject()
                .put("amount", CashDesk.PRICE)
                .put("tickets", new JsonArray(List.of(one))))
        .expect(200);
    Eventually.await("one ticket is good", () -> good(begun) == 1);
    assertEquals("PAID", desk.booking(booking(begun)).getString("status"));
    refund(begun, new JsonObject().put("tickets", new JsonArray(List.of(one)))).expect(422);
  }

  private static long good(JsonObject begun) {
    return desk.booking(booking(begun)).getJsonArray("tickets").stream()
        .map(JsonObject.class::cast)
        .filter(ticket -> ticket.getString("status").equals("valid"))
        .count();
  }

  @Test
  void manyAtOnceShouldNeverGiveBackMoreThanWasPaid() {
    JsonObject begun = bought("qris", "midtrans");
    List<Integer> statuses =
        IntStream.range(0, 20)
            .parallel()
            .mapToObj(i -> refund(begun, new JsonObject().put("amount", 180_000)).status())
            .toList();
    assertEquals(1, statuses.stream().filter(status -> status == 200).count());
    assertEquals(19, statuses.stream().filter(status -> status == 409).count());
    Answer rest = refund(begun, new JsonObject().put("amount", 120_001));
    assertEquals(120_000, rest.expect(409, "REFUND_EXCEEDS_PAYMENT").json().getInteger("left"));
    refund(begun, new JsonObject().put("amount", 120_000)).expect(200);
    desk.awaitBooking(booking(begun), "REFUNDED");
    refund(begun, new JsonObject().put("amount", 0)).expect(422);
    refund(begun, new JsonObject().put("amount", -1)).expect(422);
    refund(begun, new JsonObject().put("amount", 0.5)).expect(422);
    refund(begun, new JsonObject().put("amount", 1e20)).expect(422);
    refund(begun, new JsonObject().put("amount", 9007199254740993L))
        .expect(409, "REFUND_EXCEEDS_PAYMENT");
    refund(begun, new JsonObject().put("amount", "100")).expect(422);
  }

  @Test
  void oneKeyShouldBeOneRefund() {
    JsonObject begun = bought("qris", "midtrans");
    JsonObject wanted = new JsonObject().put("amount", 50_000).put("refund_key", "case-1");
    long id = refund(begun, wanted).expect(200).json().getLong("id");
    assertEquals(id, refund(begun, wanted).expect(200).json().getLong("id"));
    refund(begun, wanted.copy().put("amount", 60_000)).expect(409, "REFUND_KEY_REUSED");
    assertEquals(50_000, desk.transactionNow(begun).getInteger("refunded_amount"));
  }

  @Test
  void anAnswerThatGotLostShouldBeAskedForAndBeOneRefund() {
    JsonObject begun = bought("qris", "midtrans");
    desk.simulator(
        "PUT",
        "/_sim/faults",
        new JsonObject().put("match", "refund").put("kind", "drop-answer-after-applying"));
    desk.switchTo("deliveries", "paused");
    Answer unknown = refund(begun, new JsonObject()).expect(202);
    assertEquals("UNKNOWN", unknown.text("status"));
    desk.clock().advance(Duration.ofSeconds(6));
    desk.awaitBooking(booking(begun), "REFUNDED");
    assertEquals(2 * CashDesk.PRICE, desk.transactionNow(begun).getInteger("refunded_amount"));
  }

  @Test
  void whatTheGatewayRefusesShouldBeSaidAndCanBeTriedAgain() {
    JsonObject begun = bought("ewallet", "xendit");
    desk.switchTo("refund_result", "fail");
    refund(begun, new JsonObject());
    Eventually.await(
        "it failed",
        () -> desk.transactionNow(begun).getJsonArray("refunds").encode().contains("FAILED"));
    assertEquals("PAID", desk.booking(booking(begun)).getString("status"));
    desk.switchTo("refund_result", "succeed");
    refund(begun, new JsonObject());
    desk.awaitBooking(booking(begun), "REFUNDED");
  }

  @Test
  void whatGatewaysAnsweredShouldBeReadableByAdmins() {
    JsonObject begun = bought("qris", "midtrans");
    long refund = refund(begun, new JsonObject()).expect(200).json().getLong("id");
    long payment = begun.getJsonObject("payment").getLong("id");
    String path = "/payments/" + payment + "/gateway-responses";
    JsonArray answers = desk.admin().get(path).expect(200).array();
    JsonObject paid = answers.getJsonObject(0);
    assertEquals(CashDesk.reference(begun), paid.getString("reference"));
    assertTrue(paid.getJsonObject("gateway_response").containsKey("transaction_status"));
    assertEquals(refund, answers.getJsonObject(1).getLong("refund_id"));
    assertEquals(
        "200", answers.getJsonObject(1).getJsonObject("gateway_response").getString("status_code"));
    desk.payment(desk.buyer()).get(path).expect(403, "FORBIDDEN");
  }

  @Test
  void whatNoCallGivesBackShouldBeTransferredByHand() {
    JsonObject begun = bought("bank_transfer", "midtrans");
    Answer promised = refund(begun, new JsonObject()).expect(202);
    assertEquals("payout", promised.text("channel"));
    assertTrue(
        desk.admin().get("/reports/reconciliation").json().getJsonArray("payouts").size() > 0);
    String path = "/refunds/" + promised.json().getLong("id") + "/confirm";
    JsonObject done = new JsonObject().put("reference", "BCA 0412");
    assertEquals("SUCCEEDED", desk.admin().post(path, done).expect(200).text("status"));
    desk.admin().post(path, done).expect(200);
    desk.awaitBooking(booking(begun), "REFUNDED");
  }

  @Test
  void whatTheGatewaysDeskGivesBackShouldBeRecorded() {
    JsonObject begun = bought("qris", "midtrans");
    desk.simulator(
        "POST",
        "/_sim/dashboard-refund/" + CashDesk.reference(begun),
        new JsonObject().put("amount", 40_000));
    Eventually.await(
        "it is recorded", () -> desk.transactionNow(begun).getInteger("refunded_amount") == 40_000);
    refund(begun, new JsonObject().put("amount", 260_001)).expect(409, "REFUND_EXCEEDS_PAYMENT");
  }

  @Test
  void aBookingThatStaffGiveBackShouldGetItsMoney() {
    JsonObject begun = bought("qris", "midtrans");
    desk.ticketingAdmin()
        .post("/bookings/" + booking(begun) + "/cancel", new JsonObject().put("refund", true))
        .expect(200);
    desk.awaitPayment(begun, "REFUNDED");
    assertEquals("CANCELLED", desk.order(begun).text("status"));
  }

  @Test
  void aCancelledEventShouldGiveAllBack() {
    String concert = desk.type(10);
    List<JsonObject> sold =
        IntStream.range(0, 3)
            .mapToObj(
                i -> {
                  String buyer = desk.buyer();
                  return desk.bought(buyer, desk.hold(buyer, concert, 1), "qris", "midtrans");
                })
            .toList();
    desk.cancelEvent(desk.eventOf(concert));
    sold.forEach(begun -> desk.awaitPayment(begun, "REFUNDED"));
    sold.forEach(begun -> desk.awaitBooking(booking(begun), "REFUNDED"));
    String path = "/refunds/events/" + desk.eventOf(concert);
    JsonObject row = desk.admin().get(path + "?limit=1").expect(200).array().getJsonObject(0);
    assertEquals(sold.get(0).getJsonObject("order").getValue("id"), row.getValue("order_id"));
    assertEquals("refunded", row.getString("result"));
    assertEquals(CashDesk.PRICE, row.getInteger("amount"));
    assertEquals(0, desk.admin().get(path + "?result=failed").expect(200).array().size());
    assertEquals(3, desk.admin().post(path, new JsonObject()).expect(200).array().size());
    desk.payment(desk.buyer()).get(path).expect(403, "FORBIDDEN");
    desk.admin().get("/refunds/events/" + desk.eventOf(type)).expect(404, "NOT_FOUND");
    desk.admin().post("/refunds/events/nowhere", new JsonObject()).expect(404, "NOT_FOUND");
  }

  @Test
  void whoIsInsideShouldGetMoneyBackByForceAlone() {
    JsonObject begun = bought("qris", "midtrans");
    desk.letIn(type, booking(begun));
    refund(begun, new JsonObject()).expect(409, "CHECKED_IN");
    assertEquals(0, desk.transactionNow(begun).getInteger("refunded_amount"));
    refund(begun, new JsonObject().put("force", true)).expect(200);
    desk.awaitBooking(booking(begun), "REFUNDED");
  }

  @Test
  void onlyAdminsShouldGiveMoneyBack() {
    JsonObject begun = bought("qris", "midtrans");
    refund(desk.payment(desk.buyer()), begun, new JsonObject()).expect(403, "FORBIDDEN");
  }

  @Test
  void reportsShouldAddUpToTheLedger() {
    bought("qris", "midtrans");
    JsonObject begun = bought("ewallet", "xendit");
    refund(begun, new JsonObject().put("amount", 25_000));
    Eventually.await(
        "it is back", () -> desk.transactionNow(begun).getInteger("refunded_amount") == 25_000);
    long accounts =
        desk.admin().get("/reports/reconciliation").json().getJsonArray("accounts").stream()
            .map(JsonObject.class::cast)
            .filter(a -> a.getString("account").matches("clearing:.*|payouts|fees"))
            .mapToLong(a -> a.getLong("balance"))
            .sum();
    for (String group : List.of("day", "event", "method", "gateway", "service_type")) {
      long net =
          desk.admin().get("/reports/revenue?group_by=" + group).expect(200).array().stream()
              .mapToLong(row -> ((JsonObject) row).getLong("net"))
              .sum();
      assertEquals(accounts, net, group);
    }
    String csv = desk.admin().get("/reports/revenue?format=csv&tz=Asia/Jakarta").expect(200).body();
    assertTrue(csv.contains("key,gross,fees,refunds,net,currency,count"), csv);
    desk.admin().get("/reports/transactions?format=xlsx").expect(200);
    Answer streamed = desk.admin().get("/reports/transactions").expect(200);
    assertEquals("chunked", streamed.header("Transfer-Encoding").orElse(""));
    assertEquals("application/json", streamed.header("Content-Type").orElse(""));
    assertTrue(streamed.array().size() > 1);
    assertTrue(desk.admin().get("/reports/refunds").expect(200).array().size() > 0);
    desk.payment(desk.buyer()).get("/reports/revenue").expect(403, "FORBIDDEN");
  }
}
