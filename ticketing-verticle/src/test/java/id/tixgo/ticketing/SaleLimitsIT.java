package id.tixgo.ticketing;

import static id.tixgo.ticketing.TicketOffice.details;
import static id.tixgo.ticketing.TicketOffice.hold;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tixgo.common.test.Answer;
import id.tixgo.common.test.Rush;
import id.tixgo.common.test.Rush.Request;
import id.tixgo.common.test.ServiceApi;
import id.tixgo.common.test.Wire;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What can't be booked holds nothing, by REST as it is read by all. */
class SaleLimitsIT {
  private static final int CLIENTS = 20;

  private static TicketOffice office;
  private static ServiceApi siti;
  private String event;
  private String type;

  @BeforeAll
  static void start() {
    office = new TicketOffice(2, Map.of("MAX_OPEN_BOOKINGS", "100"));
    siti = office.buyer();
  }

  @AfterAll
  static void stop() {
    office.close();
  }

  @BeforeEach
  void sell() {
    event = office.event(100);
    type = made(details(event, "REGULAR", 150_000, 50).put("max_per_booking", 4));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"0", "-1", "5", "1000000000", "99999999999999999999", "1.5", "\"2\"", "null"})
  void aQuantityOutsideItsLimitsShouldHoldNothing(String quantity) {
    String body =
        "{\"event_id\":\"%s\",\"items\":[{\"ticket_type_id\":\"%s\",\"quantity\":%s}]}"
            .formatted(event, type, quantity);
    Answer refused = siti.with("Content-Type", "application/json").send("POST", "/bookings", body);
    refused.expect(422, "VALIDATION_ERROR");
    assertTrue(refused.text("detail").contains("quantity"), refused::body);
    assertEquals(0, held(type));
  }

  @Test
  void aTypeThatComesTwiceShouldNotGetRoundItsLimit() {
    JsonObject three = new JsonObject().put("ticket_type_id", type).put("quantity", 3);
    JsonObject twice =
        new JsonObject().put("event_id", event).put("items", new JsonArray().add(three).add(three));
    siti.post("/bookings", twice).expect(422, "VALIDATION_ERROR");
    assertEquals(0, held(type));
  }

  @Test
  void whatIsOfAnotherEventShouldNotBeFound() {
    String other = office.event(10);
    hold(siti, other, type, 1).expect(404, "NOT_FOUND");
    JsonObject items =
        new JsonObject()
            .put("event_id", event)
            .put("items", new JsonArray().add(item(type)).add(item(made(other))));
    siti.post("/bookings", items).expect(404, "NOT_FOUND");
    assertEquals(0, held(type));
  }

  private static JsonObject item(String type) {
    return new JsonObject().put("ticket_type_id", type).put("quantity", 1);
  }

  private static String made(String event) {
    return made(details(event, "OTHER", 0, 5));
  }

  /** A window that closes meanwhile doesn't end what is held. */
  @Test
  void whatIsHeldShouldBePaidAlsoAfterItsSale() {
    String early =
        made(
            details(event, "EARLY", 0, 5)
                .put("sales_start", in(Duration.ofMinutes(1)))
                .put("sales_end", in(Duration.ofMinutes(5))));
    hold(siti, event, early, 1).expect(409, "SALES_NOT_OPEN");
    office.clock().advance(Duration.ofMinutes(4));
    String path = hold(siti, event, early, 1).expect(201).header("Location").orElseThrow();
    office.clock().advance(Duration.ofMinutes(1));
    hold(siti, event, early, 1).expect(409, "SALES_ENDED");
    siti.send("POST", path + "/confirm-payment", "").expect(200);
    assertEquals(0, held(early));
  }

  private static String in(Duration time) {
    return office.clock().instant().plus(time).toString();
  }

  @Test
  void aVoucherOfOneUseShouldBeUsedOnceHoweverManyWantIt() {
    String code = "ONE-" + event.substring(2, 10);
    JsonObject voucher =
        new JsonObject()
            .put("event_id", event)
            .put("code", code)
            .put("kind", "amount")
            .put("value", 100_000);
    office.admin().post("/vouchers", voucher).expect(201);
    JsonObject wanted =
        new JsonObject().put("event_id", event).put("ticket_type_id", type).put("voucher", code);
    try (Rush rush = new Rush(office.admin().port(), office.adminToken())) {
      List<Wire.Reply> replies =
          rush.send(Collections.nCopies(CLIENTS, Request.post("/bookings", wanted)));
      List<JsonObject> booked =
          replies.stream()
              .filter(reply -> reply.status() == 201)
              .map(reply -> new JsonObject(reply.body()))
              .toList();
      assertEquals(1, booked.size());
      assertEquals(50_000, booked.get(0).getInteger("total_price"));
      assertEquals(CLIENTS - 1, replies.stream().filter(r -> r.status() == 409).count());
      siti.post("/bookings", wanted).expect(409, "VOUCHER_USED_UP");
      office.admin().send("POST", "/bookings/" + booked.get(0).getString("id") + "/cancel", "");
      siti.post("/bookings", wanted).expect(201);
      siti.post("/bookings", wanted).expect(409, "VOUCHER_USED_UP");
    }
    assertEquals(1, office.admin().get("/vouchers/" + code).json().getInteger("used"));
  }

  private static String made(JsonObject type) {
    return office.admin().post("/ticket-types", type).expect(201).text("id");
  }

  private static int held(String type) {
    return office.admin().get("/ticket-types/" + type).expect(200).json().getInteger("held");
  }
}
