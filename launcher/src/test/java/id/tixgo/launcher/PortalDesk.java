package id.tixgo.launcher;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ServiceWorkerPolicy;
import id.tixgo.common.test.Answer;
import id.tixgo.common.test.Chromium;
import id.tixgo.common.test.RunningSystem;
import id.tixgo.common.test.ServiceApi;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** An organiser's browser, logged in as the admin, in Indonesian. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class PortalDesk {
  RunningSystem system;
  Chromium chromium;
  String token;
  ServiceApi admin;
  Page page;

  @BeforeAll
  void start() {
    chromium = new Chromium(List.of());
    system = running();
    token = system.adminToken();
    admin = system.attendance().as(token);
  }

  /** What the browser finds. */
  RunningSystem running() {
    return RunningSystem.whole();
  }

  @AfterAll
  void stop() {
    if (chromium != null) {
      chromium.close();
      system.close();
    }
  }

  @BeforeEach
  void sitDown() {
    page = seat();
  }

  /** What a test begins with. */
  Page seat() {
    return desk(token);
  }

  @AfterEach
  void leave() {
    page.context().close();
    chromium.expectNoComplaints();
  }

  /** A browser of its own for whoever holds the token. */
  Page desk(String as) {
    return desk(as, new NewContextOptions());
  }

  Page desk(String as, NewContextOptions options) {
    return loggedIn(chromium, system, as, online(options).setTimezoneId("Asia/Jakarta"));
  }

  /**
   * Without the files that are kept for a time without a network: loading them is half the work.
   */
  static NewContextOptions online(NewContextOptions options) {
    return options.setServiceWorkers(ServiceWorkerPolicy.BLOCK);
  }

  /**
   * The web application, in Indonesian, in a session of the token: it is set at an address without
   * scripts, so that the pages are loaded once.
   */
  static Page loggedIn(
      Chromium chromium, RunningSystem system, String token, NewContextOptions options) {
    String portal = "http://localhost:" + system.portal().port();
    Page opened = chromium.open(portal, options.setLocale("id-ID"));
    opened.navigate("/health");
    opened.evaluate("token => sessionStorage.setItem('tixgo.token', token)", token);
    opened.navigate("/");
    return opened;
  }

  String makeEvent(String title) {
    return makeEvent(new JsonObject().put("title", title));
  }

  /** An event of 31 December, 19.00 in Jakarta, unless the members say otherwise. */
  String makeEvent(JsonObject members) {
    JsonObject body = new JsonObject().put("start_time", "2026-12-31T19:00:00+07:00");
    return admin.post("/events", body.mergeIn(members)).expect(201).text("id");
  }

  void list(String eventId, String... tickets) {
    JsonArray ids = new JsonArray();
    Stream.of(tickets).forEach(ids::add);
    admin
        .with("Content-Type", "application/json")
        .send("PUT", "/attendance/" + eventId + "/tickets", ids.encode())
        .expect(200);
  }

  Answer checkIn(String eventId, String ticket) {
    return admin.post(
        "/checkins",
        new JsonObject().put("event_id", eventId).put("ticket_id", ticket).put("gate", "A"));
  }

  /** As with a pasted link, or an entry of the history: the page isn't loaded anew. */
  void goTo(String hash) {
    page.evaluate("hash => { location.hash = hash; }", hash);
  }

  void expectHeading(String text) {
    assertThat(page.locator("main h1")).hasText(text);
  }

  Locator button(String text) {
    return page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(text).setExact(true));
  }

  Locator inDialog(String text) {
    return page.locator("dialog").getByText(text, new Locator.GetByTextOptions().setExact(true));
  }
}
