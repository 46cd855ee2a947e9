package id.tixgo.launcher;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.microsoft.playwright.Locator;
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

  @Test
  void aReleaseShouldReplaceTheFilesOfTheLast() {
    page.evaluate("navigator.serviceWorker.ready.then(() => {})");
    Object mine = page.evaluate("caches.keys().then(keys => keys.join())");
    assertNotEquals("tixgo-@version@", mine);
    page.evaluate("caches.open('tixgo-old')");
    page.evaluate(
        "navigator.serviceWorker.getRegistration().then(r => r.unregister())"
            + ".then(() => navigator.serviceWorker.register('/sw.js'))");
    Chromium.await(page, "caches.keys().then(keys => keys.join() === '" + mine + "')");
  }
}
