package id.tixgo.launcher;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import id.tixgo.common.test.Answer;
import id.tixgo.common.test.ServiceApi;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.BeforeEach;

/** An event whose tickets are sold, and a buyer's browser in Indonesian, on a phone. */
abstract class PortalCounter extends PortalDesk {
  static final String TITLE = "Konser Akhir Tahun";

  String event;
  String buyer;
  ServiceApi staff;

  @BeforeEach
  void open() {
    event =
        makeEvent(
            new JsonObject()
                .put("title", TITLE)
                .put("description", "Baris pertama")
                .put("start_time", "2099-12-31T19:00:00+08:00")
                .put("time_zone", "Asia/Makassar")
                .put("capacity", 100));
    staff = ticketing(token);
  }

  @Override
  Page seat() {
    buyer = system.newUser("user");
    return stranger();
  }

  ServiceApi ticketing(String as) {
    return system.service("ticketing").as(as);
  }

  String buyersToken() {
    return system.logIn(buyer, "secret-1");
  }

  /** A phone that nobody is logged in on. */
  Page stranger() {
    Page opened =
        chromium.open(
            "http://localhost:" + system.portal().port(),
            online(new NewContextOptions()).setLocale("id-ID").setViewportSize(360, 740));
    opened.navigate("/");
    return opened;
  }

  Page buyersPhone() {
    return desk(buyersToken(), new NewContextOptions().setViewportSize(360, 740));
  }

  void comeIn() {
    page.context().close();
    page = buyersPhone();
  }

  /** A ticket type's id. */
  String sell(String name, int price, int quota) {
    return sell(new JsonObject().put("name", name).put("price", price).put("quota", quota));
  }

  String sell(JsonObject type) {
    return staff.post("/ticket-types", type.put("event_id", event)).expect(201).text("id");
  }

  /** Somebody else's booking. */
  Answer hold(String type, int quantity) {
    return hold(system.tokenOf("user"), type, quantity);
  }

  Answer hold(String as, String type, int quantity) {
    JsonObject body =
        new JsonObject()
            .put("event_id", event)
            .put("ticket_type_id", type)
            .put("quantity", quantity);
    return ticketing(as).post("/bookings", body).expect(201);
  }

  JsonArray bookingsOf(String as) {
    return ticketing(as).get("/bookings?event_id=" + event).expect(200).array();
  }

  Locator type(String id) {
    return page.locator("[data-type='" + id + "']");
  }

  void choose(String type, int quantity) {
    type(type).locator("select").selectOption(String.valueOf(quantity));
  }

  /** The public page of the event. */
  void look() {
    goTo("#/shop/" + event);
    expectHeading(TITLE);
  }

  void expectStatus(String text) {
    assertThat(page.locator("#status")).hasText(text);
  }
}
