package id.tixgo.launcher;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.FilterOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route.FulfillOptions;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who may see what, who may change what, and who one is in a new tab or while nobody can say. */
class PortalRolesIT extends PortalDesk {
  private static final String NOT_FOR_YOU = "Ini bukan untuk peran Anda";

  @Test
  void aGuestShouldBeToldWhatIsNotForHim() {
    String event = makeEvent("Konser");
    Page guest = desk(system.tokenOf("user"));
    for (String hash :
        List.of(
            "#/users",
            "#/devices",
            "#/audit",
            "#/payments",
            "#/payments/1",
            "#/reports",
            "#/reconciliation",
            "#/venues",
            "#/venues/new",
            "#/venues/1",
            "#/venues/1/edit",
            "#/venues/1/rooms/101",
            "#/door",
            "#/events/new",
            "#/events/" + event + "/edit",
            "#/events/" + event + "/tickets",
            "#/events/" + event + "/report",
            "#/compare",
            "#/events/" + event + "/scans",
            "#/events/" + event + "/conflicts",
            "#/events/" + event + "/refunds")) {
      guest.evaluate("hash => { location.hash = hash; }", hash);
      assertThat(guest.locator("main h1")).hasText(NOT_FOR_YOU);
      assertThat(guest.locator("main input, main select")).hasCount(0);
      guest.locator("main").getByText("Acara").click();
      assertThat(guest.locator("main h1")).hasText("Acara");
    }
    guest.context().close();
  }

  /** Numbers are for everybody; tickets, names and who let them in are for staff. */
  @Test
  void aGuestShouldSeeNumbersAlone() {
    String event = makeEvent("Konser");
    checkIn(event, "RAHASIA-1").expect(201);
    Page guest = desk(system.tokenOf("user"));
    List<String> asked = new ArrayList<>();
    guest.onRequest(request -> asked.add(request.url()));
    guest.navigate("/#/events/" + event + "/live");
    assertThat(guest.locator("#checked-in strong")).hasText("1");
    assertThat(guest.locator("main")).not().containsText("RAHASIA-1");
    assertThat(guest.locator("main")).not().containsText("admin");
    checkIn(event, "RAHASIA-2").expect(201);
    assertThat(guest.locator("#checked-in strong")).hasText("2");
    assertEquals(
        List.of(),
        asked.stream().filter(url -> url.matches(".*/(changes|stream|conflicts).*")).toList());
    guest.navigate("/#/events/" + event);
    assertThat(guest.locator("#checked-in strong")).hasText("2");
    assertThat(guest.getByText("Unduh data")).hasCount(0);
    guest.context().close();
  }

  @Test
  void aRoleShouldChangeWhenItIsSavedAndNotBefore() {
    String name = system.newUser("user");
    List<String> saved = new ArrayList<>();
    page.onRequest(request -> saved.addAll(roleOf(request)));
    goTo("#/users");
    page.getByLabel("Peran " + name).focus();
    page.keyboard().press("ArrowDown");
    page.keyboard().press("ArrowDown");
    assertThat(page.getByLabel("Peran " + name)).hasValue("admin");
    page.keyboard().press("ArrowUp");
    assertThat(page.getByLabel("Peran " + name)).hasValue("committee");
    assertEquals(List.of(), saved);
    button("Simpan Peran " + name).click();
    assertThat(page.getByText("Tersimpan: " + name + " menjadi Panitia.")).isInViewport();
    assertEquals("committee", system.identity().as(token).get("/auth/users/" + name).text("role"));
  }

  private static List<String> roleOf(Request request) {
    return request.method().equals("PUT") ? List.of(request.url()) : List.of();
  }

  @Test
  void anAdminShouldBeMadeAfterAQuestionAlone() {
    String name = system.newUser("user");
    goTo("#/users");
    page.getByLabel("Peran " + name).selectOption("admin");
    button("Simpan Peran " + name).click();
    assertThat(page.locator("dialog")).containsText("Jadikan " + name + " admin?");
    page.keyboard().press("Escape");
    assertEquals("user", system.identity().as(token).get("/auth/users/" + name).text("role"));
    button("Simpan Peran " + name).click();
    inDialog("Jadikan admin").click();
    assertThat(page.getByText("Tersimpan: " + name + " menjadi Admin.")).isVisible();
    assertEquals("admin", system.identity().as(token).get("/auth/users/" + name).text("role"));
  }

  @Test
  void anAdminShouldReadWhoChangedWhatByWhichRequest() throws IOException {
    String name = system.newUser("user");
    JsonObject role = new JsonObject().put("role", "committee");
    String request = "r-" + System.nanoTime();
    system
        .identity()
        .as(token)
        .with("X-Request-Id", request)
        .put("/auth/users/" + name + "/role", role)
        .expect(200);
    page.locator("nav").getByText("Audit").click();
    page.getByLabel("Tindakan").fill("user.role");
    Locator row = page.locator("tbody tr").filter(new FilterOptions().setHasText(request));
    assertThat(row).containsText("admin");
    row.locator("summary").press("Enter");
    assertThat(row).containsText("user → committee");
    row.getByText(request).click();
    assertThat(page.locator("tbody tr")).hasCount(1);
    assertThat(page.getByLabel("Permintaan")).hasValue(request);
    Download file = page.waitForDownload(() -> button("CSV").click());
    assertEquals(2, Files.readAllLines(file.path()).size());
    page.getByLabel("Layanan").selectOption("wallet");
    assertThat(page.locator("main .empty")).hasText("Tidak ada catatan yang cocok.");
  }

  @Test
  void aNewTabShouldGoOnWithTheSession() {
    Page tab = chromium.tab(page);
    tab.navigate("/#/users");
    assertThat(tab.locator("main h1")).hasText("Pengguna");
  }

  /** A good token is no reason to log in again. */
  @Test
  void whoCanNotBeRecognisedJustNowShouldWait() {
    String problem = new JsonObject().put("code", "UPSTREAM_UNREACHABLE").encode();
    page.route(
        "**/api/auth/me",
        route -> route.fulfill(new FulfillOptions().setStatus(502).setBody(problem)));
    goTo("#/users");
    expectHeading("Pengguna");
    page.reload();
    expectHeading("Sebentar …");
    chromium.forgive("502");
    page.unroute("**/api/auth/me");
    expectHeading("Pengguna");
  }
}
