package id.tixgo.launcher;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.FilterOptions;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Tickets with their state, scans with what finds them, conflicts, scanners, the end of an event.
 */
class PortalListsIT extends PortalDesk {
  private String event;

  @BeforeEach
  void anEvening() {
    event = makeEvent("Pesta: Rakyat");
    JsonArray tickets =
        new JsonArray()
            .add(ticket("TKT-0001", "Siti Aminah"))
            .add(ticket("TKT-0002", "Budi Santoso"))
            .add(ticket("TKT-0003", "Dewi Lestari"));
    admin
        .with("Content-Type", "application/json")
        .send("PUT", "/attendance/" + event + "/tickets", tickets.encode())
        .expect(200);
    checkIn(event, "TKT-0001").expect(201);
    checkIn(event, "TKT-0001").expect(409);
    JsonObject reason = new JsonObject().put("reason", "Dijual dua kali");
    admin.post("/attendance/" + event + "/tickets/TKT-0003/revoke", reason).expect(200);
  }

  private static JsonObject ticket(String id, String holder) {
    return new JsonObject().put("ticket_id", id).put("holder_name", holder);
  }

  private Locator row(String text) {
    return page.locator("tbody tr").filter(new FilterOptions().setHasText(text));
  }

  @Test
  void ticketsShouldSayWhoHasCome() {
    goTo("#/events/" + event + "/tickets");
    assertThat(row("TKT-0001")).containsText("Di dalam");
    assertThat(row("TKT-0001")).containsText("WIB, Gerbang A");
    assertThat(row("TKT-0002")).containsText("Belum datang");
    assertThat(row("TKT-0003")).containsText("Dicabut");
    assertThat(row("TKT-0003")).containsText("Dijual dua kali");
    assertThat(button("Batalkan masuk TKT-0001")).isVisible();
    assertThat(button("Batalkan masuk TKT-0002")).hasCount(0);
    button("Belum datang 1").click();
    assertThat(page.locator("tbody tr")).hasCount(1);
    assertThat(row("Budi Santoso")).isVisible();
    page.reload();
    assertThat(page.locator("tbody tr")).hasCount(1);
    button("Dicabut 1").click();
    assertThat(row("Dewi Lestari")).isVisible();
  }

  @Test
  void anUndoShouldBeToldWhereOneIsAndTheTicketNotHaveCome() {
    goTo("#/events/" + event + "/tickets");
    button("Batalkan masuk TKT-0001").click();
    page.locator("dialog input").fill("Salah pindai");
    inDialog("Batalkan masuk").click();
    assertThat(page.getByText("Check-in tiket TKT-0001 dibatalkan.")).isInViewport();
    assertThat(row("TKT-0001")).containsText("Belum datang");
    assertThat(button("Batalkan masuk TKT-0001")).hasCount(0);
  }

  @Test
  void whoDidNotComeShouldBeAFileNamedAfterTheEvent() throws IOException {
    goTo("#/events/" + event);
    Download file = page.waitForDownload(() -> button("CSV Yang belum datang").click());
    assertEquals("Pesta Rakyat - Yang belum datang.csv", file.suggestedFilename());
    String lines = Files.readString(file.path());
    assertTrue(lines.contains("TKT-0002,Budi Santoso"), lines);
    assertFalse(lines.contains("TKT-0001") || lines.contains("TKT-0003"), lines);
  }

  @Test
  void scansShouldComeNewestFirstAndBeFoundByAPart() {
    checkIn(event, "TKT-0002").expect(201);
    goTo("#/events/" + event + "/scans");
    assertThat(page.locator("tbody tr").first()).containsText("Budi Santoso");
    page.getByLabel("Cari nomor atau nama").fill("0001");
    assertThat(page.locator("tbody tr")).hasCount(2);
    page.getByLabel("Hasil").selectOption("Sudah pernah masuk");
    assertThat(page.locator("tbody tr")).hasCount(1);
    assertThat(page).hasURL(Pattern.compile("q=0001.*outcome=ALREADY_CHECKED_IN"));
    page.reload();
    assertThat(page.getByLabel("Cari nomor atau nama")).hasValue("0001");
    assertThat(page.locator("tbody tr")).hasCount(1);
    row("TKT-0001").getByText("TKT-0001").click();
    expectHeading("Riwayat pindai: TKT-0001");
    assertThat(page.locator("tbody tr")).hasCount(2);
  }

  @Test
  void aConflictShouldSayWhoItIsAndLeadOn() {
    conflict("TKT-0001", 1);
    checkIn(event, "TKT-0002").expect(201);
    conflict("TKT-0002", 2);
    goTo("#/events/" + event + "/conflicts");
    assertThat(page.locator("h2").first()).hasText("Budi Santoso");
    page.getByLabel("Apa yang ditemukan?").first().fill("Orang yang sama");
    page.keyboard().press("Enter");
    assertThat(page.getByText("Konflik tiket TKT-0002 selesai.")).isInViewport();
    Locator next = page.getByLabel("Apa yang ditemukan?");
    assertThat(next).hasCount(1);
    assertThat(next).isFocused();
    assertThat(next).hasValue("");
  }

  private void conflict(String ticket, int n) {
    JsonObject late =
        new JsonObject()
            .put("event_id", event)
            .put("ticket_id", ticket)
            .put("nonce", "n" + n)
            .put("scanned_at", "2026-11-01T10:00:00Z");
    JsonObject batch =
        new JsonObject().put("device_id", "hp-" + n).put("scans", new JsonArray().add(late));
    admin.post("/checkins/batch", batch).expect(200);
  }

  @Test
  void aScannersCodeShouldStayInViewUntilItIsDone() {
    goTo("#/devices");
    page.getByLabel("Nama").fill("Gerbang " + event);
    page.getByLabel("Pesta: Rakyat").last().check();
    button("Tambah pemindai").click();
    Locator code = page.locator("dialog .qr img");
    assertThat(code).isInViewport();
    assertThat(button("Selesai")).isFocused();
    page.keyboard().press("Escape");
    assertThat(code).isVisible();
    button("Selesai").click();
    assertThat(page.locator("dialog")).hasCount(0);
    assertThat(row("Gerbang " + event)).containsText("Pesta: Rakyat");
  }

  @Test
  void aCancelledEventShouldLetNobodyInUntilItIsPublishedAgain() {
    goTo("#/events/" + event);
    button("Batalkan acara").click();
    inDialog("Batalkan acara").click();
    assertThat(page.locator("main .tag").first()).hasText("Dibatalkan");
    assertEquals("cancelled", admin.get("/events/" + event).text("status"));
    button("Terbitkan acara").click();
    assertThat(button("Batalkan acara")).isVisible();
    assertEquals("published", admin.get("/events/" + event).text("status"));
  }

  /** A list says who is in to whoever has just let somebody in, too. */
  @Test
  void aWayBackShouldShowWhatHappenedMeanwhile() {
    goTo("#/events/" + event + "/tickets");
    assertThat(row("TKT-0002")).containsText("Belum datang");
    goTo("#/events/" + event);
    expectHeading("Pesta: Rakyat");
    checkIn(event, "TKT-0002").expect(201);
    page.goBack();
    assertThat(row("TKT-0002")).containsText("Di dalam");
  }
}
