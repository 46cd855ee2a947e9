package id.tixgo.launcher;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
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
  Api admin;

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
    page = door(token, title);
  }

  @AfterEach
  void leave() {
    page.context().close();
    chromium.expectNoComplaints();
  }

  Page door(String as, String title) {
    Page opened =
        chromium.open(
            "http://localhost:" + system.portal().port(),
            new NewContextOptions().setLocale("id-ID"));
    opened.navigate("/");
    opened.evaluate("sessionStorage.setItem('tixgo.token', '" + as + "')");
    opened.reload();
    opened.locator("nav").getByText("Pintu", exactly()).click();
    opened.getByLabel("Acara").selectOption(title);
    opened.getByLabel("Gerbang").fill("A");
    opened.getByRole(AriaRole.BUTTON, named("Mulai memindai")).click();
    assertThat(opened.getByText("3 tiket di perangkat")).isVisible();
    return opened;
  }

  static GetByRoleOptions named(String text) {
    return new GetByRoleOptions().setName(text).setExact(true);
  }

  void scan(String ticket) {
    page.locator("#ticket").fill(ticket);
    page.keyboard().press("Enter");
  }

  void letIn(String ticket) {
    scan(ticket);
    assertThat(page.locator("#answer.go")).containsText(ticket);
  }

  static Locator.GetByTextOptions exactly() {
    return new Locator.GetByTextOptions().setExact(true);
  }
}
