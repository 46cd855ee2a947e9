package id.tixgo.launcher;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route.FulfillOptions;
import id.tixgo.common.test.ServiceApi;
import io.vertx.core.json.JsonObject;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** A door whose log-in ends: it says so loudly, stops, and goes on after a log-in on the spot. */
class PortalDoorSessionIT extends PortalDoor {
  private static final String UNAUTHORIZED =
      new JsonObject().put("status", 401).put("code", "UNAUTHORIZED").encode();

  private int kept(String store) {
    Object count =
        PageModules.evaluate(
            page,
            "import('/js/database.js').then(m => m.database()).then(db => db.count('"
                + store
                + "'))");
    return ((Number) count).intValue();
  }

  private void expectBlocked(String why) {
    assertThat(page.locator("#door-session.stop")).containsText(why);
    assertThat(page.locator("#ticket")).hasCount(0);
    assertThat(page.locator("#answer")).hasCount(0);
    chromium.forgive("401");
  }

  /** A new token is good for two hours from the real time on. */
  private void logInOnTheSpot() {
    page.clock().setSystemTime(System.currentTimeMillis());
    page.getByLabel("Nama pengguna").fill("admin");
    page.getByLabel("Kata sandi").fill("admin-secret");
    button("Login").click();
    assertThat(page.locator("#door-session")).hasCount(0);
    assertThat(page.getByText("3 tiket di perangkat")).isVisible();
  }

  @Test
  void anEndedSessionShouldBlockAndKeepTheQueueAndTheSetup() {
    String other = system.logIn("admin", "admin-secret");
    logIn(page, other);
    assertThat(page.getByText("3 tiket di perangkat")).isVisible();
    page.context().setOffline(true);
    letIn("T-1");
    system.identity().as(other).send("POST", "/auth/logout", "").expect(204);
    page.context().setOffline(false);
    chromium.forgive("ERR_INTERNET_DISCONNECTED");
    expectBlocked("Akses ini sudah diakhiri");
    assertThat(page.locator("#pending")).hasText("1 menunggu");
    logInOnTheSpot();
    assertThat(page.locator("#pending")).hasText("0 menunggu");
    letIn("T-2");
    JsonObject stats = admin.get("/attendance/" + eventId + "/stats").expect(200).json();
    assertEquals(2, stats.getInteger("total_checked_in"));
    assertEquals(2, stats.getJsonObject("per_gate").getInteger("A"));
  }

  @Test
  void aRevokedScannerShouldStopAndForgetTheGuests() {
    JsonObject device = new JsonObject().put("name", "Pintu " + System.nanoTime());
    ServiceApi devices = system.identity().as(token);
    JsonObject made = devices.post("/auth/devices", device).expect(201).json();
    page.context().close();
    page = door(made.getString("access_token"));
    assertEquals(3, kept("tickets"));
    letIn("T-1");
    devices.delete("/auth/devices/" + made.getValue("id")).expect(204);
    expectBlocked("Pemindai ini sudah dicabut");
    assertThat(page.locator("#last")).hasCount(0);
    page.waitForCondition(() -> kept("tickets") == 0 && kept("passages") == 0);
    page.context().setOffline(true);
    assertThat(page.locator("#ticket")).hasCount(0);
    assertThat(page.getByText("Gunakan QR pemindai lain")).isVisible();
    chromium.forgive("ERR_INTERNET_DISCONNECTED");
  }

  /** Its time was over: nobody took anything away, and the list stays for the next log-in. */
  @Test
  void anExpiredTokenShouldKeepTheList() {
    page.clock().install();
    page.reload();
    page.clock().fastForward("02:01:00");
    page.route(
        "**/gateway/**",
        route -> route.fulfill(new FulfillOptions().setStatus(401).setBody(UNAUTHORIZED)));
    page.clock().runFor(6000);
    expectBlocked("Sesi sudah berakhir");
    assertEquals(3, kept("tickets"));
    page.unroute("**/gateway/**");
    logInOnTheSpot();
  }

  /** It was revoked, whatever the device's clock makes of its time. */
  @Test
  void aClockThatIsAheadShouldNotKeepARevokedTokensGuests() {
    String other = system.logIn("admin", "admin-secret");
    logIn(page, other);
    page.clock().install();
    page.reload();
    assertThat(page.getByText("3 tiket di perangkat")).isVisible();
    page.clock().fastForward("03:00:00");
    system.identity().as(other).send("POST", "/auth/logout", "").expect(204);
    page.clock().runFor(6000);
    expectBlocked("Akses ini sudah diakhiri");
    page.waitForCondition(() -> kept("tickets") == 0 && kept("passages") == 0);
  }

  /** So many seconds before the token ends, whenever it was given. */
  private void forwardToTheEndBut(long seconds) {
    String claims = token.split("\\.", -1)[1];
    JsonObject read = new JsonObject(new String(Base64.getUrlDecoder().decode(claims), UTF_8));
    long now = ((Number) page.evaluate("Date.now()")).longValue();
    page.clock().fastForward((read.getLong("exp") - seconds) * 1000 - now);
  }

  @Test
  void theEndShouldBeSaidTenMinutesBeforeIt() {
    page.clock().install();
    page.reload();
    forwardToTheEndBut(900);
    assertThat(page.locator("#list")).isVisible();
    assertThat(page.locator("#door-session")).hasCount(0);
    forwardToTheEndBut(570);
    page.clock().runFor(6000);
    assertThat(page.locator("#door-session.warn")).containsText("Sesi berakhir 9 menit lagi");
    forwardToTheEndBut(470);
    page.clock().runFor(6000);
    assertThat(page.locator("#door-session.warn")).containsText("Sesi berakhir 8 menit lagi");
    letIn("T-1");
    button("Login lagi").click();
    logInOnTheSpot();
  }

  /** There is nobody to log in at, and a list that this log-in was given. */
  @Test
  void aTokenThatRunsOutOfflineShouldNotStopTheDoor() {
    page.clock().install();
    page.reload();
    assertThat(page.getByText("3 tiket di perangkat")).isVisible();
    page.context().setOffline(true);
    page.clock().fastForward("02:01:00");
    page.clock().runFor(6000);
    assertThat(page.locator("#door-session.warn")).containsText("Pintu tetap bekerja");
    letIn("T-1");
    chromium.forgive("ERR_INTERNET_DISCONNECTED");
  }

  @Test
  void whoIsNotLoggedInShouldLogInAtTheDoor() {
    Page stranger =
        chromium.open(
            "http://localhost:" + system.portal().port(),
            new NewContextOptions().setLocale("id-ID"));
    page.context().close();
    page = stranger;
    page.navigate("/#/door");
    assertThat(page.locator("#door-session.stop")).containsText("Belum login");
    page.getByLabel("Nama pengguna").fill("admin");
    page.getByLabel("Kata sandi").fill("salah-salah");
    button("Login").click();
    assertThat(page.locator(".toast")).containsText("kata sandi salah");
    chromium.forgive("401");
    page.getByLabel("Kata sandi").fill("admin-secret");
    button("Login").click();
    start(page);
  }
}
