package id.tixgo.launcher;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each address shows its own event and nothing of another, and deletes only what it shows. */
class PortalAddressIT extends PortalDesk {
  private final List<Route> held = new CopyOnWriteArrayList<>();
  private String minor;
  private String major;

  /** One page for all: a view that stays from the test before is what mustn't be. */
  @Override
  Page seat() {
    return page == null ? super.seat() : page;
  }

  @AfterEach
  @Override
  void leave() {
    goTo("#/");
    assertThat(page.locator("main h1")).not().containsText("Acara");
    chromium.expectNoComplaints();
  }

  @BeforeEach
  void makeEvents() {
    held.clear();
    minor = event("Rapat kecil", "KECIL-1");
    major = event("Konser besar", "BESAR-1");
  }

  /** With a ticket that has entered at two doors, so that every view has something of its own. */
  private String event(String title, String ticket) {
    String id = makeEvent(title);
    list(id, ticket);
    checkIn(id, ticket).expect(201);
    JsonObject late =
        new JsonObject()
            .put("event_id", id)
            .put("ticket_id", ticket)
            .put("nonce", "n")
            .put("scanned_at", "2026-11-01T10:00:00Z");
    JsonObject batch =
        new JsonObject().put("device_id", "hp-" + ticket).put("scans", new JsonArray().add(late));
    admin.post("/checkins/batch", batch).expect(200);
    return id;
  }

  /** What belongs to one event in each view; the heading, the form, the numbers, the list. */
  @ParameterizedTest
  @CsvSource({
    "'',h1",
    "/edit,input[name=title]",
    "/live,h1",
    "/live,.feed",
    "/tickets,tbody",
    "/scans,tbody",
    "/conflicts,h2"
  })
  void aViewShouldFollowItsAddressAndShowNothingOfTheLast(String view, String place) {
    goTo("#/events/" + minor + view);
    shows(place, "ecil|KECIL");
    hold(major);
    goTo("#/events/" + major + view);
    assertThat(page.locator("main")).not().containsText("ecil");
    assertThat(page.locator("main")).not().containsText("KECIL");
    assertThat(page.locator("main input, main tbody, main .number")).hasCount(0);
    release();
    shows(place, "esar|BESAR");
  }

  private void shows(String place, String pattern) {
    Locator shown = page.locator("main " + place).first();
    Pattern expected = Pattern.compile(pattern);
    if (place.startsWith("input")) {
      assertThat(shown).hasValue(expected);
    } else {
      assertThat(shown).containsText(expected);
    }
  }

  /** Keeps back every answer about an event. */
  private void hold(String eventId) {
    page.route("**/gateway/**" + eventId + "**", held::add);
  }

  private void release() {
    page.unroute("**/gateway/**");
    page.unroute("**/gateway/**" + major + "**");
    page.unroute("**/gateway/**" + minor + "**");
    held.forEach(Route::resume);
    held.clear();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/live", "/tickets", "/scans", "/conflicts", "/edit"})
  void aLateAnswerShouldNotReachTheNextAddress(String view) {
    hold(minor);
    goTo("#/events/" + minor + view);
    page.waitForCondition(() -> !held.isEmpty());
    goTo("#/events/" + major + view);
    Locator main = page.locator("main");
    assertThat(main.locator("h1").first()).isVisible();
    page.waitForResponse(response -> response.url().contains(minor), () -> release());
    assertThat(main).not().containsText("ecil");
    assertThat(main).not().containsText("KECIL");
    goTo("#/events/" + major);
    expectHeading("Konser besar");
  }

  @Test
  void deleteShouldDeleteWhatItShowsAfterAJumpInTheHistory() {
    goTo("#/events/" + minor);
    expectHeading("Rapat kecil");
    goTo("#/events");
    expectHeading("Acara");
    goTo("#/events/" + major);
    expectHeading("Konser besar");
    page.evaluate("history.go(-2)");
    expectHeading("Rapat kecil");
    button("Hapus").click();
    assertThat(page.locator("dialog")).containsText("Rapat kecil");
    assertThat(page.locator("dialog")).containsText("31 Desember 2026");
    assertThat(page.locator("dialog")).containsText("Check-in: 1");
    inDialog("Hapus").click();
    assertThat(page.locator("dialog"))
        .containsText("“Rapat kecil” punya 1 check-in, 0 tiket terjual");
    inDialog("Tetap hapus").click();
    chromium.forgive("409");
    expectHeading("Acara");
    admin.get("/events/" + minor).expect(404);
    admin.get("/events/" + major).expect(200);
  }

  @Test
  void whatWasChangedMeanwhileShouldNotBeDeleted() {
    goTo("#/events/" + minor);
    expectHeading("Rapat kecil");
    admin.patch("/events/" + minor, new JsonObject().put("title", "Rapat penting")).expect(200);
    button("Hapus").click();
    inDialog("Hapus").click();
    assertThat(page.getByText("Orang lain sudah mengubahnya")).isVisible();
    chromium.forgive("412");
    admin.get("/events/" + minor).expect(200);
  }

  @Test
  void aQuestionShouldGoWithItsView() {
    goTo("#/events/" + minor);
    button("Hapus").click();
    assertThat(page.locator("dialog")).isVisible();
    goTo("#/events/" + major);
    expectHeading("Konser besar");
    assertThat(page.locator("dialog")).hasCount(0);
    admin.get("/events/" + minor).expect(200);
  }

  @Test
  void aFormShouldChangeTheEventOfItsAddress() {
    goTo("#/events/" + minor + "/edit");
    page.getByLabel("Judul").fill("Belum disimpan");
    goTo("#/events/" + major + "/edit");
    assertThat(page.getByLabel("Judul")).hasValue("Konser besar");
    page.getByLabel("Tempat").fill("Stadion");
    button("Simpan").click();
    expectHeading("Konser besar");
    JsonObject saved = admin.get("/events/" + major).expect(200).json();
    assertEquals("Konser besar", saved.getString("title"));
    assertEquals("Stadion", saved.getString("location"));
    JsonObject other = admin.get("/events/" + minor).expect(200).json();
    assertEquals("Rapat kecil", other.getString("title"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/live", "/tickets", "/scans", "/conflicts", "/edit"})
  void anEventThatNobodyKnowsShouldSaySo(String view) {
    goTo("#/events/nope" + view);
    expectHeading("Acara ini tidak ada");
    assertThat(page.locator("main input")).hasCount(0);
    chromium.forgive("404");
  }
}
