package id.tixgo.ticketing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tixgo.common.test.Eventually;
import id.tixgo.common.test.FreePort;
import id.tixgo.common.test.RunningSystem;
import id.tixgo.common.test.ServiceApi;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is paid online, from Payment's feed to the door, and back. */
class OnlinePaymentIT {
  private static TicketOffice office;
  private static FakePayment payment;
  private static ServiceApi siti;
  private static ServiceApi budi;

  private String event;
  private String type;

  @BeforeAll
  static void start() {
    String port = FreePort.next();
    office = new TicketOffice(2, Map.of("PAYMENT_PORT", port, "FEED_LOOK_MS", "20"));
    assertEquals("waiting", following().getString("state"));
    payment = new FakePayment(Integer.parseInt(port));
    RunningSystem.await(office.system().vertx().deployVerticle(payment));
    siti = office.buyer();
    budi = office.buyer();
  }

  @AfterAll
  static void stop() {
    office.close();
  }

  @BeforeEach
  void makeEvent() {
    event = office.event(100);
    type = office.type(event, "REGULAR", 150_000, 2);
  }

  private static JsonObject following() {
    return office.admin().get("/health/ready").expect(200).json().getJsonArray("feeds").stream()
        .map(JsonObject.class::cast)
        .filter(report -> report.getString("feed").equals("payment"))
        .findFirst()
        .orElseThrow();
  }

  private String held(int quantity) {
    return TicketOffice.hold(siti, event, type, quantity).expect(201).text("id");
  }

  private static JsonObject order(String bookingId) {
    return new JsonObject()
        .put("order_id", 7)
        .put("service_type", "EVENT")
        .put("service_id", bookingId)
        .put("user_id", 2)
        .put("username", "siti");
  }

  private static JsonObject money(long rupiah) {
    return new JsonObject().put("minor", rupiah * 100).put("currency", "IDR");
  }

  private static void tell(String what, JsonObject facts) {
    payment.tell(what, office.clock().instant(), facts);
    awaitAll();
  }

  private static void awaitAll() {
    int last = payment.told();
    Eventually.await("Ticketing has read " + last, () -> following().getInteger("seq") == last);
  }

  private static void paid(String bookingId, long paymentId, long rupiah) {
    tell(
        "payment_confirmed",
        order(bookingId)
            .put("order_number", "ORD-7")
            .put("transaction_id", 8)
            .put("payment_id", paymentId)
            .put("method", "qris")
            .put("gateway", "midtrans")
            .put("amount", money(rupiah)));
  }

  private static void givenBack(String bookingId, long paymentId, String ticket) {
    tell(
        "refund_processed",
        order(bookingId)
            .put("refund_id", 9)
            .put("payment_id", paymentId)
            .put("amount", money(150_000))
            .put("whole", false)
            .put("tickets", JsonArray.of(ticket))
            .put("reason", "ill"));
  }

  private static List<String> tickets(JsonObject booking) {
    return booking.getJsonArray("tickets").stream()
        .map(ticket -> ((JsonObject) ticket).getString("ticket_id"))
        .toList();
  }

  private boolean enters(String ticket) {
    JsonObject scan = new JsonObject().put("event_id", event).put("ticket_id", ticket);
    ServiceApi door = office.system().attendance().as(office.adminToken());
    return "checked_in".equals(door.post("/checkins?dry_run=true", scan).text("status"));
  }

  @Test
  void whatIsPaidOnlineShouldEnterUntilItIsGivenBack() {
    String id = held(2);
    paid(id, 21, 300_000);
    JsonObject booking = siti.get("/bookings/" + id).expect(200).json();
    assertEquals("PAID", booking.getString("status"));
    JsonObject receipt = booking.getJsonArray("payments").getJsonObject(0);
    assertEquals(21, receipt.getInteger("payment_id"));
    assertEquals("qris", receipt.getString("method"));
    List<String> tickets = tickets(booking);
    Eventually.await("both enter", () -> tickets.stream().allMatch(this::enters));
    givenBack(id, 21, tickets.get(0));
    Eventually.await("one enters no more", () -> !enters(tickets.get(0)));
    assertTrue(enters(tickets.get(1)));
    JsonObject left = siti.get("/bookings/" + id).expect(200).json();
    assertEquals("PAID", left.getString("status"));
    assertEquals(150_000, left.getInteger("refunded_amount"));
    expectSold(1, 1, 150_000);
  }

  private void expectSold(int sold, int refunded, int revenue) {
    JsonObject row =
        office.admin().get("/reports/sales?event_id=" + event).expect(200).array().getJsonObject(0);
    assertEquals(sold, row.getInteger("sold"));
    assertEquals(refunded, row.getInteger("refunded"));
    assertEquals(revenue, row.getInteger("revenue"));
    JsonObject left = siti.get("/ticket-types/" + type).expect(200).json();
    assertEquals(sold, left.getInteger("sold"));
  }

  @Test
  void aPaymentWithoutPlacesShouldBeRefusedInTheFeed() {
    String late = held(2);
    office.clock().advance(Duration.ofMinutes(16));
    TicketOffice.hold(budi, event, type, 1).expect(201);
    paid(late, 31, 300_000);
    assertEquals("EXPIRED", siti.get("/bookings/" + late).expect(200).text("status"));
    JsonObject refused =
        new JsonObject().put("booking_id", late).put("payment_id", 31).put("reason", "SOLD_OUT");
    assertEquals(List.of(refused), refusals(late));
  }

  private static List<JsonObject> refusals(String bookingId) {
    return office
        .admin()
        .with("X-Service-Token", RunningSystem.SERVICE_TOKEN)
        .get("/internal/feed?limit=1000")
        .expect(200)
        .json()
        .getJsonArray("messages")
        .stream()
        .map(JsonObject.class::cast)
        .filter(message -> message.getString("type").equals("payment_refused"))
        .map(message -> message.getJsonObject("data"))
        .filter(data -> data.getString("booking_id").equals(bookingId))
        .toList();
  }

  @Test
  void aFeedThatIsReadAnewShouldCountOnce() {
    String id = held(2);
    paid(id, 41, 300_000);
    paid(id, 42, 300_000);
    givenBack(id, 41, tickets(siti.get("/bookings/" + id).expect(200).json()).get(1));
    JsonObject booking = siti.get("/bookings/" + id).expect(200).json();
    office
        .admin()
        .with("X-Service-Token", RunningSystem.SERVICE_TOKEN)
        .send("POST", "/internal/feeds/payment/restart", "")
        .expect(200);
    tell("transaction_created", new JsonObject());
    assertEquals(booking, siti.get("/bookings/" + id).expect(200).json());
    assertEquals(1, refusals(id).size());
    expectSold(1, 1, 150_000);
  }
}
