package id.tixgo.launcher;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What an event sells: ticket types, vouchers, who waits, and the report. */
class PortalSalesIT extends PortalSale {
  @Test
  void aTicketTypeShouldBeMadeAndChanged() {
    String event = eventOnSale("Konser Jenis");
    goTo("#/events/" + event);
    page.locator("main").getByText("Penjualan").click();
    assertThat(page.locator("main .empty").first()).containsText("tidak ada yang bisa dijual");
    page.getByText("Buat jenis tiket").click();
    field("title").fill("Baris depan");
    field("name").fill("vip");
    field("price").fill("150000");
    field("quota").fill("20");
    field("sales_end").fill("2099-12-31T18:00");
    field("gates").fill("A, B");
    field("voucher_only").check();
    button("Simpan").click();
    assertThat(row("Baris depan")).containsText("VIP");
    assertThat(row("Baris depan")).containsText("Rp 150.000");
    assertThat(row("Baris depan")).containsText("sampai 31 Des 2099");
    assertThat(row("Baris depan")).containsText("hanya voucher");
    JsonObject made = types(event);
    assertEquals("2099-12-31T11:00:00.000000Z", made.getString("sales_end"));
    assertEquals("[\"A\",\"B\"]", made.getJsonArray("gates").encode());
    shop.patch("/ticket-types/" + made.getString("id"), new JsonObject().put("quota", 30))
        .expect(200);
    page.getByText("Ubah Baris depan").click();
    field("price").fill("175000");
    field("voucher_only").uncheck();
    button("Simpan").click();
    assertThat(row("Baris depan")).containsText("Rp 175.000");
    assertEquals(30, types(event).getInteger("quota"));
    button("Hapus Baris depan").click();
    inDialog("Hapus").click();
    assertThat(row("Baris depan")).hasCount(0);
  }

  private JsonObject types(String event) {
    return shop.get("/ticket-types?event_id=" + event).expect(200).array().getJsonObject(0);
  }

  @Test
  void whatIsSoldShouldStandInTheWayInWords() {
    String event = eventOnSale("Konser Kuota");
    String type = ticketType(event, "REGULAR", 100000, 10);
    sold(event, type, 2);
    held(shop, event, type, 1);
    goTo("#/events/" + event + "/sales");
    button("Hapus REGULAR").click();
    inDialog("Hapus").click();
    assertThat(alert()).containsText("sudah terjual (2) atau ditahan (1)");
    page.getByText("Ubah REGULAR").click();
    field("quota").fill("2");
    button("Simpan").click();
    assertThat(alert()).containsText("3 sudah terjual atau ditahan");
    assertThat(field("quota")).hasValue("2");
    field("quota").fill("5");
    field("price").fill("0.5");
    button("Simpan").click();
    assertThat(field("price")).isFocused();
    assertThat(field("price")).hasAttribute("aria-invalid", "true");
    chromium.forgive("409");
    chromium.forgive("422");
  }

  @Test
  void vouchersShouldBeMadeOneByOneAndManyAtOnce() {
    String event = eventOnSale("Konser Voucher");
    ticketType(event, "REGULAR", 100000, 10);
    goTo("#/events/" + event + "/vouchers");
    String code = "TEMAN-" + event.substring(0, 6).toUpperCase(Locale.ROOT);
    field("code").fill(code);
    field("value").fill("25");
    field("max_uses").fill("3");
    button("Buat voucher").click();
    assertThat(row(code)).containsText("Potongan persen: 25 %");
    assertThat(row(code)).containsText("0 dari 3");
    field("count").fill("4");
    field("prefix").fill("KARTU-");
    field("kind").selectOption("fixed");
    field("value").fill("50000");
    page.getByLabel("REGULAR").check();
    button("Buat voucher").click();
    assertThat(row("KARTU-")).hasCount(4);
    assertThat(row("KARTU-").first()).containsText("Harga tetap: Rp 50.000");
    assertThat(row("KARTU-").first()).containsText("REGULAR");
    assertEquals(4, page.locator(".note.go .lines").innerText().split("\n", -1).length);
    page.getByText("Ubah " + code).click();
    expectHeading("Voucher " + code);
    field("max_uses").fill("5");
    field("valid_until").fill("2099-12-31T18:00");
    button("Simpan").click();
    assertThat(row(code)).containsText("0 dari 5");
    assertThat(row(code)).containsText("sampai 31 Des 2099");
    button("Hapus " + code).click();
    inDialog("Hapus").click();
    assertThat(row(code)).hasCount(0);
    shop.get("/vouchers/" + code).expect(404);
  }

  @Test
  void theReportShouldAddUpAndBeAFile() throws IOException {
    String event = eventOnSale("Konser Laporan");
    String regular = ticketType(event, "REGULAR", 100000, 100);
    String vip = ticketType(event, "VIP", 250000, 100);
    sold(event, regular, 3);
    sold(event, vip, 2);
    String back = sold(event, vip, 1);
    shop.post("/bookings/" + back + "/cancel", new JsonObject().put("refund", true)).expect(200);
    goTo("#/events/" + event + "/sales");
    assertThat(page.locator(".number.money strong")).hasText("Rp 800.000");
    assertThat(row("Jumlah")).containsText("Rp 800.000");
    button("Per hari").click();
    assertThat(page.locator("table").last()).containsText("Per hari");
    assertThat(row("Jumlah")).containsText("Rp 800.000");
    page.reload();
    assertThat(button("Per hari")).hasAttribute("aria-pressed", "true");
    button("Per jenis tiket").click();
    Download csv = page.waitForDownload(() -> button("CSV").click());
    assertEquals("Konser Laporan - Penjualan.csv", csv.suggestedFilename());
    assertTrue(Files.readString(csv.path()).contains("VIP,2,0,1,500000,IDR"));
    Download xlsx = page.waitForDownload(() -> button("XLSX").click());
    assertTrue(Files.readString(xlsx.path(), StandardCharsets.ISO_8859_1).startsWith("PK"));
  }

  @Test
  void whoWaitsShouldBeCounted() {
    String event = eventOnSale("Konser Habis");
    String type = ticketType(event, "REGULAR", 0, 1);
    sold(event, type, 1);
    JsonObject wish = new JsonObject().put("ticket_type_id", type).put("quantity", 2);
    system.service("ticketing").as(system.tokenOf("user")).post("/waiting-list", wish).expect(201);
    goTo("#/events/" + event + "/sales");
    Locator waiting = page.locator("table[aria-label='Daftar tunggu'] td");
    assertThat(waiting).hasText(new String[] {"REGULAR", "1", "2", "0"});
  }

  @Test
  void aGuestShouldBeToldThatThisIsNotForHim() {
    String event = eventOnSale("Konser Tertutup");
    Page guest = desk(system.tokenOf("user"));
    for (String rest :
        List.of(
            "sales",
            "types/new",
            "types/x",
            "vouchers",
            "vouchers/x",
            "sell",
            "bookings",
            "bookings/x")) {
      guest.evaluate("hash => { location.hash = hash; }", "#/events/" + event + "/" + rest);
      assertThat(guest.locator("main h1")).hasText("Ini bukan untuk peran Anda");
      guest.evaluate("location.hash = '#/events'");
      assertThat(guest.locator("main h1")).hasText("Acara");
    }
    guest.context().close();
  }
}
