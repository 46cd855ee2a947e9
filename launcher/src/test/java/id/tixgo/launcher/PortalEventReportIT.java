package id.tixgo.launcher;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.FilterOptions;
import com.microsoft.playwright.Route.FulfillOptions;
import com.microsoft.playwright.options.AriaRole;
import id.tixgo.common.test.Eventually;
import id.tixgo.common.test.ServiceApi;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What an event came to, in figures, charts and files, and beside others. */
class PortalEventReportIT extends PortalSale {
  @Test
  void anEventShouldBeReadInFiguresAndComparedWithOthers() throws IOException {
    String big = eventOnSale("Konser Besar");
    String small = eventOnSale("Konser Kecil");
    String quiet = eventOnSale("Konser Sepi");
    sell(big, 4);
    sold(big, ticketType(big, "VIP", 500_000, 5), 1);
    sell(small, 2);
    hear(big, 5);
    hear(small, 2);
    hear(quiet, 0);
    goTo("#/events/" + big);
    page.locator("main nav").getByText("Laporan acara").click();
    expectFigures();
    expectFiles();
    page.getByText("Bandingkan dengan acara lain").click();
    compare(small, quiet);
    openShared(big, quiet);
    sayWhoseItIs(quiet);
  }

  /** To people at the box office, of whom the first has come in. */
  private void sell(String event, int places) {
    String booking = sold(event, ticketType(event, "REGULER", 150_000, 20), places);
    String ticket =
        shop.get("/bookings/" + booking)
            .expect(200)
            .json()
            .getJsonArray("tickets")
            .getJsonObject(0)
            .getString("ticket_id");
    Eventually.await("it is let in", () -> checkIn(event, ticket).status() == 201);
  }

  /** Waits until Report has heard of what was sold. */
  private void hear(String event, int places) {
    ServiceApi report = system.service("report").as(token);
    Eventually.await(
        "Report knows of " + places,
        () -> {
          JsonObject known = report.get("/reports/events/" + event).json();
          return known.getInteger("sold", -1) == places;
        });
  }

  private void expectFigures() {
    expectHeading("Laporan acara");
    assertThat(page.locator(".number strong"))
        .hasText(new String[] {"5", "1", "20 %", "4", "0", "Rp 1.100.000"});
    Locator charts = page.getByRole(AriaRole.IMG);
    assertThat(charts.nth(0)).hasAccessibleName(Pattern.compile("5 tiket, .* per hari"));
    assertThat(charts.nth(1)).hasAccessibleName(Pattern.compile("Rp.1.100.000, .* per hari"));
    assertThat(charts.nth(2)).hasAccessibleName("1 masuk, paling banyak 1 per jam");
    assertThat(page.locator(".bars").last()).containsText("A");
    String[] regular = {"REGULER", "4", "0", "1", "3", "25 %", "Rp 600.000", "Rp 0"};
    assertThat(row("REGULER").locator("td")).hasText(regular);
  }

  private void expectFiles() throws IOException {
    Download types = page.waitForDownload(() -> button("CSV Laporan per jenis tiket").click());
    assertEquals("Konser Besar - Laporan per jenis tiket.csv", types.suggestedFilename());
    assertTrue(Files.readString(types.path()).contains(",VIP,1,0,0,1,500000,0,IDR"));
    Download hours = page.waitForDownload(() -> button("CSV Laporan per jam").click());
    assertTrue(Files.readString(hours.path()).contains("hour,sold,refunded,checked_in,"));
  }

  private void compare(String small, String quiet) {
    expectHeading("Bandingkan acara");
    assertThat(page.getByRole(AriaRole.STATUS)).containsText("Pilih dua sampai empat acara.");
    add(small);
    assertThat(page.getByRole(AriaRole.STATUS)).containsText("Konser Besar");
    expectRow("Terjual", "5", "2 −3 (−60 %)");
    expectRow("Kehadiran", "20 %", "50 % +30 poin");
    add(quiet);
    expectRow(
        "Pendapatan",
        "Rp 1.100.000",
        "Rp 300.000 −Rp 800.000 (−72,7 %)",
        "Rp 0 −Rp 1.100.000 (−100 %)");
    expectRow("Kehadiran", "20 %", "50 % +30 poin", "–");
    button("Keluarkan " + page.locator("main li span").nth(1).innerText()).press("Enter");
    expectRow("Masuk", "1", "0 −1 (−100 %)");
  }

  private void add(String event) {
    field("event").selectOption(event);
    button("Tambahkan").press("Enter");
  }

  private void expectRow(String head, String... cells) {
    Pattern begin = Pattern.compile("^\\s*" + head);
    Locator found = page.locator("tbody tr").filter(new FilterOptions().setHasText(begin));
    assertThat(found.locator("td:not(:first-child)")).hasText(cells);
  }

  /** One of them is gone, and the others are compared. */
  private void openShared(String big, String quiet) {
    goTo("#/compare?event=" + quiet + "&event=gone&event=" + big);
    assertThat(page.locator("main li .tag"))
        .hasText("Ini sudah tidak ada. Mungkin sudah dihapus atau diubah orang lain.");
    expectRow("Terjual", "0", "5 +5");
    expectRow("Belum masuk", "0", "4 +4");
    chromium.forgive("404");
  }

  private void sayWhoseItIs(String event) {
    goTo("#/events/" + event + "/report");
    assertThat(page.locator("main .empty"))
        .hasText("Belum ada yang terjual, dan belum ada yang masuk.");
    String problem = new JsonObject().put("code", "FORBIDDEN").encode();
    page.route(
        "**/report/reports/events/**",
        route -> route.fulfill(new FulfillOptions().setStatus(403).setBody(problem)));
    goTo("#/events/" + event + "/report?again");
    assertThat(page.getByRole(AriaRole.ALERT)).hasText("Ini acara penyelenggara lain.");
    chromium.forgive("403");
  }
}
