package id.tixgo.launcher;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.FilterOptions;
import id.tixgo.common.test.ServiceApi;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeAll;

/** An organiser who sells. */
abstract class PortalSale extends PortalDesk {
  ServiceApi shop;

  @BeforeAll
  void findShop() {
    shop = system.service("ticketing").as(token);
  }

  /** An event to come, for a thousand people. */
  String eventOnSale(String title) {
    String start = LocalDate.now(ZoneOffset.UTC).plusMonths(2) + "T19:00:00+07:00";
    return makeEvent(
        new JsonObject().put("title", title).put("start_time", start).put("capacity", 1000));
  }

  /** A ticket type; its id. */
  String ticketType(String event, String name, int price, int quota) {
    return shop.post(
            "/ticket-types",
            new JsonObject()
                .put("event_id", event)
                .put("name", name)
                .put("price", price)
                .put("quota", quota))
        .expect(201)
        .text("id");
  }

  /** What somebody holds; the booking's id. */
  String held(ServiceApi buyer, String event, String type, int quantity) {
    return buyer
        .post(
            "/bookings",
            new JsonObject()
                .put("event_id", event)
                .put("ticket_type_id", type)
                .put("quantity", quantity))
        .expect(201)
        .text("id");
  }

  /** The same, paid in cash. */
  String sold(String event, String type, int quantity) {
    String booking = held(shop, event, type, quantity);
    JsonObject cash = new JsonObject().put("method", "cash");
    shop.post("/bookings/" + booking + "/confirm-payment", cash).expect(200);
    return booking;
  }

  Locator row(String text) {
    return page.locator("tbody tr").filter(new FilterOptions().setHasText(text));
  }

  Locator alert() {
    return page.locator("[role=alert]");
  }

  Locator field(String name) {
    return page.locator("main [name='" + name + "']");
  }
}
