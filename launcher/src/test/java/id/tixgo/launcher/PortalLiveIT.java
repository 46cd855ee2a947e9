package id.tixgo.launcher;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.LocatorOptions;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The live page's chart: the last hour, or the whole event, with its axes. */
class PortalLiveIT extends PortalDesk {
  private String event;

  @BeforeEach
  void twoThreeHoursAgoAndOneNow() {
    Instant now = Instant.now();
    event =
        makeEvent(
            new JsonObject()
                .put("title", "Konser")
                .put("start_time", now.minus(Duration.ofHours(4)).toString()));
    late("T-1", now.minus(Duration.ofHours(3)));
    late("T-2", now.minus(Duration.ofHours(3)));
    checkIn(event, "T-3").expect(201);
  }

  @Test
  void theChartShouldShowTheHourOrTheWholeEvent() {
    goTo("#/events/" + event + "/live");
    assertThat(page.locator("#checked-in strong")).hasText("3");
    expectChart("1 masuk, paling banyak 1 per menit");
    button("Seluruh acara").click();
    expectChart("3 masuk, paling banyak 2 dalam 5 menit");
    checkIn(event, "T-4").expect(201);
    expectChart("4 masuk, paling banyak 2 dalam 5 menit");
    assertThat(button("Seluruh acara")).hasAttribute("aria-pressed", "true");
    button("Satu jam terakhir").click();
    assertThat(chart())
        .hasAttribute("aria-label", Pattern.compile("2 masuk, paling banyak [12] per menit"));
  }

  @Test
  void bothAxesShouldSayWhatTheyMean() {
    goTo("#/events/" + event + "/live");
    button("Seluruh acara").click();
    assertThat(chart().locator(".most")).hasText("2");
    assertThat(chart().locator(".least")).hasText("0");
    assertThat(chart().locator(".times span")).hasCount(4);
    assertThat(page.locator("section", hasChart())).containsText("WIB");
  }

  @Test
  void allMinutesShouldBeToldToWhoAsksForThem() {
    assertEquals(1, minutes("").size());
    assertEquals(1, minutes("?minutes=hour").size());
    JsonArray all = minutes("?minutes=all");
    assertEquals(2, all.size());
    assertEquals(2, all.getJsonObject(0).getInteger("checked_in"));
    admin.get(path("/stats?minutes=some")).expect(422, "VALIDATION_ERROR");
  }

  @Test
  void aConflictShouldComeAndGoWithWhatIsHandedIn() {
    admin.put(path("/rules"), new JsonObject().put("reentry", true)).expect(200);
    goTo("#/events/" + event + "/live");
    assertThat(page.locator("#checked-in strong")).hasText("3");
    Instant now = Instant.now();
    late("T-3", now.minus(Duration.ofHours(3)));
    Locator note = page.getByText("Masuk di dua tempat: 1 tiket. Lihat konflik");
    assertThat(note).isVisible();
    late("T-3", now.minus(Duration.ofHours(2)), "out");
    assertThat(note).isHidden();
  }

  private JsonArray minutes(String query) {
    return admin.get(path("/stats" + query)).expect(200).json().getJsonArray("per_minute");
  }

  private String path(String rest) {
    return "/attendance/" + event + rest;
  }

  private void late(String ticket, Instant at) {
    late(ticket, at, "in");
  }

  private void late(String ticket, Instant at, String direction) {
    JsonObject scan =
        new JsonObject()
            .put("nonce", ticket + direction)
            .put("direction", direction)
            .put("event_id", event)
            .put("ticket_id", ticket)
            .put("scanned_at", at.toString());
    JsonObject batch =
        new JsonObject().put("device_id", "hp-1").put("scans", new JsonArray().add(scan));
    admin.post("/checkins/batch", batch).expect(200);
  }

  private void expectChart(String words) {
    assertThat(chart()).hasAttribute("aria-label", words);
  }

  private Locator chart() {
    return page.locator(".chart");
  }

  private LocatorOptions hasChart() {
    return new LocatorOptions().setHas(page.locator(".chart"));
  }
}
