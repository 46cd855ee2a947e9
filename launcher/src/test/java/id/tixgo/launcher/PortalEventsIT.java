package id.tixgo.launcher;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.FilterOptions;
import com.microsoft.playwright.Route;
import id.tixgo.common.test.Chromium;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The list of events: today first, then what comes, and what is over, each with its state. */
class PortalEventsIT extends PortalDesk {
  private static final Duration HOUR = Duration.ofHours(1);

  @BeforeEach
  void emptyList() {
    admin.get("/events?limit=1000").array().stream()
        .map(event -> ((JsonObject) event).getString("id"))
        .forEach(id -> admin.delete("/events/" + id + "?force=true").expect(200));
  }

  /** One that begins so long from now and lasts two hours. */
  private String event(String title, Duration fromNow) {
    Instant start = Instant.now().plus(fromNow);
    return makeEvent(
        new JsonObject()
            .put("title", title)
            .put("start_time", start.toString())
            .put("end_time", start.plus(HOUR.multipliedBy(2)).toString()));
  }

  private Locator group(String heading) {
    Locator title = page.locator("h2").filter(new FilterOptions().setHasText(heading));
    return page.locator("section, details").filter(new FilterOptions().setHas(title));
  }

  @Test
  void todayShouldComeFirstAndPastBeClosed() {
    event("Lampau jauh", Duration.ofDays(-9));
    event("Lampau dekat", Duration.ofDays(-2));
    String now = event("Sekarang", HOUR.negated());
    event("Pekan depan", Duration.ofDays(7));
    event("Lusa", Duration.ofHours(49));
    list(now, "T-1", "T-2");
    checkIn(now, "T-1").expect(201);
    goTo("#/events");
    assertThat(page.locator(".event h3").first()).hasText("Sekarang");
    Locator card = group("Hari ini").locator(".event");
    assertThat(card).containsText("Sedang berlangsung");
    assertThat(card).containsText("1 dari 2 sudah masuk");
    assertThat(card).containsText("WIB");
    assertEquals(
        List.of("Lusa", "Pekan depan"), group("Akan datang").locator("h3").allTextContents());
    assertThat(group("Akan datang").locator(".event").first()).containsText("belum ada daftar");
    Locator past = group("Sudah lewat");
    assertThat(past.locator(".count")).hasText("2");
    assertThat(past.locator("h3")).hasCount(0);
    past.locator("summary").click();
    assertThat(past.locator("h3")).hasCount(2);
    assertEquals(List.of("Lampau dekat", "Lampau jauh"), past.locator("h3").allTextContents());
    assertThat(past.locator(".event").first()).containsText("Selesai");
  }

  /** Whoever comes back from an event finds the list as it was. */
  @Test
  void searchAndPlaceShouldBeThereAgainOnTheWayBack() {
    for (int i = 0; i < 30; i++) {
      event("Gema " + i, Duration.ofDays(20 + i));
    }
    goTo("#/events");
    page.getByLabel("Cari").fill("gema");
    assertThat(page.locator(".event")).hasCount(30);
    page.getByText("Gema 29").click();
    expectHeading("Gema 29");
    assertEquals(0, page.evaluate("scrollY"));
    page.goBack();
    assertThat(page.getByLabel("Cari")).hasValue("gema");
    assertThat(page.getByText("Gema 29")).isInViewport();
    assertTrue((int) page.evaluate("scrollY") > 0);
    page.reload();
    assertThat(page.locator(".event")).hasCount(30);
  }

  /** Numbers that come late move nobody: not on the way there, and not on the way back. */
  @Test
  void thePlaceShouldNotWaitForNumbers() {
    for (int i = 0; i < 30; i++) {
      event("Lambat " + i, Duration.ofDays(20 + i));
    }
    List<Route> held = new CopyOnWriteArrayList<>();
    page.route("**/stats", held::add);
    goTo("#/events?q=lambat");
    page.getByText("Lambat 29").click();
    Chromium.await(page, "scrollY === 0");
    page.goBack();
    assertThat(page.getByText("Lambat 29")).isInViewport();
    page.unroute("**/stats");
    held.forEach(Route::resume);
    assertThat(page.getByText("belum ada daftar").first()).isAttached();
    assertThat(page.getByText("Lambat 29")).isInViewport();
  }

  @Test
  void theServiceShouldListTheLatestFirst() {
    event("Urut A", Duration.ofDays(100));
    event("Urut B", Duration.ofDays(101));
    JsonArray latest = admin.get("/events?q=urut&order=latest&limit=1").expect(200).array();
    assertEquals("Urut B", latest.getJsonObject(0).getString("title"));
    JsonArray first = admin.get("/events?q=urut&limit=1").expect(200).array();
    assertEquals("Urut A", first.getJsonObject(0).getString("title"));
    admin.get("/events?order=sideways").expect(422, "VALIDATION_ERROR");
  }

  @Test
  void tabsOfTwoEventsShouldHaveTwoNames() {
    String one = event("Konser Satu", HOUR);
    goTo("#/events/" + one + "/live");
    assertThat(page).hasTitle("Konser Satu · Pantauan langsung · TixGo");
    goTo("#/events");
    assertThat(page).hasTitle("Acara · TixGo");
  }
}
