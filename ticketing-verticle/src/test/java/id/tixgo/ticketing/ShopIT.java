package id.tixgo.ticketing;

import static id.tixgo.ticketing.TicketOffice.details;
import static id.tixgo.ticketing.TicketOffice.hold;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tixgo.common.test.Answer;
import id.tixgo.common.test.Eventually;
import id.tixgo.common.test.ServiceApi;
import id.tixgo.common.test.Sse;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What anybody sees, vouchers and the waiting list, over HTTP. */
class ShopIT {
  private static TicketOffice office;
  private static ServiceApi anybody;
  private static ServiceApi siti;
  private String event;

  @BeforeAll
  static void start() {
    office = new TicketOffice(2, Map.of());
    anybody = office.system().service("ticketing");
    siti = office.buyer();
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
  void anybodyShouldSeeWhatIsOnSale() {
    office.type(event, "REGULAR", 150_000, 20);
    office.type(event, "VIP", 500_000, 2);
    office
        .admin()
        .post("/ticket-types", details(event, "SECRET", 1, 5).put("hidden", true))
        .expect(201);
    Answer answer = anybody.get("/shop/events/" + event).expect(200);
    JsonObject shown = answer.json();
    assertEquals(2, shown.getJsonArray("ticket_types").size());
    assertEquals("Standing room.", shown.getString("description"));
    assertEquals(150_000, shown.getInteger("price_from"));
    assertEquals(500_000, shown.getInteger("price_to"));
    assertEquals("available", shown.getString("availability"));
    assertTrue(answer.header("Cache-Control").orElse("").contains("max-age"));
    String tag = answer.header("ETag").orElseThrow();
    anybody.with("If-None-Match", tag).get("/shop/events/" + event).expect(304);
    assertEquals(shown, listed());
    anybody.get("/shop/events/nothing").expect(404, "NOT_FOUND");
  }

  private JsonObject listed() {
    return anybody.get("/shop/events?limit=1000").expect(200).array().stream()
        .map(JsonObject.class::cast)
        .filter(shown -> shown.getString("id").equals(event))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void whatIsLeftShouldBeToldAtOnce() {
    String regular = office.type(event, "REGULAR", 0, 20);
    String quiet = made(details(event, "QUIET", 0, 10).put("show_availability", false));
    String later = made(details(event, "LATER", 0, 10).put("sales_start", "2090-01-01T00:00:00Z"));
    hold(siti, event, regular, 9).expect(201);
    hold(siti, event, regular, 10).expect(201);
    assertEquals(1, left(regular).getInteger("available"));
    assertEquals("few", left(regular).getString("availability"));
    assertEquals("open", left(regular).getString("sales"));
    assertEquals(null, left(quiet).getInteger("available"));
    for (String count : List.of("sold", "held", "available")) {
      assertEquals(null, seen(siti, quiet).getValue(count), count);
      assertNotNull(seen(siti, regular).getValue(count), count);
      assertNotNull(seen(office.admin(), quiet).getValue(count), count);
    }
    assertEquals("not_yet", left(later).getString("sales"));
    hold(siti, event, regular, 1).expect(201);
    assertEquals("sold_out", left(regular).getString("sales"));
    office.clock().advance(Duration.ofMinutes(15));
    assertEquals(20, left(regular).getInteger("available"));
  }

  private static String made(JsonObject details) {
    return office.admin().post("/ticket-types", details).expect(201).text("id");
  }

  private static JsonObject seen(ServiceApi who, String type) {
    return who.get("/ticket-types/" + type).expect(200).json();
  }

  private JsonObject left(String type) {
    Answer answer = anybody.get("/shop/events/" + event + "/availability").expect(200);
    return answer.json().getJsonArray("ticket_types").stream()
        .map(JsonObject.class::cast)
        .filter(left -> left.getString("id").equals(type))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aDraftShouldNotBeShown() {
    ServiceApi events = office.system().event().as(office.adminToken());
    office.type(event, "REGULAR", 0, 20);
    events.patch("/events/" + event, new JsonObject().put("status", "draft")).expect(200);
    Eventually.await("it is gone", () -> anybody.get("/shop/events/" + event).status() == 404);
    String types = "/ticket-types?event_id=" + event;
    assertEquals(0, siti.get(types).expect(200).array().size());
    assertEquals(1, office.admin().get(types).expect(200).array().size());
  }

  @Test
  void vouchersShouldBeMadeUsedChangedAndDeleted() {
    String type = office.type(event, "REGULAR", 100_000, 20);
    ServiceApi admin = office.admin();
    String code = "half-" + event.substring(2, 10);
    JsonObject body =
        new JsonObject()
            .put("event_id", event)
            .put("code", code)
            .put("kind", "percent")
            .put("value", 50)
            .put("max_uses", 2);
    admin.post("/vouchers", body).expect(201);
    admin.post("/vouchers", body).expect(409, "VOUCHER_EXISTS");
    siti.post("/vouchers", body).expect(403, "FORBIDDEN");
    JsonObject wanted =
        new JsonObject()
            .put("event_id", event)
            .put("ticket_type_id", type)
            .put("quantity", 2)
            .put("voucher", code);
    assertEquals(
        100_000, siti.post("/bookings", wanted).expect(201).json().getInteger("total_price"));
    siti.post("/bookings", wanted).expect(409, "VOUCHER_USED_UP");
    assertEquals(2, admin.get("/vouchers/" + code).expect(200).json().getInteger("used"));
    admin.patch("/vouchers/" + code, new JsonObject().put("max_uses", 4)).expect(200);
    siti.post("/bookings", wanted).expect(201);
    JsonObject many =
        new JsonObject()
            .put("event_id", event)
            .put("count", 20)
            .put("prefix", "friend-")
            .put("kind", "unlock");
    JsonArray made = admin.post("/vouchers", many).expect(201).array();
    assertEquals(20, made.stream().map(v -> ((JsonObject) v).getString("code")).distinct().count());
    assertEquals(21, admin.get("/vouchers?event_id=" + event).expect(200).array().size());
    admin.delete("/vouchers/" + code).expect(204);
    admin.get("/vouchers/" + code).expect(404, "NOT_FOUND");
    admin.post("/vouchers", body.put("value", 101)).expect(422, "VALIDATION_ERROR");
    admin.post("/vouchers", body.put("kind", "fixed").put("value", 0.5)).expect(422);
  }

  @Test
  void whatBecomesFreeShouldBeOfferedToWhomWaits() {
    String type = office.type(event, "REGULAR", 0, 1);
    String path = office.hold(event, type, 1).header("Location").orElseThrow();
    JsonObject wish = new JsonObject().put("ticket_type_id", type).put("quantity", 1);
    assertEquals("waiting", siti.post("/waiting-list", wish).expect(201).text("status"));
    siti.post("/waiting-list", wish).expect(409, "ALREADY_WAITING");
    office.admin().send("POST", path + "/cancel", "").expect(200);
    JsonObject entry =
        siti.get("/waiting-list?ticket_type_id=" + type).expect(200).array().getJsonObject(0);
    assertEquals("offered", entry.getString("status"));
    Answer offer = siti.get("/bookings/" + entry.getString("booking_id")).expect(200);
    assertEquals(true, offer.json().getBoolean("offer"));
    siti.delete("/waiting-list/" + entry.getString("id")).expect(409, "OFFERED");
    siti.send("POST", "/bookings/" + offer.text("id") + "/cancel", "").expect(200);
    siti.delete("/waiting-list/" + entry.getString("id")).expect(204);
    siti.delete("/waiting-list/" + entry.getString("id")).expect(404, "NOT_FOUND");
  }

  @Test
  void aStreamShouldTellWhatIsLeft() throws IOException {
    String type = office.type(event, "REGULAR", 0, 2);
    String path = "/shop/events/" + event + "/availability/stream";
    try (Sse stream = Sse.open(anybody.port(), path)) {
      assertEquals(2, available(stream.next().data()));
      hold(siti, event, type, 1).expect(201);
      while (available(stream.next().data()) != 1) {}
    }
  }

  private static int available(JsonObject left) {
    return left.getJsonArray("ticket_types").getJsonObject(0).getInteger("available");
  }

  @Test
  void aReportShouldAddUpWhatWasSold() {
    String regular = office.type(event, "REGULAR", 100_000, 20);
    office.hold(event, regular, 1);
    confirm(office.hold(event, regular, 2));
    String refunded = confirm(office.hold(event, regular, 3));
    JsonObject back = new JsonObject().put("refund", true).put("force", true);
    office.admin().post("/bookings/" + refunded + "/cancel", back).expect(200);
    String path = "/reports/sales?event_id=" + event;
    JsonObject row = office.admin().get(path).expect(200).array().getJsonObject(0);
    assertEquals(
        new JsonObject()
            .put("ticket_type_id", regular)
            .put("name", "REGULAR")
            .put("sold", 2)
            .put("held", 1)
            .put("refunded", 3)
            .put("revenue", 200_000)
            .put("currency", "IDR"),
        row);
    JsonArray days = office.admin().get(path + "&group_by=day").expect(200).array();
    assertEquals(200_000, days.getJsonObject(0).getInteger("revenue"));
    String csv = office.admin().get(path + "&format=csv").expect(200).body();
    assertTrue(csv.contains("ticket_type_id,name,sold,held,refunded,revenue,currency"), csv);
    assertTrue(csv.contains(regular + ",REGULAR,2,1,3,200000,IDR"), csv);
    assertTrue(office.admin().get(path + "&format=xlsx").expect(200).body().startsWith("PK"));
    siti.get(path).expect(403, "FORBIDDEN");
  }

  private static String confirm(Answer booking) {
    String id = booking.text("id");
    office.admin().send("POST", "/bookings/" + id + "/confirm-payment", "").expect(200);
    return id;
  }
}
