package id.tixgo.launcher;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import id.tixgo.common.test.ServiceApi;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Long words wrap, every control is on the screen, and one sees where the keyboard is. */
class PortalWideIT extends PortalDesk {
  private static final String CONTROLS_BESIDE_THE_SCREEN =
      """
      () => [...document.querySelectorAll('main :is(a, button, input, select, td, h1, h2, h3)')]
        .filter(e => e.checkVisibility() && !e.classList.contains('hidden'))
        .filter(e => { const r = e.getBoundingClientRect();
          return r.width && (r.left < 0 || r.right > innerWidth + 1); })
        .map(e => e.tagName + ' ' + e.textContent.trim().slice(0, 30)).join('; ')\
      """;

  /** The better contrast of the ring's two colours with what is behind it, from 1 to 21. */
  private static final String RING =
      """
      () => {
        const light = (colour) => {
          const [r, g, b] = colour.match(/[\\d.]+/g).map(n => n / 255)
            .map(c => c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
          return 0.2126 * r + 0.7152 * g + 0.0722 * b;
        };
        const contrast = (a, b) => (Math.max(light(a), light(b)) + 0.05)
          / (Math.min(light(a), light(b)) + 0.05);
        const focused = document.activeElement;
        const shown = focused.type === 'file' ? focused.closest('.button') : focused;
        const style = getComputedStyle(shown);
        let behind = shown.parentElement;
        const colourOf = (e) => getComputedStyle(e).backgroundColor;
        while (/, 0\\)|transparent/.test(colourOf(behind))) behind = behind.parentElement;
        if (style.outlineStyle === 'none' || parseFloat(style.outlineWidth) < 2) return 0;
        const gap = style.boxShadow.match(/rgba?\\([^)]*\\)/)[0];
        return Math.max(...[style.outlineColor, gap].map(c => contrast(c, colourOf(behind))));
      }\
      """;

  private String event;
  private String onSale;
  private String booking;
  private String concert;
  private String type;
  private String dear;

  @BeforeAll
  void sellLongWords() {
    ServiceApi house = system.event().as(token);
    String name = "L".repeat(200);
    house
        .post("/venues", new JsonObject().put("name", name).put("address", "A".repeat(500)))
        .expect(201);
    JsonObject hall = new JsonObject().put("name", name).put("capacity", 1_000_000_000);
    house.post("/venues/1/rooms", hall).expect(201);
    String day = LocalDate.now(ZoneOffset.UTC).plusMonths(2).toString();
    JsonObject block =
        new JsonObject()
            .put("start_time", day + "T08:00:00")
            .put("end_time", day + "T09:00:00")
            .put("reason", "R".repeat(500));
    house.post("/venues/1/rooms/101/blocks", block).expect(201);
    concert =
        house
            .post(
                "/events",
                new JsonObject()
                    .put("title", "K".repeat(200))
                    .put("start_time", day + "T19:00:00")
                    .put("end_time", day + "T23:00:00")
                    .put("venue_id", 1)
                    .put("room_id", 101))
            .expect(201)
            .text("id");
    ServiceApi shop = system.service("ticketing").as(token);
    JsonObject costly =
        ofConcert()
            .put("name", "V".repeat(30))
            .put("title", "T".repeat(100))
            .put("price", 100_000_000_000L)
            .put("quota", 10_000_000);
    type = shop.post("/ticket-types", costly).expect(201).text("id");
    JsonObject voucher =
        ofConcert().put("code", "C".repeat(40)).put("kind", "fixed").put("value", 99_999_999_999L);
    shop.post("/vouchers", voucher).expect(201);
    JsonObject buyer =
        new JsonObject().put("name", "N".repeat(200)).put("email", "e".repeat(240) + "@x.id");
    JsonObject places =
        ofConcert().put("ticket_type_id", type).put("quantity", 10).put("buyer", buyer);
    dear = shop.post("/bookings", places).expect(201).text("id");
    JsonObject paid = new JsonObject().put("reference", "P".repeat(200));
    shop.post("/bookings/" + dear + "/confirm-payment", paid).expect(200);
    JsonObject one = ofConcert().put("ticket_type_id", type).put("quantity", 1);
    String held = shop.post("/bookings", one).expect(201).text("id");
    JsonObject cash = new JsonObject().put("booking_id", held).put("payment_method", "cash");
    ServiceApi books = system.service("payment").as(token);
    books.post("/checkout", cash).expect(201);
    JsonObject taken = new JsonObject().put("reference", "r".repeat(128)).put("reason", "R");
    books.post("/payments/1/confirm", taken).expect(200);
    JsonObject part =
        new JsonObject().put("amount", 99_999_999_998L).put("reason", "r".repeat(200));
    books.post("/payments/1/refund", part).expect(202);
  }

  private JsonObject ofConcert() {
    return new JsonObject().put("event_id", concert);
  }

  @BeforeAll
  void makeLongWords() {
    event =
        makeEvent(
            new JsonObject()
                .put("title", "J".repeat(200))
                .put("location", "https://maps.example/" + "x".repeat(150))
                .put("description", "Baris satu\n" + "k".repeat(400)));
    JsonArray tickets = new JsonArray();
    for (int i = 0; i < 3; i++) {
      tickets.add(
          new JsonObject()
              .put("ticket_id", i + "T".repeat(127))
              .put("holder_name", "N".repeat(100))
              .put("ticket_type", "V".repeat(60))
              .put("gates", new JsonArray().add("G".repeat(64))));
    }
    admin
        .with("Content-Type", "application/json")
        .send("PUT", "/attendance/" + event + "/tickets", tickets.encode())
        .expect(200);
    for (int i = 0; i < 4; i++) {
      admin.post("/checkins", scan(i + "T".repeat(127)).put("device_id", "d".repeat(64)));
    }
    JsonObject late =
        scan("0" + "T".repeat(127)).put("nonce", "n").put("scanned_at", "2026-11-01T10:00:00Z");
    JsonObject batch =
        new JsonObject().put("device_id", "e".repeat(64)).put("scans", new JsonArray().add(late));
    admin.post("/checkins/batch", batch).expect(200);
    JsonObject user =
        new JsonObject()
            .put("username", "u".repeat(50))
            .put("password", "secret-1")
            .put("full_name", "F".repeat(100));
    system.identity().post("/auth/register", user).expect(201);
    JsonObject device =
        new JsonObject()
            .put("name", "D".repeat(64))
            .put("events", new JsonArray().add(event))
            .put("gates", new JsonArray().add("G".repeat(64)));
    system.identity().as(token).post("/auth/devices", device).expect(201);
    putOnSale();
  }

  private void putOnSale() {
    onSale =
        makeEvent(
            new JsonObject()
                .put("title", "J".repeat(200))
                .put("location", "L".repeat(150))
                .put("start_time", "2099-12-31T19:00:00+07:00")
                .put("description", "k".repeat(400)));
    ServiceApi ticketing = system.service("ticketing").as(token);
    JsonObject type =
        new JsonObject()
            .put("event_id", onSale)
            .put("name", "V".repeat(30))
            .put("title", "V".repeat(100))
            .put("description", "k".repeat(400))
            .put("price", 1_000_000_000_000L)
            .put("quota", 10_000_000);
    String id = ticketing.post("/ticket-types", type).expect(201).text("id");
    JsonObject holder = new JsonObject().put("name", "N".repeat(200));
    JsonObject wanted =
        new JsonObject()
            .put("event_id", onSale)
            .put("ticket_type_id", id)
            .put("holders", new JsonArray().add(holder));
    booking = ticketing.post("/bookings", wanted).expect(201).text("id");
    ticketing.send("POST", "/bookings/" + booking + "/confirm-payment", "").expect(200);
  }

  private JsonObject scan(String ticket) {
    return new JsonObject()
        .put("event_id", event)
        .put("ticket_id", ticket)
        .put("gate", "G".repeat(64));
  }

  @ParameterizedTest
  @CsvSource({"320,640", "360,740", "768,1024", "1366,900"})
  void longWordsShouldWrap(int width, int height) {
    Page wide = desk(token, new NewContextOptions().setViewportSize(width, height));
    List<String> findings = new ArrayList<>();
    String own = "#/events/" + event;
    String sale = "#/events/" + concert;
    for (String hash :
        List.of(
            "#/events",
            own,
            own + "/edit",
            own + "/live",
            own + "/tickets",
            own + "/scans",
            own + "/conflicts",
            "#/users",
            "#/devices",
            "#/account",
            "#/events/new",
            "#/venues",
            "#/venues/1",
            "#/venues/1/edit",
            "#/venues/1/rooms/101",
            sale,
            sale + "/sales",
            sale + "/types/" + type,
            sale + "/vouchers",
            sale + "/vouchers/" + "C".repeat(40),
            sale + "/sell",
            sale + "/bookings",
            sale + "/bookings/" + dear,
            "#/shop",
            "#/shop/" + onSale,
            "#/bookings",
            "#/bookings/" + booking,
            "#/tickets",
            "#/orders",
            "#/orders/1",
            "#/payments",
            "#/payments/1",
            "#/reports",
            "#/reconciliation")) {
      wide.evaluate("hash => { location.hash = hash; }", hash);
      assertThat(wide.locator("main h1").first()).isVisible();
      assertThat(wide.locator("main [aria-busy]")).hasCount(0);
      int scroll = (int) wide.evaluate("document.documentElement.scrollWidth");
      if (scroll > width) {
        findings.add(hash + " is " + scroll + " wide");
      }
      Object beside = wide.evaluate(CONTROLS_BESIDE_THE_SCREEN);
      if (!beside.equals("")) {
        findings.add(hash + ": " + beside);
      }
    }
    wide.context().close();
    assertEquals("", String.join("\n", findings));
  }

  @Test
  void aPhonesBarShouldBeOneRowWithTheRestBehindAButton() {
    page.setViewportSize(320, 640);
    goTo("#/events");
    assertThat(page.locator("nav").getByText("Pintu")).isVisible();
    assertEquals(true, page.evaluate("document.querySelector('header').offsetHeight < 64"));
    assertThat(button("Logout")).not().isVisible();
    button("Lainnya").click();
    assertThat(button("Logout")).isVisible();
    page.locator("nav").getByText("Pengguna").click();
    expectHeading("Pengguna");
    assertThat(button("Logout")).not().isVisible();
  }

  @ParameterizedTest
  @ValueSource(strings = {"light", "dark"})
  void theKeyboardsPlaceShouldBeSeen(String theme) {
    page.evaluate("theme => localStorage.setItem('tixgo.theme', theme)", theme);
    page.reload();
    List<String> findings = new ArrayList<>();
    for (String hash :
        List.of(
            "#/events",
            "#/events/" + event,
            "#/events/" + event + "/tickets",
            "#/shop/" + onSale,
            "#/bookings/" + booking)) {
      goTo(hash);
      assertThat(page.locator("main [aria-busy]")).hasCount(0);
      assertThat(page.locator("main :is(a, input)").first()).isVisible();
      page.evaluate("document.activeElement.blur()");
      for (int i = 0; i < 25; i++) {
        page.keyboard().press("Tab");
        if (!(boolean) page.evaluate("document.activeElement === document.body")) {
          expectRing(findings);
        }
      }
    }
    assertEquals(List.of(), findings);
  }

  private void expectRing(List<String> findings) {
    double contrast = ((Number) page.evaluate(RING)).doubleValue();
    if (contrast < 3) {
      findings.add(contrast + " " + page.evaluate("document.activeElement.outerHTML"));
    }
  }
}
