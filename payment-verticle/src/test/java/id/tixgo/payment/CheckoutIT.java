package id.tixgo.payment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tixgo.common.test.Answer;
import id.tixgo.common.test.Eventually;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From a hold to its tickets, through real services and simulated gateways. */
class CheckoutIT {
  private static CashDesk desk;
  private static String type;

  @BeforeAll
  static void open() {
    desk = new CashDesk();
    type = desk.type(1000);
  }

  @AfterEach
  void mend() {
    desk.mend();
  }

  @AfterAll
  static void close() {
    desk.close();
  }

  @ParameterizedTest
  @CsvSource({"qris,midtrans", "bank_transfer,midtrans", "ewallet,xendit", "bank_transfer,xendit"})
  void whatIsPaidShouldHaveItsTickets(String method, String gateway) {
    String buyer = desk.buyer();
    String booking = desk.hold(buyer, type, 2);
    JsonObject begun = desk.checkout(buyer, booking, method, gateway);
    JsonObject payment = begun.getJsonObject("payment");
    assertEquals("PENDING", payment.getString("status"));
    assertTrue(payment.getString("redirect_url").startsWith("http"));
    assertEquals(2 * CashDesk.PRICE, begun.getJsonObject("order").getInteger("total_amount"));
    assertEquals("PROCESSING", begun.getJsonObject("transaction").getString("status"));
    desk.move("pay", CashDesk.reference(begun));
    desk.awaitBooking(booking, "PAID");
    desk.awaitOrder(begun, "COMPLETED");
    assertEquals(2, desk.booking(booking).getJsonArray("tickets").size());
    assertEquals("COMPLETED", desk.transactionNow(begun).getString("status"));
    assertEquals(gateway, desk.transactionNow(begun).getString("payment_gateway"));
  }

  @Test
  void aRepeatedRequestShouldBeOneChargeWithOneAnswer() {
    String buyer = desk.buyer();
    String booking = desk.hold(buyer, type, 1);
    JsonObject body = CashDesk.by(booking, "qris", "midtrans");
    List<String> same =
        IntStream.range(0, 20)
            .parallel()
            .mapToObj(
                i ->
                    desk.payment(buyer)
                        .with("Idempotency-Key", "one")
                        .post("/checkout", body)
                        .expect(201)
                        .body())
            .toList();
    assertEquals(1, Set.copyOf(same).size());
    List<Long> others =
        IntStream.range(0, 20)
            .parallel()
            .mapToObj(
                i ->
                    desk.payment(buyer)
                        .with("Idempotency-Key", "other-" + i)
                        .post("/checkout", body)
                        .expect(201)
                        .json()
                        .getJsonObject("payment")
                        .getLong("id"))
            .toList();
    JsonObject first = new JsonObject(same.get(0));
    long id = first.getJsonObject("payment").getLong("id");
    assertEquals(Set.of(id), others.stream().collect(Collectors.toSet()));
    JsonArray creates =
        desk.simulatorLog("/_sim/calls?operation=create&reference=" + CashDesk.reference(first));
    assertEquals(1, creates.size());
    desk.payment(buyer)
        .with("Idempotency-Key", "one")
        .post("/checkout", CashDesk.by(booking, "bank_transfer", "midtrans"))
        .expect(422, "KEY_REUSED");
  }

  @Test
  void anotherMethodShouldGiveUpTheFirstAttempt() {
    String buyer = desk.buyer();
    String booking = desk.hold(buyer, type, 1);
    JsonObject first = desk.checkout(buyer, booking, "qris", "midtrans");
    JsonObject second = desk.checkout(buyer, booking, "bank_transfer", "xendit");
    assertNotEquals(CashDesk.reference(first), CashDesk.reference(second));
    assertEquals(first.getJsonObject("order"), withoutTimes(second.getJsonObject("order"), first));
    desk.awaitPayment(first, "CANCELLED");
    desk.move("pay", CashDesk.reference(second));
    desk.awaitBooking(booking, "PAID");
  }

  private static JsonObject withoutTimes(JsonObject order, JsonObject first) {
    return order.put("updated_at", first.getJsonObject("order").getString("updated_at"));
  }

  /** One may pay on the first page after having chosen anew: one of both goes back. */
  @Test
  void ofTwoPaidAttemptsOneShouldCountAndTheOtherGoBack() {
    String buyer = desk.buyer();
    String booking = desk.hold(buyer, type, 1);
    desk.switchTo("deliveries", "paused");
    desk.simulator(
        "PUT",
        "/_sim/faults",
        new JsonObject().put("match", "cancel").put("kind", "error-500").put("always", true));
    JsonObject first = desk.checkout(buyer, booking, "qris", "midtrans");
    JsonObject second = desk.checkout(buyer, booking, "ewallet", "xendit");
    desk.move("pay", CashDesk.reference(first) + "?wait=false");
    desk.move("pay", CashDesk.reference(second) + "?wait=false");
    desk.clock().advance(Duration.ofSeconds(61));
    desk.awaitBooking(booking, "PAID");
    desk.mend();
    Eventually.await(
        "one is given back", () -> statuses(first, second).equals(List.of("PAID", "REFUNDED")));
    assertEquals("COMPLETED", desk.order(first).text("status"));
    assertEquals(1, desk.booking(booking).getJsonArray("tickets").size());
  }

  private static List<String> statuses(JsonObject first, JsonObject second) {
    return Stream.of(first, second)
        .map(begun -> desk.paymentNow(begun).getString("status"))
        .sorted()
        .toList();
  }

  @Test
  void moneyThatPeopleTakeShouldBeConfirmedByThem() {
    String buyer = desk.buyer();
    String booking = desk.hold(buyer, type, 1);
    JsonObject begun = desk.checkout(buyer, booking, "cash", "manual");
    long id = begun.getJsonObject("payment").getLong("id");
    JsonObject seen = new JsonObject().put("reference", "R-17").put("reason", "at the counter");
    desk.payment(buyer).post("/payments/" + id + "/confirm", seen).expect(403, "FORBIDDEN");
    assertEquals(
        "PAID", desk.admin().post("/payments/" + id + "/confirm", seen).expect(200).text("status"));
    desk.admin().post("/payments/" + id + "/confirm", seen).expect(200);
    desk.awaitBooking(booking, "PAID");
    assertTrue(desk.paymentNow(begun).getString("reason").contains("R-17"));
    desk.awaitOrder(begun, "COMPLETED");
    whatIsPaidShouldNotBeUndoneByHand(begun);
  }

  private static void whatIsPaidShouldNotBeUndoneByHand(JsonObject begun) {
    String path = "/orders/" + begun.getJsonObject("order").getLong("id") + "/status";
    JsonObject wanted = new JsonObject().put("reason", "undone");
    desk.admin().put(path, wanted.put("status", "CONFIRMED")).expect(409, "STATUS_FOLLOWS");
    desk.admin().put(path, wanted.put("status", "CANCELLED")).expect(409, "NOT_CANCELLABLE");
    desk.admin().delete("/transactions/" + CashDesk.transaction(begun)).expect(405);
    assertEquals("COMPLETED", desk.order(begun).text("status"));
  }

  @Test
  void moneyOfAGatewayShouldNotBeConfirmedByHand() {
    String buyer = desk.buyer();
    JsonObject begun = desk.checkout(buyer, desk.hold(buyer, type, 1), "qris", "midtrans");
    long id = begun.getJsonObject("payment").getLong("id");
    desk.admin()
        .post(
            "/payments/" + id + "/confirm",
            new JsonObject().put("reference", "R-17").put("reason", "seen"))
        .expect(409, "NOT_CONFIRMABLE");
  }

  @Test
  void whatIsAnothersShouldBeNobodysBusiness() {
    String buyer = desk.buyer();
    String booking = desk.hold(buyer, type, 1);
    JsonObject begun = desk.checkout(buyer, booking, "qris", "midtrans");
    var stranger = desk.payment(desk.buyer());
    stranger.post("/checkout", CashDesk.by(booking, "qris", "midtrans")).expect(404, "NOT_FOUND");
    long order = begun.getJsonObject("order").getLong("id");
    stranger.get("/orders/" + order).expect(404, "NOT_FOUND");
    stranger.get("/transactions/" + CashDesk.transaction(begun)).expect(404, "NOT_FOUND");
    stranger
        .get("/payments/" + begun.getJsonObject("payment").getLong("id"))
        .expect(404, "NOT_FOUND");
    stranger
        .post("/transactions/" + CashDesk.transaction(begun) + "/cancel", new JsonObject())
        .expect(404, "NOT_FOUND");
    assertEquals(0, stranger.get("/orders").expect(200).array().size());
    assertEquals(0, stranger.get("/transactions/").expect(200).array().size());
  }

  @Test
  void stepsOfTheReferenceShouldDoWhatCheckoutDoes() {
    String buyer = desk.buyer();
    String booking = desk.hold(buyer, type, 1);
    JsonObject sold =
        new JsonObject()
            .put("service_type", "EVENT")
            .put("service_id", booking)
            .put("unit_price", 1)
            .put("total_amount", 1);
    Answer order = desk.payment(buyer).post("/orders/", sold).expect(201);
    assertEquals("DRAFT", order.text("status"));
    assertEquals(CashDesk.PRICE, order.json().getInteger("total_amount"));
    assertEquals(
        order.json().getLong("id"),
        desk.payment(buyer).post("/orders/", sold).expect(201).json().getLong("id"));
    JsonObject transaction =
        desk.payment(buyer)
            .post("/transactions/", new JsonObject().put("order_id", order.json().getLong("id")))
            .expect(201)
            .json();
    assertEquals("PENDING", transaction.getString("status"));
    JsonObject described =
        desk.payment(buyer)
            .put(
                "/transactions/" + transaction.getLong("id"),
                new JsonObject().put("metadata", new JsonObject().put("seat", "aisle")))
            .expect(200)
            .json();
    assertEquals("aisle", described.getJsonObject("metadata").getString("seat"));
    JsonObject payment =
        desk.payment(buyer)
            .post(
                "/payments/",
                new JsonObject()
                    .put("transaction_id", transaction.getLong("id"))
                    .put("payment_method", "qris"))
            .expect(201)
            .json();
    desk.move("pay", payment.getString("reference"));
    desk.awaitBooking(booking, "PAID");
  }

  @Test
  void aCancelledTransactionShouldBePaidByNobody() {
    String buyer = desk.buyer();
    JsonObject begun = desk.checkout(buyer, desk.hold(buyer, type, 1), "qris", "midtrans");
    String path = "/transactions/" + CashDesk.transaction(begun);
    Set<String> cancelled =
        IntStream.range(0, 20)
            .parallel()
            .mapToObj(
                i ->
                    desk.payment(buyer)
                        .post(path + "/cancel", new JsonObject())
                        .expect(200)
                        .text("status"))
            .collect(Collectors.toSet());
    assertEquals(Set.of("CANCELLED"), cancelled);
    desk.awaitPayment(begun, "CANCELLED");
    assertEquals("CANCELLED", desk.order(begun).text("status"));
  }

  @Test
  void aHoldThatIsOverShouldEndItsOrder() {
    String buyer = desk.buyer();
    String booking = desk.hold(buyer, type, 1);
    JsonObject begun = desk.checkout(buyer, booking, "qris", "midtrans");
    desk.clock().advance(Duration.ofMinutes(16));
    desk.awaitOrder(begun, "CANCELLED");
    assertEquals("BOOKING_EXPIRED", desk.order(begun).text("reason"));
    assertEquals("FAILED", desk.transactionNow(begun).getString("status"));
    desk.payment(buyer)
        .post("/checkout", CashDesk.by(booking, "qris", "midtrans"))
        .expect(409, "NOT_PAYABLE");
  }

  @Test
  void howOneCanPayShouldBeSaid() {
    JsonArray methods =
        desk.payment(desk.buyer())
            .get("/checkout/methods")
            .expect(200)
            .json()
            .getJsonArray("methods");
    assertEquals(offered("qris", "midtrans", true), methods.getJsonObject(0));
    assertTrue(methods.contains(offered("bank_transfer", "midtrans", false)));
    assertTrue(methods.contains(offered("ewallet", "xendit", true)));
    assertEquals(offered("manual", "manual", false), methods.getJsonObject(methods.size() - 1));
  }

  private static JsonObject offered(String method, String gateway, boolean refundable) {
    return new JsonObject()
        .put("payment_method", method)
        .put("payment_gateway", gateway)
        .put("refundable", refundable);
  }

  @Test
  void whatCannotBePaidForShouldBeSaid() {
    String buyer = desk.buyer();
    String booking = desk.hold(buyer, type, 1);
    desk.payment(buyer)
        .post("/checkout", CashDesk.by(booking, "qris", "gopay"))
        .expect(422, "UNKNOWN_GATEWAY");
    desk.payment(buyer).post("/checkout", CashDesk.by(booking, "wallet", null)).expect(422);
    desk.payment(buyer)
        .post("/checkout", new JsonObject().put("payment_method", "qris"))
        .expect(422, "VALIDATION_ERROR");
    desk.payment(buyer)
        .post(
            "/checkout",
            new JsonObject()
                .put("service_type", "FLIGHT")
                .put("service_id", "GA-1")
                .put("payment_method", "qris"))
        .expect(503, "NOT_CONFIGURED");
    assertFalse(desk.payment(buyer).get("/orders").body().contains(booking));
  }
}
