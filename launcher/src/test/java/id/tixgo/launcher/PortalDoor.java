package id.tixgo.launcher;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import id.tixgo.common.test.Chromium;
import id.tixgo.common.test.RunningSystem;
import id.tixgo.common.test.ServiceApi;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** A browser at the door of an event of its own, with three tickets on its device. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class PortalDoor {
  static final String ODD = "<img src=x onerror=alert(1)>";
  RunningSystem system;
  Chromium chromium;
  String token;
  ServiceApi admin;

  String eventId;
  Page page;

  @BeforeAll
  void start() {
    chromium = new Chromium(List.of());
    system = RunningSystem.whole();
    token = system.adminToken();
    admin = system.attendance().as(token);
  }

  @AfterAll
  void stop() {
    if (chromium != null) {
      chromium.close();
      system.close();
    }
  }

  @BeforeEach
  void open() {
    String title = "Pintu " + System.nanoTime();
    JsonObject event =
        new JsonObject().put("title", title).put("start_time", "2026-12-31T12:00:00Z");
    eventId = admin.post("/events", event).expect(201).text("id");
    JsonArray tickets =
        new JsonArray()
            .add("T-1")
            .add("T-2")
            .add(new JsonObject().put("ticket_id", ODD).put("holder_name", "<b>Siti</b>"));
    admin
        .with("Content-Type", "application/json")
        .send("PUT", "/attendance/" + eventId + "/tickets", tickets.encode())
        .expect(200);
    page = door(token);
  }

  @AfterEach
  void leave() {
    page.context().close();
    chromium.expectNoComplaints();
  }

  Page door(String as) {
    Page opened = setup(as, new NewContextOptions());
    start(opened);
    assertThat(opened.getByText("3 tiket di perangkat")).isVisible();
    return opened;
  }

  /** Where a door is set up, by whoever the token is of. */
  Page setup(String as, NewContextOptions options) {
    Page opened = PortalDesk.loggedIn(chromium, system, as, options);
    assertThat(opened.locator("nav .account")).hasCount(1); // The bar has the links that stay.
    opened.locator("nav").getByText("Pintu", exactly()).click();
    assertThat(opened.getByLabel("Acara")).isVisible();
    return opened;
  }

  static void logIn(Page page, String as) {
    page.evaluate("sessionStorage.setItem('tixgo.token', '" + as + "')");
    page.reload();
  }

  void start(Page opened) {
    opened.getByLabel("Acara").selectOption(eventId);
    opened.getByLabel("Gerbang").fill("A");
    opened.getByRole(AriaRole.BUTTON, named("Mulai memindai")).click();
    assertThat(opened.locator("#ticket")).isVisible();
  }

  Locator button(String name) {
    return page.getByRole(AriaRole.BUTTON, named(name));
  }

  /** The site's own header comes with the door's menu. */
  void openMenu() {
    button("Menu").click();
  }

  static GetByRoleOptions named(String text) {
    return new GetByRoleOptions().setName(text).setExact(true);
  }

  void scan(String ticket) {
    page.locator("#ticket").fill(ticket);
    page.keyboard().press("Enter");
  }

  void turnedAway(String ticket, String why) {
    scan(ticket);
    assertThat(page.locator("#answer.stop")).containsText(ticket);
    assertThat(page.locator("#answer.stop")).containsText(why);
  }

  /** Neither green nor red: nobody could check it. */
  void unchecked(String ticket) {
    scan(ticket);
    assertThat(page.locator("#answer.unsure")).containsText(ticket);
    assertThat(page.locator("#answer.unsure")).containsText("TIDAK BISA DICEK");
  }

  void letIn(String ticket) {
    scan(ticket);
    assertThat(page.locator("#answer.go")).containsText(ticket);
  }

  static Locator.GetByTextOptions exactly() {
    return new Locator.GetByTextOptions().setExact(true);
  }
}
