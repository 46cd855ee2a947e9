package id.tixgo.launcher;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import id.tixgo.common.test.Chromium;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Working at the door: set up, turned round, read twice, looked up by name. */
class PortalDoorDeskIT extends PortalDoor {
  private static final int HEIGHT = 740;

  private String makeEvent(String title, Duration fromNow) {
    JsonObject event =
        new JsonObject().put("title", title).put("start_time", Instant.now().plus(fromNow));
    return admin.post("/events", event).expect(201).text("id");
  }

  private void list(String id, JsonArray tickets) {
    admin
        .with("Content-Type", "application/json")
        .send("PUT", "/attendance/" + id + "/tickets", tickets.encode())
        .expect(200);
  }

  private static JsonObject ticket(String id, String... gates) {
    return new JsonObject().put("ticket_id", id).put("gates", new JsonArray(List.of(gates)));
  }

  private void setUpAnew() {
    page.context().close();
    page = setup(token, new NewContextOptions());
  }

  @Test
  void aWayOutShouldSaySoAndStayOne() {
    letIn("T-1");
    button("Ganti ke keluar").click();
    scan("T-1");
    assertThat(page.locator("#answer.out .sign")).hasText("KELUAR");
    assertThat(page.locator("#answer")).not().containsText("MASUK");
    page.reload();
    assertThat(page.locator(".door.out .way")).hasText("KELUAR");
    openMenu();
    button("English").click();
    assertThat(page.locator(".door.out .way")).hasText("OUT");
    assertThat(page.getByText("3 tickets on the device")).isVisible();
    turnedAway("T-1", "Already outside");
    assertThat(page.locator("#answer .sign")).hasText("CHECK");
    chromium.forgive("409");
  }

  @Test
  void aCodeThatIsReadTwiceAtOnceShouldBeOneGuest() {
    letIn("T-1");
    scan("T-1");
    assertThat(page.locator("#answer.go")).containsText("Terbaca dua kali");
    page.clock().install();
    page.clock().fastForward(3100);
    turnedAway("T-1", "Sudah pernah masuk");
    chromium.forgive("409");
  }

  @Test
  void anAnswerShouldGoSoThatItDoesNotLetTheNextGuestIn() {
    page.clock().install();
    letIn("T-1");
    page.clock().runFor(4000);
    assertThat(page.locator("#answer.go")).isVisible();
    page.clock().runFor(2000);
    assertThat(page.locator("#answer.go")).hasCount(0);
    assertThat(page.locator("#answer")).containsText("Siap");
    assertThat(page.locator("#last")).containsText("T-1");
  }

  @Test
  void theLastFiveAnswersShouldStayBelow() {
    for (String ticket : List.of("T-1", "X-1", "X-2", "X-3", "X-4", "T-2")) {
      scan(ticket);
      assertThat(page.locator("#last li").first()).containsText(ticket);
    }
    assertThat(page.locator("#last li")).hasCount(5);
    assertThat(page.locator("#last li").nth(1)).containsText("Tidak ada di daftar");
    chromium.forgive("404");
  }

  /** Tomorrow's is made first and yesterday's starts before it; today's is meant. */
  @Test
  void todaysEventShouldBeOfferedFirstAndTheLastOneRemembered() {
    String title = "Acara " + System.nanoTime();
    String tomorrow = makeEvent(title, Duration.ofHours(30));
    makeEvent(title, Duration.ofHours(-40));
    String now = makeEvent(title, Duration.ofMinutes(-1));
    setUpAnew();
    Locator events = page.locator("select[name=eventId]");
    assertEquals(
        "Hari ini", events.locator("option:checked").locator("xpath=..").getAttribute("label"));
    assertThat(events.locator("option[value='" + tomorrow + "']"))
        .hasText(Pattern.compile(title + " · \\d+ \\w+ \\d{4}.*"));
    eventId = now;
    start(page);
    openMenu();
    button("Ganti acara atau gerbang").click();
    page.locator("dialog").last().getByText("Ganti acara atau gerbang", exactly()).click();
    assertThat(events).hasValue(now);
    assertThat(page.getByLabel("Gerbang")).hasValue("A");
    page.getByText("Kembali ke " + title).click();
    assertThat(page.locator("#ticket")).isFocused();
    admin.delete("/events/" + now).expect(200);
  }

  @Test
  void aKnownGateShouldBeChosenAndAnotherTypedInAnyCase() {
    list(eventId, new JsonArray().add(ticket("G-1", "Utara")).add(ticket("G-2", "Selatan")));
    setUpAnew();
    page.getByLabel("Acara").selectOption(eventId);
    Locator gate = page.locator("select[name=gate]");
    assertThat(gate).hasValue("");
    gate.selectOption("Gerbang lain…");
    page.locator("input[name=gate]").fill("utara");
    button("Mulai memindai").click();
    assertThat(page.locator(".place")).containsText("Gerbang Utara");
    letIn("G-1");
    turnedAway("G-2", "Gerbang salah");
    assertThat(page.locator("#answer")).containsText("Untuk gerbang Selatan. Ini gerbang Utara.");
    chromium.forgive("409");
  }

  @Test
  void aScannerShouldBeOfferedItsEventsAndGatesAlone() {
    String name = "Pintu " + System.nanoTime();
    JsonObject device =
        new JsonObject()
            .put("name", name)
            .put("events", new JsonArray().add(eventId))
            .put("gates", new JsonArray().add("Utara").add("Selatan"));
    JsonObject made = system.identity().as(token).post("/auth/devices", device).expect(201).json();
    page.context().close();
    page = setup(made.getString("access_token"), new NewContextOptions());
    assertThat(page.getByLabel("Acara").locator("option")).hasCount(1);
    assertThat(page.getByLabel("Gerbang").locator("option"))
        .hasText(new String[] {"Pilih gerbang…", "Utara", "Selatan"});
    assertThat(page.getByLabel("Pemindai")).hasValue(name);
    page.getByLabel("Gerbang").selectOption("Utara");
    button("Mulai memindai").click();
    letIn("T-1");
  }

  @Test
  void aCancelledEventShouldNotBeOffered() {
    String gone = makeEvent("Batal", Duration.ofHours(1));
    admin.patch("/events/" + gone, new JsonObject().put("status", "cancelled")).expect(200);
    setUpAnew();
    assertThat(page.locator("option[value='" + gone + "']")).hasCount(0);
  }

  @Test
  void aGuestShouldBeFoundByNameWithAndWithoutANetwork() {
    JsonObject guest = new JsonObject().put("ticket_id", "N-1").put("holder_name", "José Ñíguez");
    list(eventId, new JsonArray().add(guest).add("N-2"));
    assertThat(page.getByText("2 tiket di perangkat")).isVisible();
    for (boolean offline : List.of(false, true)) {
      page.context().setOffline(offline);
      button("Cari tamu").click();
      page.getByLabel("Nama atau nomor tiket").fill("jose nig");
      Locator found = page.locator(".guests button");
      assertThat(found).hasCount(1);
      assertThat(found).containsText(offline ? "di dalam" : "belum datang");
      found.click();
      assertThat(page.locator(offline ? "#answer.stop" : "#answer.go")).containsText("José");
      scan("N-2");
      assertThat(page.locator("#answer")).containsText("N-2");
    }
    chromium.forgive("410");
    chromium.forgive("ERR_INTERNET_DISCONNECTED");
  }

  /** The door may not have been told of new rules yet. */
  @Test
  void closedDoorsShouldSayWhenTheyOpenOrClosed() {
    Instant soon = Instant.now().plus(Duration.ofHours(1));
    admin
        .put("/attendance/" + eventId + "/rules", new JsonObject().put("opens_at", soon))
        .expect(200);
    turnedAway("T-1", "Pintu belum dibuka");
    assertThat(page.locator("#answer")).containsText("Dibuka pukul");
    JsonObject over = new JsonObject().put("closes_at", Instant.now().minus(Duration.ofMinutes(5)));
    admin.put("/attendance/" + eventId + "/rules", over).expect(200);
    turnedAway("T-1", "Pintu sudah ditutup");
    assertThat(page.locator("#answer")).containsText("Ditutup sejak");
    chromium.forgive("409");
  }

  @Test
  void aFullEventShouldSayHowFull() {
    admin.put("/attendance/" + eventId + "/rules", new JsonObject().put("capacity", 1)).expect(200);
    letIn("T-1");
    turnedAway("T-2", "Acara penuh");
    assertThat(page.locator("#answer")).containsText("1 dari 1 sedang di dalam");
    chromium.forgive("409");
  }

  @Test
  void theScreenShouldStayOn() {
    page.addInitScript(
        "window.asked = []; Object.defineProperty(navigator, 'wakeLock', { value:"
            + " { request: async (kind) => { window.asked.push(kind); return { release() {} }; }"
            + " } });");
    page.reload();
    Chromium.await(page, "window.asked.join() === 'screen'");
  }

  @Test
  void aRefusedCameraShouldNotStayInTheWay() {
    page.addInitScript(
        "navigator.mediaDevices.getUserMedia = () => Promise.reject(new Error('no'))");
    page.reload();
    button("Nyalakan kamera").click();
    Locator trouble = page.getByRole(AriaRole.ALERT);
    assertThat(trouble).containsText("Kamera tidak ada");
    letIn("T-1");
    assertThat(trouble).hasCount(0);
  }

  /** The site's header is gone, and the answer, the camera and the field are in view together. */
  @Test
  void aPhoneShouldShowAnswerAndCameraTogether() {
    try (Chromium phones =
        new Chromium(
            List.of("--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"))) {
      Chromium before = chromium;
      chromium = phones;
      page = setup(token, new NewContextOptions().setViewportSize(360, HEIGHT));
      start(page);
      button("Nyalakan kamera").click();
      assertThat(page.locator(".camera video")).isVisible();
      page.evaluate("document.querySelector('tixgo-door').scan('X-9')");
      assertThat(page.locator("#answer.stop")).containsText("Tidak ada di daftar");
      phones.forgive("404");
      for (String part : List.of(".doorhead", "#answer", ".camera", "#ticket")) {
        BoundingBox box = page.locator(part).boundingBox();
        assertTrue(box.y >= 0 && box.y + box.height <= HEIGHT, part + " ends at " + box.y);
      }
      assertThat(page.locator("header.top")).isHidden();
      chromium = before;
      page.context().close();
      page = door(token);
    }
  }
}
