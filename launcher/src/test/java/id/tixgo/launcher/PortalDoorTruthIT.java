package id.tixgo.launcher;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import id.tixgo.common.test.Eventually;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a door shows is so: green only by the service's word or by a whole list with its date. */
class PortalDoorTruthIT extends PortalDoor {
  private static final String CHECKINS = "**/gateway/attendance/checkins";
  private static final String LIST = "**/tickets?limit=1000*";
  private static final String FAKE = "TIKET-PALSU-99";

  /** Requests that nobody answers. */
  private final List<Route> held = new CopyOnWriteArrayList<>();

  @BeforeEach
  void holdNothing() {
    held.clear();
  }

  private void offline() {
    page.context().setOffline(true);
    chromium.forgive("ERR_INTERNET_DISCONNECTED");
  }

  private void waiting(int n) {
    assertThat(page.locator("#pending")).hasText(n + " menunggu");
  }

  /** Another device's door, whose list never arrives. */
  private void openWithoutList() {
    page.context().close();
    page = setup(token, new NewContextOptions());
    page.route(LIST, held::add);
    start(page);
    assertThat(page.locator("#list")).hasText("Memuat daftar tiket…");
  }

  private void let(String ticket, String decision) {
    page.locator("#answer").getByText(decision).click();
    assertThat(page.locator("#answer")).not().containsText(ticket);
  }

  private JsonArray scans(String query) {
    return admin.get("/attendance/" + eventId + "/scans?" + query).expect(200).array();
  }

  @Test
  void noTicketShouldBeGreenWhileTheListIsOnItsWay() {
    openWithoutList();
    letIn("T-1");
    offline();
    unchecked(FAKE);
    unchecked("T-2");
    turnedAway("T-1", "Sudah pernah masuk");
  }

  @Test
  void noTicketShouldBeGreenWhenAHalfOfTheListIsHere() {
    page.context().close();
    page = setup(token, new NewContextOptions());
    page.route(
        LIST,
        route -> {
          if (route.request().url().contains("cursor=")) {
            held.add(route);
          } else {
            route.fulfill(firstOfTwoPages(route));
          }
        });
    page.waitForRequest(Pattern.compile("cursor=1"), () -> start(page));
    offline();
    unchecked(FAKE);
    unchecked("T-1");
  }

  private static Route.FulfillOptions firstOfTwoPages(Route route) {
    JsonObject ticket = new JsonObject().put("ticket_id", "T-1").put("gates", new JsonArray());
    return new Route.FulfillOptions()
        .setResponse(route.fetch())
        .setHeaders(
            java.util.Map.of(
                "Link", "</x?cursor=1>; rel=\"next\"", "X-Door-Version", "v", "X-Listed", "true"))
        .setBody(new JsonArray().add(ticket).encode());
  }

  @Test
  void aSlowServiceShouldDecideAfterAllWhenTheDoorCouldNot() {
    openWithoutList();
    page.route(CHECKINS, held::add);
    unchecked("T-1");
    waiting(1);
    held.stream().filter(r -> r.request().url().endsWith("/checkins")).forEach(Route::resume);
    assertThat(page.locator("#answer.go")).containsText("T-1");
    waiting(0);
  }

  @Test
  void aSlowServicesRefusalShouldBeShownToo() {
    openWithoutList();
    page.route(CHECKINS, held::add);
    unchecked(FAKE);
    held.stream().filter(r -> r.request().url().endsWith("/checkins")).forEach(Route::resume);
    assertThat(page.locator("#answer.stop")).containsText("Tidak ada di daftar");
    waiting(0);
    chromium.forgive("404");
  }

  @Test
  void theOldSetupShouldStayWhenTheEventIsChangedOffline() {
    offline();
    letIn("T-1");
    openMenu();
    button("Ganti acara atau gerbang").click();
    page.locator("dialog").last().getByText("Ganti acara atau gerbang", exactly()).click();
    assertThat(page.getByRole(AriaRole.ALERT)).containsText("Tidak ada jaringan");
    page.reload();
    turnedAway(FAKE, "Tidak ada di daftar");
    letIn("T-2");
  }

  @Test
  void nothingShouldBeGreenAfterALogOut() {
    logIn(page, system.tokenOf("admin"));
    assertThat(page.locator("#list")).containsText("3 tiket di perangkat");
    openMenu();
    button("Logout").click();
    assertThat(page.locator("h1")).hasText("Satu tiket, satu kali masuk.");
    page.evaluate("navigator.serviceWorker.ready.then(() => {})");
    offline();
    page.navigate("/#/door");
    unchecked(FAKE);
    assertThat(page.locator("#answer")).containsText("Belum ada yang login");
    waiting(1);
  }

  /** The log-in and the list are the tab's own still. */
  @Test
  void aDoorThatIsOpenedAgainOfflineShouldGoOnByItsList() {
    page.evaluate("navigator.serviceWorker.ready.then(() => {})");
    offline();
    page.reload();
    letIn("T-1");
    assertThat(page.locator("#answer .tag")).containsText("Luring · per ");
    turnedAway(FAKE, "Tidak ada di daftar");
  }

  @Test
  void aListShouldBeGoodForTheLogInThatItCameForAlone() {
    page.evaluate("navigator.serviceWorker.ready.then(() => {})");
    String other = system.tokenOf("committee");
    page.context().setOffline(true);
    logIn(page, other);
    chromium.forgive("ERR_INTERNET_DISCONNECTED");
    unchecked("T-1");
    page.context().setOffline(false);
    assertThat(page.locator("#list")).containsText("3 tiket di perangkat");
    offline();
    letIn("T-2");
  }

  /** That there is none was said by the service, at a time. */
  @Test
  void withoutAListEveryTicketShouldBeGreenWhenTheServiceHasSaidThatThereIsNone() {
    JsonObject event =
        new JsonObject().put("title", "Tanpa daftar").put("start_time", "2026-12-30T12:00:00Z");
    eventId = admin.post("/events", event).expect(201).text("id");
    page.context().close();
    page = setup(token, new NewContextOptions());
    start(page);
    assertThat(page.locator("#list")).containsText("Tanpa daftar tiket: semua tiket berlaku · per");
    offline();
    letIn(FAKE);
  }

  @Test
  void anEmptyListShouldLetNobodyIn() {
    admin
        .with("Content-Type", "application/json")
        .send("PUT", "/attendance/" + eventId + "/tickets", "[]")
        .expect(200);
    assertThat(page.locator("#list")).containsText("0 tiket di perangkat");
    chromium.forgive("410");
    offline();
    turnedAway("T-1", "Tidak ada di daftar");
  }

  @Test
  void whatStaffDecidesOfAnUncheckedTicketShouldBeKeptAsThat() {
    openWithoutList();
    offline();
    unchecked("T-1");
    let("T-1", "Izinkan masuk");
    unchecked("T-2");
    let("T-2", "Tolak");
    unchecked(FAKE);
    unchecked("LAGI-1");
    assertThat(page.locator("#undecided")).containsText(FAKE);
    waiting(4);
    page.unroute(LIST);
    page.context().setOffline(false);
    waiting(2);
    assertEquals("UNCHECKED", scans("ticket_id=T-2").getJsonObject(0).getString("code"));
    assertEquals("check_in", scans("ticket_id=T-1").getJsonObject(0).getString("kind"));
    assertEquals(0, scans("ticket_id=" + FAKE).size());
    page.locator("#undecided").getByText("Izinkan masuk " + FAKE).click();
    assertThat(page.locator("#door-conflicts")).containsText(FAKE + ": Tidak ada di daftar");
    page.reload();
    assertThat(page.locator("#door-conflicts")).containsText(FAKE);
    assertThat(page.locator("#undecided")).containsText("LAGI-1");
    waiting(1);
  }

  @Test
  void aRevokedTicketShouldBeKnownWithinSeconds() {
    page.waitForResponse(
        Pattern.compile("/tickets\\?.*since="),
        () ->
            admin
                .post(
                    "/attendance/" + eventId + "/tickets/T-1/revoke",
                    new JsonObject().put("reason", "uang kembali"))
                .expect(200));
    Eventually.await(
        "the device knows that the ticket is revoked",
        () ->
            PageModules.evaluate(
                    page,
                    "id => import('/js/database.js').then(m => m.database())"
                        + ".then(db => db.get('tickets', [id, 'T-1']))"
                        + ".then(ticket => Boolean(ticket.revoked))",
                    eventId)
                .equals(true));
    offline();
    turnedAway("T-1", "Tiket dicabut");
    assertThat(page.locator("#answer")).containsText("uang kembali");
    letIn("T-2");
  }
}
