package id.tixgo.launcher;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import id.tixgo.common.test.Chromium;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is typed, read and shown at the door: odd names and addresses, the focus, new files. */
class PortalDoorIT extends PortalDoor {
  @Test
  void textShouldStayText() {
    letIn(ODD);
    assertThat(page.locator("#answer .who")).hasText("<b>Siti</b>");
    page.navigate("/#/events/" + eventId + "/live");
    assertThat(page.locator(".feed")).containsText(ODD);
    assertEquals(0, page.locator("main img").count());
  }

  @ParameterizedTest
  @ValueSource(strings = {"events/%", "events/..", "events/%2e%2e/tickets", "constructor", "//x"})
  void anAddressThatIsNoneShouldSaySo(String hash) {
    page.navigate("/#/" + hash);
    assertThat(page.locator("main h1")).hasText("Halaman tidak ditemukan");
  }

  @ParameterizedTest
  @ValueSource(strings = {"__proto__", "javascript:alert(1)", "constructor"})
  void anEventOfAnOddNameShouldBeShown(String id) {
    JsonObject scan = new JsonObject().put("event_id", id).put("ticket_id", "T-1");
    admin.post("/checkins", scan).expect(201);
    page.navigate("/#/events/" + id);
    assertThat(page.locator("main h1")).hasText(id);
    chromium.forgive("404");
  }

  /** A USB scanner does not know where the focus is. */
  @Test
  void whatAScannerTypesShouldArriveWhereverTheFocusIs() {
    page.getByRole(AriaRole.BUTTON, named("Ganti ke keluar")).focus();
    page.keyboard().type("T-1");
    page.keyboard().press("Enter");
    assertThat(page.locator("#answer.go")).containsText("T-1");
  }

  @Test
  void aDialogShouldGiveTheFocusBack() {
    page.navigate("/#/events/" + eventId + "/tickets");
    Locator revoke = page.getByRole(AriaRole.BUTTON, named("Cabut T-1"));
    revoke.focus();
    page.keyboard().press("Enter");
    assertThat(page.locator("dialog input")).isFocused();
    page.keyboard().press("Escape");
    assertThat(revoke).isFocused();
  }

  /** The pages of the last release are there before this one's come. */
  @Test
  void aReleaseShouldReplaceTheFilesOfTheLast() {
    String portal = "http://localhost:" + system.portal().port();
    try (Page visitor = chromium.open(portal, new NewContextOptions())) {
      chromium.forgive("favicon.ico"); // A page that names none has the browser look there.
      visitor.navigate("/health");
      visitor.evaluate("caches.open('tixgo-old').then(() => {})");
      visitor.navigate("/");
      Chromium.await(
          visitor,
          "caches.keys().then(keys => keys.length === 1 && keys[0] !== 'tixgo-old'"
              + " && !keys[0].includes('@'))");
    }
  }
}
