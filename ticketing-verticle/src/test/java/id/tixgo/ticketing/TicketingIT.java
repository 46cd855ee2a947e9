package id.tixgo.ticketing;

import static id.tixgo.ticketing.TicketOffice.details;
import static id.tixgo.ticketing.TicketOffice.hold;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tixgo.common.http.HttpDate;
import id.tixgo.common.test.Answer;
import id.tixgo.common.test.Eventually;
import id.tixgo.common.test.RunningSystem;
import id.tixgo.common.test.ServiceApi;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Selling as a client sees it, over HTTP. */
class TicketingIT {
  private static TicketOffice office;
  private static ServiceApi siti;
  private static ServiceApi budi;
  private String event;

  @BeforeAll
  static void start() {
    office = new TicketOffice(2, Map.of());
    siti = office.buyer();
    budi = office.buyer();
  }

  @AfterAll
  static void stop() {
    office.close();
  }

  @BeforeEach
  void newEvent() {
    event = office.event(100);
  }

  @Test
  void aTicketTypeShouldBeMadeReadChangedAndDeleted() {
    Answer made = office.admin().post("/ticket-types", details(event, "REGULAR", 150_000, 10));
    String path = made.expect(201).header("Location").orElseThrow();
    assertEquals(made.json(), siti.get(path).expect(200).json());
    assertEquals("IDR", made.text("currency"));
    assertEquals(10, made.json().getInteger("available"));
    JsonObject patch = new JsonObject().put("price", 175_000).put("title", "Biasa");
    JsonObject changed = office.admin().patch(path, patch).expect(200).json();
    assertEquals(175_000, changed.getInteger("price"));
    assertEquals("Biasa", changed.getString("title"));
    office.admin().put(path, details(event, "LESS", 1, 200)).expect(200);
    assertEquals(100, siti.get(path).json().getInteger("available"));
    assertEquals(1, siti.get("/ticket-types?event_id=" + event).expect(200).array().size());
    siti.patch(path, patch).expect(403, "FORBIDDEN");
    office.admin().delete(path).expect(204);
    siti.get(path).expect(404, "NOT_FOUND");
  }

  /** Makassar is an hour ahead of Jakarta. */
  @Test
  void timesWithoutAnOffsetShouldBeThoseOfThePlace() {
    String there = "e-makassar-" + event;
    JsonObject concert =
        new JsonObject()
            .put("id", there)
            .put("title", "Concert")
            .put("start_time", "2099-12-31T20:00:00")
            .put("time_zone", "Asia/Makassar");
    office.system().event().as(office.adminToken()).post("/events", concert).expect(201);
    JsonObject type = details(there, "REGULAR", 1, 1).put("sales_start", "2099-01-01T10:00:00");
    Answer made = office.admin().post("/ticket-types", type).expect(201);
    assertEquals("2099-01-01T02:00:00.000000Z", made.text("sales_start"));
    JsonObject end = new JsonObject().put("sales_end", "2099-12-31T19:00:00");
    String path = made.header("Location").orElseThrow();
    Answer changed = office.admin().patch(path, end).expect(200);
    assertEquals("2099-12-31T11:00:00.000000Z", changed.text("sales_end"));
    assertEquals(made.text("sales_start"), changed.text("sales_start"));
    JsonObject voucher =
        new JsonObject()
            .put("event_id", there)
            .put("kind", "unlock")
            .put("valid_from", "2099-02-01T00:00:00")
            .put("valid_until", "2099-03-01T00:00:00+09:00");
    JsonObject good =
        office.admin().post("/vouchers", voucher).expect(201).array().getJsonObject(0);
    assertEquals("2099-01-31T16:00:00.000000Z", good.getString("valid_from"));
    assertEquals("2099-02-28T15:00:00.000000Z", good.getString("valid_until"));
    JsonObject never = details(there, "VIP", 1, 1).put("sales_start", "2099-02-30T10:00:00");
    office.admin().post("/ticket-types", never).expect(422, "VALIDATION_ERROR");
  }

  @Test
  void ifMatchShouldGuardAgainstALostUpdate() {
    String type = office.type(event, "REGULAR", 1, 10);
    String path = "/ticket-types/" + type;
    ServiceApi admin = office.admin();
    String tag = admin.get(path).header("ETag").orElseThrow();
    JsonObject more = new JsonObject().put("quota", 20);
    Answer changed = admin.with("If-Match", tag).patch(path, more).expect(200);
    assertEquals(admin.get(path).header("ETag"), changed.header("ETag"));
    ServiceApi late = admin.with("If-Match", tag);
    late.patch(path, more).expect(412, "PRECONDITION_FAILED");
    late.put(path, details(event, "REGULAR", 1, 5)).expect(412, "PRECONDITION_FAILED");
    late.delete(path).expect(412, "PRECONDITION_FAILED");
    admin.with("If-Match", "*").delete(path).expect(204);
  }

  @Test
  void aTicketTypeShouldBeOneOfItsEvent() {
    office.type(event, "REGULAR", 1, 10);
    ServiceApi admin = office.admin();
    admin.post("/ticket-types", details(event, "REGULAR", 1, 1)).expect(409, "NAME_TAKEN");
    admin.post("/ticket-types", details("nothing", "VIP", 1, 1)).expect(404, "NOT_FOUND");
    String vip = office.type(event, "VIP", 1, 10);
    JsonObject name = new JsonObject().put("name", "REGULAR");
    admin.patch("/ticket-types/" + vip, name).expect(409, "NAME_TAKEN");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"price\":0.5}",
        "{\"price\":-1}",
        "{\"price\":1e13}",
        "{\"price\":\"1\"}",
        "{\"price\":1.001,\"currency\":\"USD\"}",
        "{\"currency\":\"XXY\"}",
        "{\"quota\":-1}",
        "{\"quota\":1.5}",
        "{\"quota\":99999999999}",
        "{\"name\":\"regular\"}",
        "{\"min_per_booking\":5,\"max_per_booking\":4}",
        "{\"sales_start\":\"2030-01-02T00:00:00Z\",\"sales_end\":\"2030-01-01T00:00:00Z\"}",
        "{\"sales_end\":\"2030-02-30T00:00:00Z\"}"
      })
  void whatIsNoTicketTypeShouldBeRefused(String part) {
    JsonObject body = details(event, "REGULAR", 1, 1).mergeIn(new JsonObject(part));
    office.admin().post("/ticket-types", body).expect(422, "VALIDATION_ERROR");
  }

  @Test
  void aSaleShouldGoFromTheHoldToTheTicket() {
    String type = office.type(event, "REGULAR", 150_000, 10);
    JsonObject holder = new JsonObject().put("name", "Siti").put("email", "siti@example.com");
    JsonObject item =
        new JsonObject()
            .put("ticket_type_id", type)
            .put("quantity", 2)
            .put("holders", new JsonArray().add(holder));
    JsonObject body =
        new JsonObject()
            .put("event_id", event)
            .put("total_price", 1)
            .put("items", new JsonArray().add(item));
    Answer held = siti.post("/bookings", body).expect(201);
    assertEquals(300_000, held.json().getInteger("total_price"));
    String path = held.header("Location").orElseThrow();
    Answer due = siti.send("POST", path + "/confirm-payment", "").expect(402, "PAYMENT_REQUIRED");
    assertEquals(JsonArray.of("checkout", "box_office"), due.json().getJsonArray("pay_at"));
    assertEquals(held.text("id"), due.text("booking_id"));
    JsonObject cash = new JsonObject().put("method", "cash").put("reference", "K-1");
    JsonObject paid = office.admin().post(path + "/confirm-payment", cash).expect(200).json();
    assertEquals("PAID", paid.getString("status"));
    Answer read = siti.get(path).expect(200);
    assertEquals("admin", paid.getJsonArray("payments").getJsonObject(0).remove("confirmed_by"));
    JsonObject seen = read.json();
    assertEquals("staff", seen.getJsonArray("payments").getJsonObject(0).remove("confirmed_by"));
    assertEquals(paid, seen);
    assertEquals(HttpDate.of(office.clock().instant()), read.header("Date").orElseThrow());
    JsonArray tickets = siti.get(path + "/tickets").expect(200).array();
    assertEquals(2, tickets.size());
    assertEquals("Siti", tickets.getJsonObject(0).getString("holder_name"));
    JsonObject ticket = siti.get("/tickets/" + id(tickets)).expect(200).json();
    assertEquals(tickets.getJsonObject(0), ticket);
    JsonObject left = siti.get("/ticket-types/" + type).expect(200).json();
    assertEquals(2, left.getInteger("sold"));
    assertEquals(8, left.getInteger("available"));
  }

  @Test
  void aStrangerShouldFindNothing() {
    String type = office.type(event, "REGULAR", 0, 10);
    String path = hold(siti, event, type, 1).expect(201).header("Location").orElseThrow();
    String ticket = id(siti.send("POST", path + "/confirm-payment", "").expect(200));
    for (String other : new String[] {path, path + "/tickets", "/tickets/" + ticket}) {
      budi.get(other).expect(404, "NOT_FOUND");
    }
    JsonObject name = new JsonObject().put("holder_name", "Budi");
    budi.send("POST", path + "/cancel", "").expect(404, "NOT_FOUND");
    budi.patch("/tickets/" + ticket, name).expect(404, "NOT_FOUND");
    budi.post("/tickets/" + ticket + "/transfer", name).expect(404, "NOT_FOUND");
    assertEquals(0, budi.get("/bookings?event_id=" + event).expect(200).array().size());
    int user = siti.get(path).json().getInteger("user_id");
    assertEquals(0, budi.get("/bookings?user_id=" + user).expect(200).array().size());
    assertEquals(1, siti.get("/bookings?event_id=" + event).expect(200).array().size());
    assertEquals(
        1, office.admin().get("/bookings?q=" + ticket.substring(2)).expect(200).array().size());
  }

  @Test
  void aTicketShouldBeRenamedAndTransferred() {
    String type = office.type(event, "REGULAR", 0, 10);
    String path = hold(siti, event, type, 1).expect(201).header("Location").orElseThrow();
    String old = id(siti.send("POST", path + "/confirm-payment", "").expect(200));
    JsonObject name = new JsonObject().put("holder_name", "Siti").put("holder_email", "s@x.id");
    assertEquals("s@x.id", siti.patch("/tickets/" + old, name).expect(200).text("holder_email"));
    JsonObject nobody = new JsonObject().putNull("holder_email");
    Answer renamed = siti.patch("/tickets/" + old, nobody).expect(200);
    assertEquals("Siti", renamed.text("holder_name"));
    ServiceApi keyed = siti.with("Idempotency-Key", "transfer");
    JsonObject budis = new JsonObject().put("holder_name", "Budi");
    Answer moved = keyed.post("/tickets/" + old + "/transfer", budis).expect(200);
    assertNotEquals(old, moved.text("ticket_id"));
    assertEquals(moved.json(), keyed.post("/tickets/" + old + "/transfer", budis).json());
    siti.get("/tickets/" + old).expect(404, "NOT_FOUND");
  }

  @Test
  void aNameShouldBeOneLine() {
    String type = office.type(event, "REGULAR", 0, 10);
    JsonObject holder = new JsonObject().put("name", " Siti\r\nBcc: x\u0000y\t");
    JsonObject wanted =
        new JsonObject()
            .put("event_id", event)
            .put("ticket_type_id", type)
            .put("holders", new JsonArray().add(holder));
    JsonObject item =
        siti.post("/bookings", wanted).expect(201).json().getJsonArray("items").getJsonObject(0);
    String name = item.getJsonArray("holders").getJsonObject(0).getString("name");
    assertEquals("Siti Bcc: x y", name);
  }

  @Test
  void aKeyShouldHoldOnce() {
    String type = office.type(event, "REGULAR", 0, 10);
    ServiceApi keyed = siti.with("Idempotency-Key", "k-" + event);
    Answer first = hold(keyed, event, type, 1).expect(201);
    Answer again = hold(keyed, event, type, 1).expect(201);
    assertEquals(first.json(), again.json());
    assertEquals("true", again.header("Idempotency-Replayed").orElse(""));
    hold(keyed, event, type, 2).expect(422, "KEY_REUSED");
    assertEquals(1, siti.get("/ticket-types/" + type).json().getInteger("held"));
  }

  @Test
  void whatIsLeftShouldBeToldWhenItIsTooLittle() {
    String type = office.type(event, "REGULAR", 0, 1);
    JsonObject refused = hold(siti, event, type, 2).expect(409, "SOLD_OUT").json();
    assertEquals(
        new JsonArray().add(new JsonObject().put("ticket_type_id", type).put("available", 1)),
        refused.getJsonArray("left"));
    hold(siti, event, "nothing", 1).expect(404, "NOT_FOUND");
    hold(siti, "nothing", type, 1).expect(404, "NOT_FOUND");
    siti.post("/bookings", new JsonObject().put("event_id", event)).expect(422, "VALIDATION_ERROR");
    JsonObject others =
        new JsonObject()
            .put("event_id", event)
            .put("ticket_type_id", type)
            .put("buyer", new JsonObject().put("name", "Ani"));
    siti.post("/bookings", others).expect(403, "FORBIDDEN");
    assertEquals(
        "Ani",
        office
            .admin()
            .post("/bookings", others)
            .expect(201)
            .json()
            .getJsonObject("buyer")
            .getString("name"));
  }

  @Test
  void aHoldShouldEndByItselfAndBeTold() {
    String type = office.type(event, "REGULAR", 0, 1);
    String path = hold(siti, event, type, 1).expect(201).header("Location").orElseThrow();
    office.clock().advance(Duration.ofMinutes(15));
    hold(budi, event, type, 1).expect(201);
    assertEquals("EXPIRED", siti.get(path).expect(200).text("status"));
    assertTrue(feed().contains("booking_expired"));
  }

  @Test
  void onePersonWhoIsInShouldBeCancelledByForceAlone() {
    String type = office.type(event, "REGULAR", 0, 2);
    String path = hold(siti, event, type, 1).expect(201).header("Location").orElseThrow();
    String ticket = id(siti.send("POST", path + "/confirm-payment", "").expect(200));
    siti.send("POST", path + "/cancel", "").expect(409, "ALREADY_PAID");
    ServiceApi door = office.system().attendance().as(office.adminToken());
    JsonObject scan = new JsonObject().put("event_id", event).put("ticket_id", ticket);
    door.with("Content-Type", "application/json")
        .send("PUT", "/attendance/" + event + "/tickets", new JsonArray().add(ticket).encode())
        .expect(200);
    door.post("/checkins", scan).expect(201);
    office.admin().send("POST", path + "/cancel", "").expect(409, "CHECKED_IN");
    JsonObject force = new JsonObject().put("force", true).put("refund", true);
    JsonObject cancelled = office.admin().post(path + "/cancel", force).expect(200).json();
    assertEquals("REFUNDED", cancelled.getJsonObject("booking").getString("status"));
    assertEquals("revoked", siti.get("/tickets/" + ticket).expect(200).text("status"));
    assertTrue(feed().contains("REFUNDED"));
  }

  @Test
  void aCancelledEventShouldSellNothing() {
    String type = office.type(event, "REGULAR", 0, 2);
    ServiceApi events = office.system().event().as(office.adminToken());
    events.patch("/events/" + event, new JsonObject().put("status", "cancelled")).expect(200);
    Eventually.await("the sale ends", () -> hold(siti, event, type, 1).status() == 409);
    hold(siti, event, type, 1).expect(409, "EVENT_CANCELLED");
    assertEquals(0, siti.get("/ticket-types/" + type).json().getInteger("available"));
  }

  @Test
  void theFeedShouldBeForServicesAlone() {
    office.admin().get("/internal/feed").expect(401);
    assertTrue(feed().contains("ticket_type_made") || feed().contains("\"messages\":[]"));
  }

  private static String feed() {
    return office
        .system()
        .service("ticketing")
        .with("X-Service-Token", RunningSystem.SERVICE_TOKEN)
        .get("/internal/feed?limit=1000")
        .expect(200)
        .body();
  }

  private static String id(Answer booking) {
    return id(booking.json().getJsonArray("tickets"));
  }

  private static String id(JsonArray tickets) {
    return tickets.getJsonObject(0).getString("ticket_id");
  }
}
