package id.tixgo.launcher;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.options.Media;
import id.tixgo.common.test.Chromium;
import id.tixgo.common.test.Eventually;
import id.tixgo.common.test.ServiceApi;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The box office: sold, paid, printed, found again, given back. */
class PortalBoxOfficeIT extends PortalSale {
  private String event;
  private String vip;

  @BeforeEach
  void open() {
    event = eventOnSale("Konser Loket");
    ticketType(event, "REGULAR", 100000, 100);
    vip = ticketType(event, "VIP", 250000, 3);
  }

  private JsonObject booking(String id) {
    return shop.get("/bookings/" + id).expect(200).json();
  }

  private String shownBooking() {
    return ((String) page.evaluate("location.hash")).replaceFirst(".*/", "");
  }

  private void showBooking(String id) {
    goTo("#/events/" + event + "/bookings/" + id);
  }

  @Test
  void ticketsShouldBeSoldPaidAndPrinted() throws IOException {
    goTo("#/events/" + event);
    page.locator("main").getByText("Pesanan").click();
    page.locator("main a.button.main").click();
    page.getByLabel("VIP").fill("2");
    page.getByLabel("REGULAR").fill("1");
    assertThat(page.locator("#sell [role=status]")).hasText("Jumlah: Rp 600.000");
    field("name").fill("Siti Rahma");
    button("Tahan tiketnya").click();
    expectHeading("Pesanan: Siti Rahma");
    assertThat(page.locator("main .tag").first()).hasText("Belum dibayar");
    field("method").selectOption("Mesin kartu");
    field("reference").fill("K-117");
    page.getByText("Dibayar: Rp 600.000").click();
    assertThat(page.locator("#tickets li")).hasCount(3);
    assertThat(page.locator("#tickets img")).hasCount(3);
    Chromium.await(
        page, "[...document.querySelectorAll('#tickets img')].every(i => i.naturalWidth > 0)");
    assertThat(page.locator("#tickets li").first()).containsText("Siti Rahma");
    JsonObject paid = booking(shownBooking());
    assertEquals("PAID", paid.getString("status"));
    JsonObject payment = paid.getJsonArray("payments").getJsonObject(0);
    assertEquals(
        "card_terminal K-117", payment.getString("method") + " " + payment.getString("reference"));
    page.evaluate("window.print = () => { window.printed = true; }");
    button("Cetak").click();
    Chromium.await(page, "window.printed");
    Download pdf = page.waitForDownload(() -> button("PDF").click());
    assertTrue(Files.readString(pdf.path(), StandardCharsets.ISO_8859_1).startsWith("%PDF"));
  }

  /** On paper there are the tickets, and nothing else of the page. */
  @Test
  void paperShouldHaveTheTicketsAlone() {
    showBooking(sold(event, vip, 1));
    page.locator("#tickets tixgo-qr").scrollIntoViewIfNeeded();
    assertThat(page.locator("#tickets img")).isVisible();
    page.emulateMedia(new EmulateMediaOptions().setMedia(Media.PRINT));
    assertThat(page.locator("#tickets img")).isVisible();
    assertThat(page.locator("header")).not().isVisible();
    assertThat(page.locator("main h1")).not().isVisible();
    assertThat(page.locator("main button").first()).not().isVisible();
  }

  @Test
  void somebodysBookingShouldBeFoundByItsNumberOrATicketAndBePaid() {
    ServiceApi buyer = system.service("ticketing").as(system.tokenOf("user"));
    String booking = held(buyer, event, vip, 1);
    goTo("#/events/" + event + "/sell");
    field("wanted").fill("tidak ada");
    button("Cari").click();
    assertThat(alert()).containsText("Pesanan atau tiket itu tidak ada.");
    chromium.forgive("404");
    field("wanted").fill("http://localhost/#/bookings/" + booking);
    button("Cari").click();
    page.getByText("Dibayar: Rp 250.000").click();
    assertThat(page.locator("#tickets li")).hasCount(1);
    String ticket =
        booking(booking).getJsonArray("tickets").getJsonObject(0).getString("ticket_id");
    goTo("#/events/" + event + "/sell");
    field("wanted").fill(ticket);
    button("Cari").click();
    assertThat(page.locator("#tickets li")).containsText(ticket);
    assertEquals(booking, shownBooking());
  }

  @Test
  void aRefundShouldSayWhatHappensAndRevokeTheTickets() {
    String booking = sold(event, vip, 2);
    showBooking(booking);
    field("reason").fill("Sakit");
    button("Kembalikan uang").click();
    assertThat(page.locator("dialog")).containsText("Rp 500.000");
    assertThat(page.locator("dialog")).containsText("2 tiket tidak bisa dipakai masuk lagi");
    page.keyboard().press("Escape");
    assertEquals("PAID", booking(booking).getString("status"));
    assertThat(field("reason")).hasValue("Sakit");
    button("Kembalikan uang").click();
    inDialog("Kembalikan uang").click();
    assertThat(page.locator("main .tag").first()).hasText("Dikembalikan");
    assertThat(page.locator("#tickets img")).hasCount(0);
    assertThat(page.locator("#tickets li").first()).containsText("dicabut");
    assertThat(button("PDF")).hasCount(0);
    assertEquals("REFUNDED", booking(booking).getString("status"));
    assertEquals("Sakit", booking(booking).getString("reason"));
  }

  @Test
  void whoIsInShouldBeAskedForASecondTime() {
    String booking = sold(event, vip, 1);
    String ticket =
        booking(booking).getJsonArray("tickets").getJsonObject(0).getString("ticket_id");
    Eventually.await("the ticket enters", () -> checkIn(event, ticket).status() == 201);
    showBooking(booking);
    button("Batalkan tanpa pengembalian").click();
    inDialog("Batalkan pesanan").click();
    assertThat(page.locator("dialog")).containsText("Sudah ada yang masuk");
    page.keyboard().press("Escape");
    assertThat(page.locator("dialog")).hasCount(0);
    assertEquals("PAID", booking(booking).getString("status"));
    button("Kembalikan uang").click();
    inDialog("Kembalikan uang").click();
    inDialog("Tetap akhiri").click();
    assertThat(page.locator("main .tag").first()).hasText("Dikembalikan");
    chromium.forgive("409");
  }

  @Test
  void whatIsNotLeftShouldBeSaidAndTheFormKept() {
    goTo("#/events/" + event + "/sell");
    button("Tahan tiketnya").click();
    assertThat(page.getByLabel("REGULAR")).hasAccessibleDescription("Pilih berapa.");
    sold(event, vip, 2);
    page.getByLabel("VIP").fill("2");
    field("email").fill("siti@example.com");
    button("Tahan tiketnya").click();
    assertThat(alert()).containsText("VIP: sisa 1");
    chromium.forgive("409");
    assertThat(field("email")).hasValue("siti@example.com");
    page.getByLabel("VIP").fill("1");
    button("Tahan tiketnya").click();
    expectHeading("Pesanan: siti@example.com");
    button("Batalkan pesanan").click();
    inDialog("Batalkan pesanan").click();
    assertThat(page.locator("main .tag").first()).hasText("Dibatalkan");
  }

  @Test
  void bookingsShouldBeSearchedAndNarrowed() {
    JsonObject guest = new JsonObject().put("name", "Dewi Lestari");
    JsonObject request =
        new JsonObject()
            .put("event_id", event)
            .put("ticket_type_id", vip)
            .put("quantity", 1)
            .put("buyer", guest);
    shop.post("/bookings", request).expect(201);
    sold(event, vip, 1);
    goTo("#/events/" + event + "/bookings");
    assertThat(page.locator("tbody tr")).hasCount(2);
    page.getByLabel("Status").selectOption("PAID");
    assertThat(page.locator("tbody tr")).hasCount(1);
    assertThat(row("Dibayar")).containsText("1 × VIP");
    page.getByLabel("Status").selectOption("");
    page.getByLabel("Cari").fill("lestari");
    assertThat(page.locator("tbody tr")).hasCount(1);
    page.reload();
    row("Dewi Lestari").getByText("Dewi Lestari").click();
    expectHeading("Pesanan: Dewi Lestari");
    page.goBack();
    page.getByLabel("Cari").fill("nobody at all");
    assertThat(page.locator("main .empty")).hasText("Tidak ada pesanan yang cocok.");
  }
}
