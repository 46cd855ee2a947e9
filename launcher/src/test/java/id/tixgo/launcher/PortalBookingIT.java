package id.tixgo.launcher;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import id.tixgo.common.test.Chromium;
import id.tixgo.common.test.QrReader;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One's bookings: paid at the box office or free, their tickets, and what becomes of them. */
class PortalBookingIT extends PortalCounter {
  /** A picture that has come isn't one that is on the screen. */
  private static final String DRAWN =
      """
      Promise.all([...document.querySelectorAll('.qr img')].map((one) => one.decode()))
        .then(() => new Promise((drawn) =>
          requestAnimationFrame(() => requestAnimationFrame(() => drawn(true)))))\
      """;

  private String regular;

  @Override
  Page seat() {
    buyer = system.newUser("user");
    return buyersPhone();
  }

  @BeforeEach
  void putOnSale() {
    regular = sell("REGULER", 150_000, 20);
  }

  @Test
  void whatIsPaidAtTheBoxOfficeShouldBecomeTickets() {
    String id = book(regular, 2);
    goTo("#/bookings/" + id);
    expectStatus("Ditahan");
    assertThat(page.locator("#pending")).containsText("Yang harus dibayar: Rp 300.000");
    assertEquals(id, read(page.locator("#pending .qr img")));
    JsonObject cash = new JsonObject().put("method", "cash").put("reference", "K-1");
    staff.post("/bookings/" + id + "/confirm-payment", cash).expect(200);
    expectStatus("Lunas");
    assertThat(page.locator("main")).containsText("Tunai K-1");
    JsonArray tickets = tickets(id);
    assertThat(page.locator(".ticket")).hasCount(2);
    for (Object one : tickets) {
      expectQr((JsonObject) one);
    }
  }

  /** What a scanner reads off the page is what the ticket says. */
  private void expectQr(JsonObject ticket) {
    Locator code = card(ticket.getString("ticket_id")).locator("tixgo-qr");
    code.scrollIntoViewIfNeeded();
    assertEquals(ticket.getString("qr"), read(code.locator("img")));
  }

  private String read(Locator picture) {
    assertThat(picture).isVisible();
    Chromium.await(page, DRAWN);
    return QrReader.read(picture.screenshot());
  }

  @Test
  void ticketsShouldBeKeptAsFiles() throws IOException {
    goTo("#/bookings/" + paid(2));
    expectStatus("Lunas");
    Download pdf = page.waitForDownload(() -> button("Tiket sebagai PDF").click());
    assertEquals(TITLE + " - Tiket saya.pdf", pdf.suggestedFilename());
    assertTrue(text(pdf).startsWith("%PDF-"));
    Download calendar = page.waitForDownload(() -> button("Entri kalender").click());
    assertTrue(text(calendar).contains("SUMMARY:" + TITLE));
  }

  /** Payment knows no gateway here: money is transferred to people who say so. */
  @Test
  void whatIsNotOfferedShouldNotBeChosen() {
    goTo("#/bookings/" + book(regular, 1));
    assertThat(page.locator(".ways label")).containsText(new String[] {"Transfer bank"});
    button("Bayar sekarang").click();
    assertThat(page.locator("#waiting")).containsText("Transfer sesuai petunjuk penyelenggara");
  }

  private static String text(Download file) throws IOException {
    return Files.readString(file.path(), StandardCharsets.ISO_8859_1);
  }

  @Test
  void whatCostsNothingShouldBeHadAtOnce() {
    String free = sell("GRATIS", 0, 5);
    look();
    choose(free, 1);
    button("Pesan tempat ini").click();
    expectStatus("Ditahan");
    button("Ambil tiketnya").click();
    expectStatus("Lunas");
    assertThat(page.locator(".ticket .qr img")).isVisible();
    goTo("#/tickets");
    expectHeading("Tiket saya");
    assertThat(page.locator("main")).containsText("Kamis, 31 Desember 2099");
    assertThat(page.locator(".ticket .qr img")).isVisible();
    goTo("#/bookings");
    page.getByText(TITLE).click();
    expectStatus("Lunas");
  }

  @Test
  void aTicketShouldBeRenamedAndGivenAway() {
    String id = paid(1);
    String code = code(id);
    goTo("#/bookings/" + id);
    card(code).getByText("Ganti nama").click();
    card(code).getByLabel("Nama lengkap").first().fill("Siti Rahma");
    card(code).getByText("Simpan").click();
    assertThat(card(code).locator("> p").first()).hasText("Siti Rahma");
    assertEquals(code, code(id));
    card(code).getByText("Berikan kepada orang lain").first().click();
    card(code).getByLabel("Nama lengkap").last().fill("Budi");
    card(code).locator("form button.danger").click();
    assertThat(page.locator("dialog")).containsText("Budi");
    inDialog("Batal").click();
    assertEquals(code, code(id));
    card(code).locator("form button.danger").click();
    inDialog("Berikan kepada orang lain").click();
    assertThat(page.getByText("Tiketnya punya kode baru.")).isVisible();
    assertThat(page.locator(".toast")).hasCount(0);
    assertNotEquals(code, code(id));
    assertThat(card(code)).hasCount(0);
    assertThat(card(code(id))).containsText("Budi");
    expectQr(tickets(id).getJsonObject(0));
  }

  @Test
  void aHoldShouldBeCancelledOnlyWhenThatIsMeant() {
    String id = book(regular, 1);
    goTo("#/bookings/" + id);
    button("Batalkan pesanan").click();
    inDialog("Batal").click();
    assertEquals("PENDING", bookingsOf(buyersToken()).getJsonObject(0).getString("status"));
    button("Batalkan pesanan").click();
    inDialog("Batalkan pesanan").click();
    expectStatus("Dibatalkan");
    page.getByText("Pilih lagi").click();
    expectHeading(TITLE);
  }

  @Test
  void whatIsPaidBackShouldOpenNoDoor() {
    String id = paid(1);
    JsonObject refund = new JsonObject().put("refund", true).put("reason", "Hujan");
    staff.post("/bookings/" + id + "/cancel", refund).expect(200);
    goTo("#/bookings/" + id);
    expectStatus("Uang kembali");
    assertThat(page.locator("main")).containsText("Alasan: Hujan");
    assertThat(page.locator(".ticket")).containsText("Tidak membuka pintu");
    assertThat(page.locator(".ticket .qr")).hasCount(0);
    goTo("#/tickets");
    assertThat(page.locator("main .empty")).containsText("Anda belum punya tiket.");
  }

  @Test
  void aStrangersBookingShouldNotBeThere() {
    String other = hold(regular, 1).text("id");
    goTo("#/bookings/" + other);
    expectHeading("Pesanan ini tidak ada");
    chromium.forgive("404");
    goTo("#/bookings");
    assertThat(page.locator("main .empty")).containsText("Anda belum memesan apa pun.");
  }

  private Locator card(String code) {
    return page.locator("[data-ticket='" + code + "']");
  }

  /** The buyer's own booking. */
  private String book(String type, int quantity) {
    return hold(buyersToken(), type, quantity).text("id");
  }

  private String paid(int quantity) {
    String id = book(regular, quantity);
    staff.send("POST", "/bookings/" + id + "/confirm-payment", "").expect(200);
    return id;
  }

  private JsonArray tickets(String id) {
    return ticketing(buyersToken()).get("/bookings/" + id + "/tickets").expect(200).array();
  }

  /** Of its first ticket that opens a door. */
  private String code(String id) {
    return tickets(id).stream()
        .map(JsonObject.class::cast)
        .filter(ticket -> ticket.getString("status").equals("valid"))
        .findFirst()
        .orElseThrow()
        .getString("ticket_id");
  }
}
