package id.tixgo.launcher;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.Route.FulfillOptions;
import com.microsoft.playwright.options.LoadState;
import id.tixgo.common.http.WebJar;
import id.tixgo.common.test.Chromium;
import id.tixgo.common.test.Eventually;
import id.tixgo.common.test.RunningSystem;
import id.tixgo.common.test.ServiceApi;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every view of the web application, on a phone and on a screen, in the light and in the dark.
 * {@code -Dscreenshots} keeps a picture of each in target/screenshots.
 */
class PortalLooksIT {
  private static final String UNAUTHORIZED =
      new JsonObject().put("status", 401).put("code", "UNAUTHORIZED").encode();
  private static final Pattern SERVICES = Pattern.compile(".*/gateway/.*");
  private static final int SCRIPT_BUDGET_BYTES = 200_000;
  private static final String AXE =
      new String(
          WebJar.read(WebJar.folder("org.webjars.npm", "axe-core") + "/axe.min.js"),
          StandardCharsets.UTF_8);

  private static final AtomicInteger FRESH = new AtomicInteger(10);

  private static RunningSystem system;
  private static Chromium chromium;
  private static String token;
  private static String eventId;
  private static String onSale;
  private static String held;
  private static String paid;

  @BeforeAll
  static void start() {
    chromium = new Chromium(List.of());
    system = RunningSystem.whole();
    token = system.adminToken();
    eventId = evening();
    putOnSale();
    keepHouse();
    sendMoney();
    report();
  }

  @AfterAll
  static void stop() {
    if (chromium != null) {
      chromium.close();
      system.close();
    }
  }

  @ParameterizedTest
  @CsvSource({"360,740,light,id", "360,740,dark,en", "1280,900,light,en", "1280,900,dark,id"})
  void everyViewShouldFitAndBeAccessible(int width, int height, String theme, String language) {
    Page page = open(width, height);
    page.evaluate("localStorage.setItem('tixgo.theme', '" + theme + "')");
    page.evaluate("localStorage.setItem('tixgo.language', '" + language + "')");
    List<String> findings = new ArrayList<>();
    load(page);
    strangersViews().forEach((name, hash) -> look(page, name, hash, theme, findings));
    page.evaluate("sessionStorage.setItem('tixgo.token', '" + token + "')");
    load(page);
    views().forEach((name, hash) -> look(page, name, hash, theme, findings));
    door(page, theme, findings);
    page.context().close();
    assertEquals("", String.join("\n", findings));
  }

  @Test
  void bothLanguagesShouldHaveTheSameWords() {
    Page page = open(800, 600);
    Object missing =
        PageModules.evaluate(
            page,
            "Promise.all([import('/js/id.js'), import('/js/en.js')]).then(([a, b]) =>"
                + " [...Object.keys(a.id).filter(k => !b.en[k]),"
                + " ...Object.keys(b.en).filter(k => !a.id[k])].join())");
    assertEquals("", missing);
    page.context().close();
  }

  @Test
  void firstViewShouldBeQuickAndSmall() {
    Page page = open(360, 740);
    page.waitForLoadState(LoadState.NETWORKIDLE);
    Object bytes =
        page.evaluate(
            "performance.getEntriesByType('resource').filter(r => r.name.endsWith('.js'))"
                + ".reduce((sum, r) => sum + r.encodedBodySize, 0)");
    assertTrue(((Number) bytes).intValue() < SCRIPT_BUDGET_BYTES, "script bytes: " + bytes);
    page.context().close();
  }

  /** With what the browser keeps by now, at an address that has no view of its own. */
  private static void load(Page page) {
    page.navigate("/#/begin");
    page.reload();
    assertThat(page.locator("main h1")).isAttached();
    page.evaluate(AXE);
  }

  /** Each address has a view of its own, so that the one before isn't taken for it. */
  private static void look(
      Page page, String name, String hash, String theme, List<String> findings) {
    page.evaluate("document.querySelector('main > *').dataset.left = ''");
    page.navigate("/" + hash);
    assertThat(page.locator("main > :not([data-left]) h1").first()).isAttached();
    if (name.equals("live")) {
      assertThat(page.locator("#feed-state.go")).isVisible();
    }
    check(page, name, theme, findings);
  }

  /** Each kind of answer, and what else an open door shows. */
  private static void door(Page page, String theme, List<String> findings) {
    String fresh = "T-" + FRESH.incrementAndGet();
    Consumer<String> look = name -> check(page, "door-" + name, theme, findings);
    page.locator("[name=gate]").selectOption("A");
    page.locator("form button").click();
    assertThat(page.locator("#list")).containsText("40");
    look.accept("ready");
    scan(page, fresh, "go", look);
    scan(page, "T-1", "stop", look);
    Locator tools = page.locator(".tools button");
    tools.nth(1).click();
    scan(page, fresh, "out", look);
    chromium.forgive("/checkins");
    tools.nth(2).click();
    page.locator("input[type=search]").fill("siti");
    assertThat(page.locator(".guests button").first()).isVisible();
    look.accept("search");
    page.locator("dialog form button").click();
    page.locator(".doorhead button").click();
    look.accept("menu");
    page.locator(".doorhead button").click();
    PageModules.evaluate(page, "import('/js/gatebook.js').then(m => m.forgetLists())");
    page.context().setOffline(true);
    chromium.forgive("ERR_INTERNET_DISCONNECTED");
    scan(page, "X-" + fresh, "unsure", look);
    scan(page, "Y-" + fresh, "unsure", name -> look.accept("undecided"));
    page.route(
        SERVICES,
        route -> route.fulfill(new FulfillOptions().setStatus(401).setBody(UNAUTHORIZED)));
    chromium.forgive("401");
    page.context().setOffline(false);
    assertThat(page.locator("#door-session.stop")).isVisible();
    look.accept("revoked");
  }

  private static void scan(Page page, String ticket, String kind, Consumer<String> look) {
    page.locator("#ticket").fill(ticket);
    page.keyboard().press("Enter");
    assertThat(page.locator("#answer." + kind)).containsText(ticket);
    look.accept(kind);
  }

  /** Wider than the screen, or a serious finding of axe-core. */
  private static void check(Page page, String name, String theme, List<String> findings) {
    int width = page.viewportSize().width;
    if (Boolean.getBoolean("screenshots")) {
      keep(page, name + "-" + width + "-" + theme + ".png");
    }
    int wide = (int) page.evaluate("document.documentElement.scrollWidth");
    if (wide > width) {
      findings.add(name + " " + width + " " + theme + ": is " + wide + " wide");
    }
    Object serious =
        page.evaluate(
            "axe.run({ resultTypes: ['violations'] })"
                + ".then(r => r.violations.filter(v => ['serious', 'critical'].includes(v.impact))"
                + ".map(v => v.id + ' ' + v.nodes.map(n => n.target + ': ' + n.failureSummary)"
                + ".join('; ')).join('\\n'))");
    if (!serious.equals("")) {
      findings.add(name + " " + width + " " + theme + ": " + serious);
    }
  }

  /** For people to look at: a third of the time. */
  private static void keep(Page page, String name) {
    page.screenshot(new ScreenshotOptions().setPath(Path.of("target/screenshots", name)));
  }

  private static Map<String, String> strangersViews() {
    Map<String, String> views = new LinkedHashMap<>();
    views.put("landing", "#/");
    views.put("login", "#/login");
    views.put("register", "#/register");
    views.put("forgot", "#/forgot");
    views.put("reset", "#/reset");
    views.put("missing", "#/nowhere");
    views.put("door-stranger", "#/door");
    views.put("shop", "#/shop");
    views.put("on-sale", "#/shop/" + onSale);
    return views;
  }

  private static Map<String, String> views() {
    Map<String, String> views = new LinkedHashMap<>();
    String sale = "#/events/" + onSale;
    views.put("events", "#/events");
    views.put("event-form", "#/events/new");
    views.put("event", "#/events/" + eventId);
    views.put("live", "#/events/" + eventId + "/live");
    views.put("tickets", "#/events/" + eventId + "/tickets");
    views.put("scans", "#/events/" + eventId + "/scans");
    views.put("conflicts", "#/events/" + eventId + "/conflicts");
    views.put("sales", sale + "/sales");
    views.put("event-report", sale + "/report");
    views.put("event-report-door", "#/events/" + eventId + "/report");
    views.put("compare", "#/compare?event=" + onSale + "&event=" + eventId);
    views.put("type-form", sale + "/types/new");
    views.put("vouchers", sale + "/vouchers");
    views.put("voucher-form", sale + "/vouchers/TEMAN");
    views.put("sell", sale + "/sell");
    views.put("event-bookings", sale + "/bookings");
    views.put("booking-held", sale + "/bookings/" + held);
    views.put("booking-sold", sale + "/bookings/" + paid);
    views.put("venues", "#/venues");
    views.put("venue-form", "#/venues/new");
    views.put("venue", "#/venues/1");
    views.put("room", "#/venues/1/rooms/101");
    views.put("payments", "#/payments");
    views.put("transaction-open", "#/payments/1");
    views.put("transaction-paid", "#/payments/2");
    views.put("reports", "#/reports");
    views.put("report-refunds", "#/reports?kind=refunds");
    views.put("report-transactions", "#/reports?kind=transactions");
    views.put("reconciliation", "#/reconciliation");
    views.put("users", "#/users");
    views.put("devices", "#/devices");
    views.put("audit", "#/audit");
    views.put("account", "#/account");
    views.put("my-bookings", "#/bookings");
    views.put("my-booking-held", "#/bookings/" + held);
    views.put("my-booking-paid", "#/bookings/" + paid);
    views.put("my-tickets", "#/tickets");
    views.put("my-orders", "#/orders");
    views.put("my-order", "#/orders/1");
    views.put("wallet", "#/wallet");
    views.put("transfers", "#/transfers");
    views.put("notifications", "#/notifications");
    views.put("notification", "#/notifications/1");
    views.put("door", "#/door");
    return views;
  }

  private static Page open(int width, int height) {
    Page page =
        chromium.open(
            "http://localhost:" + system.portal().port(),
            new NewContextOptions().setViewportSize(width, height).setLocale("id-ID"));
    page.navigate("/");
    return page;
  }

  /** An event with a list, check-ins, refusals, a conflict and a device. */
  private static String evening() {
    ServiceApi admin = system.attendance().as(token);
    String id =
        admin
            .post(
                "/events",
                new JsonObject()
                    .put("title", "Pesta Rakyat Bandung")
                    .put("location", "Lapangan Gasibu")
                    .put("start_time", "2026-12-31T19:00:00+07:00")
                    .put("capacity", 5000))
            .expect(201)
            .text("id");
    JsonArray tickets = new JsonArray();
    for (int i = 1; i <= 40; i++) {
      tickets.add(
          new JsonObject()
              .put("ticket_id", "T-" + i)
              .put("holder_name", "Siti Nurhaliza " + i)
              .put("ticket_type", i % 3 == 0 ? "VIP" : "Reguler"));
    }
    admin
        .with("Content-Type", "application/json")
        .send("PUT", "/attendance/" + id + "/tickets", tickets.encode())
        .expect(200);
    for (String ticket : List.of("T-1", "T-2", "T-3", "T-4", "T-5", "T-6", "T-1", "T-99")) {
      admin.post("/checkins", scan(id, ticket, "hp-1"));
    }
    JsonObject late =
        scan(id, "T-2", "hp-2").put("nonce", "n1").put("scanned_at", "2026-11-01T10:00:00Z");
    admin
        .post(
            "/checkins/batch",
            new JsonObject().put("device_id", "hp-2").put("scans", new JsonArray().add(late)))
        .expect(200);
    JsonObject device = new JsonObject().put("name", "Gerbang A 1");
    system.identity().as(token).post("/auth/devices", device).expect(201);
    return id;
  }

  /** To choose, sold out, and to come; one booking that is held, and one that is paid. */
  private static void putOnSale() {
    onSale =
        system
            .attendance()
            .as(token)
            .post(
                "/events",
                new JsonObject()
                    .put("title", "Festival Musik Bandung")
                    .put("description", "Baris pertama\nBaris kedua")
                    .put("location", "Lapangan Gasibu")
                    .put("start_time", "2099-12-31T19:00:00+07:00"))
            .expect(201)
            .text("id");
    String regular = type("REGULER", new JsonObject());
    type("HABIS", new JsonObject().put("quota", 0));
    type("NANTI", new JsonObject().put("sales_start", "2099-11-30T10:00:00+07:00"));
    held = book(regular);
    paid = book(regular);
    ServiceApi ticketing = system.service("ticketing").as(token);
    ticketing.send("POST", "/bookings/" + paid + "/confirm-payment", "").expect(200);
    checkout(held);
    keepBooks(checkout(book(regular)));
  }

  private static JsonObject checkout(String booking) {
    JsonObject cash = new JsonObject().put("booking_id", booking).put("payment_method", "cash");
    return system.service("payment").as(token).post("/checkout", cash).expect(201).json();
  }

  /** Waits until Report has heard of what was sold, and of the evening. */
  private static void report() {
    ServiceApi known = system.service("report").as(token);
    Eventually.await(
        "Report knows the sales",
        () -> known.get("/reports/events/" + onSale).json().getInteger("sold", 0) == 4);
    Eventually.await(
        "Report knows the evening", () -> known.get("/reports/events/" + eventId).status() == 200);
  }

  /** One of two transfers is made, and somebody has a mail. */
  private static void sendMoney() {
    String friend = "/auth/users/" + system.newUser("user");
    long to = system.identity().as(token).get(friend).expect(200).json().getLong("id");
    ServiceApi wallet = system.service("wallet").as(token);
    Eventually.await(
        "wallets are open", () -> wallet.get("/users/" + to + "/balance").status() == 200);
    JsonObject amount = new JsonObject().put("amount", 1_250_000);
    wallet.post("/users/1/topup", amount).expect(200);
    JsonObject body = new JsonObject().put("sender_id", 1).put("receiver_id", to);
    wallet
        .post("/transactions", body.put("amount", 75_000).put("description", "Patungan sewa bus"))
        .expect(201);
    wallet.post("/transactions", body.put("amount", 20_000)).expect(201);
    wallet.put("/transactions/1", new JsonObject().put("status", "completed")).expect(200);
    JsonObject mail = new JsonObject().put("user_id", 1).put("message", "Rapat panitia pukul 19.");
    system.service("notification").as(token).post("/notifications", mail).expect(201);
  }

  /** Money that was taken by hand, a part of which is to be given back so. */
  private static void keepBooks(JsonObject begun) {
    ServiceApi books = system.service("payment").as(token);
    String payment = "/payments/" + begun.getJsonObject("payment").getLong("id");
    JsonObject taken = new JsonObject().put("reference", "K-117").put("reason", "Tunai");
    books.post(payment + "/confirm", taken).expect(200);
    JsonObject part = new JsonObject().put("amount", 50_000).put("reason", "Dipindah");
    books.post(payment + "/refund", part).expect(202);
  }

  private static String type(String name, JsonObject more) {
    JsonObject body =
        new JsonObject()
            .put("event_id", onSale)
            .put("name", name)
            .put("description", "Tempat berdiri")
            .put("price", 150_000)
            .put("quota", 20);
    return system
        .service("ticketing")
        .as(token)
        .post("/ticket-types", body.mergeIn(more))
        .expect(201)
        .text("id");
  }

  private static String book(String type) {
    JsonObject body =
        new JsonObject().put("event_id", onSale).put("ticket_type_id", type).put("quantity", 2);
    return system.service("ticketing").as(token).post("/bookings", body).expect(201).text("id");
  }

  /** A venue with a room that is blocked, and a voucher. */
  private static void keepHouse() {
    ServiceApi house = system.event().as(token);
    house.post("/venues", new JsonObject().put("name", "Sabuga")).expect(201);
    JsonObject hall = new JsonObject().put("name", "Aula").put("capacity", 3000);
    house.post("/venues/1/rooms", hall).expect(201);
    JsonObject block =
        new JsonObject()
            .put("start_time", "2099-12-31T08:00:00")
            .put("end_time", "2099-12-31T12:00:00");
    house.post("/venues/1/rooms/101/blocks", block).expect(201);
    JsonObject voucher =
        new JsonObject()
            .put("event_id", onSale)
            .put("code", "TEMAN")
            .put("kind", "percent")
            .put("value", 10);
    system.service("ticketing").as(token).post("/vouchers", voucher).expect(201);
  }

  private static JsonObject scan(String event, String ticket, String device) {
    return new JsonObject()
        .put("event_id", event)
        .put("ticket_id", ticket)
        .put("gate", "A")
        .put("device_id", device);
  }
}
