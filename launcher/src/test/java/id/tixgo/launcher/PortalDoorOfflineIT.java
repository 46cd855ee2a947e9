package id.tixgo.launcher;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.Route.FulfillOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions;
import io.vertx.core.json.JsonObject;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The door with a bad network and other people's answers: no scan is lost, none is sent twice. */
class PortalDoorOfflineIT extends PortalDoor {
  private static final String CHECKINS = "**/gateway/attendance/checkins";
  private static final String BATCH = "**/gateway/attendance/checkins/batch";

  /** A door talks to the service every five seconds. */
  private static final HasTextOptions PATIENT = new HasTextOptions().setTimeout(20_000);

  private void waiting(int n) {
    assertThat(page.locator("#pending")).hasText(n + " menunggu", PATIENT);
  }

  private void entered(int n) {
    JsonObject stats = admin.get("/attendance/" + eventId + "/stats").expect(200).json();
    assertEquals(n, stats.getInteger("total_checked_in"));
  }

  /** The service has taken it over; nobody heard. */
  @Test
  void aLostAnswerShouldLetInOnce() {
    page.route(
        CHECKINS,
        route -> {
          route.fetch();
          route.abort();
        });
    letIn("T-1");
    chromium.forgive("ERR_FAILED");
    page.unroute(CHECKINS);
    waiting(0);
    entered(1);
    assertThat(page.locator("#door-conflicts")).hasCount(0);
  }

  /** It was let in, the answer was lost, and the door, which has an older list, turned it away. */
  @Test
  void whoeverWasTurnedAwayButCountsAsInShouldBeShown() {
    admin
        .with("Content-Type", "application/json")
        .send("POST", "/attendance/" + eventId + "/tickets", "[\"T-9\"]")
        .expect(200);
    page.route(
        CHECKINS,
        route -> {
          route.fetch();
          route.abort();
        });
    scan("T-9");
    assertThat(page.locator("#answer.stop")).containsText("Tidak ada di daftar");
    assertThat(page.locator("#door-conflicts")).containsText("T-9: ditolak di sini");
    chromium.forgive("ERR_FAILED");
  }

  /** A proxy's page, a hotspot's page, half an answer: none of them is the service's. */
  @ParameterizedTest
  @ValueSource(ints = {200, 302, 403, 404, 429, 502, 503, 504})
  void anAnswerThatIsNotTheServicesShouldLoseNoScan(int status) {
    FulfillOptions hotspot = new FulfillOptions().setStatus(status).setBody("<html>Log in");
    page.route("**/gateway/**", route -> route.fulfill(hotspot));
    letIn("T-1");
    assertThat(page.locator("#answer")).containsText("Luring");
    waiting(1);
    page.unroute("**/gateway/**");
    waiting(0);
    chromium.forgive("/gateway/");
    entered(1);
  }

  /** As after a backup was restored: the device has heard more than the feed knows. */
  @Test
  void anEntryThatTheServiceLostShouldNotKeepAnyoneOut() {
    letIn("T-1");
    page.waitForResponse(
        response -> response.url().endsWith("/changes?after=1&limit=1000"),
        () ->
            PageModules.evaluate(
                page,
                """
                async (id) => {
                  const { passed } = await import('/js/gatebook.js');
                  const { keep } = await import('/js/database.js');
                  await passed({ event_id: id, ticket_id: 'T-2', direction: 'in',
                    at: '2026-11-01T10:00:00Z', gate: 'B', staff: 'x', device_id: 'y' });
                  await keep(`event ${id}`, { seq: 999 });
                }\
                """,
                eventId));
    chromium.forgive("410");
    page.context().setOffline(true);
    letIn("T-2");
    scan("T-1");
    assertThat(page.locator("#answer.stop")).containsText("T-1");
  }

  /** One scan that can't be read keeps no other back, and is not lost. */
  @Test
  void anUnfitScanShouldBeSetAside() {
    page.context().setOffline(true);
    letIn("T-1");
    PageModules.evaluate(
        page,
        "import('/js/outbox.js').then(m => m.put({nonce: 'n-' + Date.now(), event_id: '"
            + eventId
            + "', ticket_id: 'T-2', device_id: 'hp', direction: 'up', waits: true,"
            + " scanned_at: '2026-11-01T10:00:00Z'}))");
    page.context().setOffline(false);
    assertThat(page.locator("#unfit")).containsText("1 pindaian");
    waiting(0);
    entered(1);
    button("Lupakan").click();
    page.locator("dialog").last().getByText("Lupakan", exactly()).click();
    assertThat(page.locator("#unfit")).hasCount(0);
    chromium.forgive("/checkins/batch");
    chromium.forgive("ERR_INTERNET_DISCONNECTED");
  }

  /** Who was turned away has not entered, whatever the service would say later; it is kept. */
  @Test
  void whoWasTurnedAwayOfflineShouldNotEnterLater() {
    page.context().setOffline(true);
    scan("T-9");
    assertThat(page.locator("#answer.stop")).containsText("Tidak ada di daftar");
    waiting(1);
    admin
        .with("Content-Type", "application/json")
        .send("POST", "/attendance/" + eventId + "/tickets", "[\"T-9\"]")
        .expect(200);
    page.context().setOffline(false);
    assertThat(page.locator("#network")).hasText("Tersambung", PATIENT);
    waiting(0);
    entered(0);
    String path = "/attendance/" + eventId + "/scans?code=UNKNOWN_TICKET";
    JsonObject kept = admin.get(path).expect(200).array().getJsonObject(0);
    assertEquals("T-9", kept.getString("ticket_id"));
    assertNotNull(kept.getString("synced_at"));
    letIn("T-9");
    chromium.forgive("ERR_INTERNET_DISCONNECTED");
  }

  @Test
  void withoutAnAnswerTheNextScanShouldNotWait() {
    AtomicInteger asked = new AtomicInteger();
    page.route("**/gateway/**", route -> asked.incrementAndGet());
    letIn("T-1");
    int before = asked.get();
    letIn("T-2");
    assertEquals(before, asked.get());
    waiting(2);
    page.unroute("**/gateway/**");
  }

  @Test
  void loggingOutShouldSayWhatWasNotSent() {
    page.context().setOffline(true);
    letIn("T-1");
    openMenu();
    button("Logout").click();
    assertThat(page.locator("dialog").last()).containsText("1 pindaian belum terkirim");
    page.keyboard().press("Escape");
    waiting(1);
    button("Logout").click();
    page.locator("dialog").last().getByText("Logout", exactly()).click();
    assertThat(page.locator("#pending")).hasCount(0);
    Object left =
        PageModules.evaluate(
            page,
            "import('/js/database.js').then(m => m.database()).then(async db =>"
                + " [await db.count('queue'), await db.count('tickets')].join())");
    assertEquals("1,0", left);
    chromium.forgive("ERR_INTERNET_DISCONNECTED");
  }

  /** Also at a door that nobody has chosen an event for. */
  @Test
  void leavingTheEventShouldStillSendItsScans() {
    AtomicBoolean cut = new AtomicBoolean(true);
    Consumer<Route> network =
        route -> {
          if (cut.get()) {
            route.abort();
          } else {
            route.resume();
          }
        };
    page.route("**/checkins**", network);
    page.route(BATCH, network);
    letIn("T-1");
    openMenu();
    button("Ganti acara atau gerbang").click();
    page.locator("dialog").last().getByText("Ganti acara atau gerbang", exactly()).click();
    assertThat(page.getByLabel("Acara")).isVisible();
    page.waitForResponse(BATCH, () -> cut.set(false));
    chromium.forgive("ERR_FAILED");
    entered(1);
  }

  @Test
  void twoTabsShouldSendAScanOnce() {
    AtomicInteger sent = new AtomicInteger();
    page.context().onRequest(r -> sent.addAndGet(r.url().endsWith("/batch") ? 1 : 0));
    page.context().setOffline(true);
    letIn("T-1");
    Page second = chromium.tab(page);
    page.context().setOffline(false);
    second.navigate("/#/door");
    waiting(0);
    entered(1);
    assertEquals(1, sent.get());
    chromium.forgive("ERR_INTERNET_DISCONNECTED");
  }
}
