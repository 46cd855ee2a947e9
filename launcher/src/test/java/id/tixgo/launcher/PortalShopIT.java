package id.tixgo.launcher;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import id.tixgo.common.test.ServiceApi;
import io.vertx.core.json.JsonObject;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What is on sale, for anybody, and the way from there to places that are held. */
class PortalShopIT extends PortalCounter {
  @Test
  void anybodyShouldSeeWhatIsOnSaleAndWhatIsLeftAsItHappens() {
    String regular = sell("REGULER", 150_000, 20);
    sell("VIP", 500_000, 2);
    goTo("#/shop");
    page.getByLabel("Cari judul atau tempat").fill("akhir tahun");
    Locator card = page.locator("a.event[href='#/shop/" + event + "']");
    assertThat(card).containsText("Kamis, 31 Desember 2099");
    assertThat(card).containsText("19.00 WITA");
    assertThat(card).containsText("Rp 150.000 – Rp 500.000");
    assertThat(card).containsText("Tersedia");
    card.click();
    expectHeading(TITLE);
    assertThat(page.locator("main")).containsText("Baris pertama");
    assertThat(page.locator("main")).containsText("19.00 WITA");
    assertThat(type(regular)).containsText("sisa 20");
    assertThat(page.locator("#feed-state.go")).hasText("Langsung");
    hold(regular, 3);
    assertThat(type(regular)).containsText("sisa 17");
  }

  @Test
  void aPageThatIsNotToldShouldSaySoAndAskAgain() {
    String regular = sell("REGULER", 150_000, 20);
    page.route("**/availability/stream", Route::abort);
    chromium.forgive("stream");
    look();
    assertThat(page.locator("#feed-state.warn")).isVisible();
    hold(regular, 3);
    assertThat(type(regular)).containsText("sisa 17");
  }

  @Test
  void nothingOnSaleShouldBeSaid() {
    goTo("#/shop");
    page.getByLabel("Cari judul atau tempat").fill("tidak ada yang begini");
    assertThat(page.locator("main .empty")).containsText("tidak ada yang begini");
    goTo("#/shop/nothing");
    expectHeading("Acara ini tidak ada");
    chromium.forgive("404");
  }

  @Test
  void whatCanNotBeHadNowShouldSayWhy() {
    String early = sell(details("AWAL").put("sales_start", "2099-11-30T10:00:00+08:00"));
    String late =
        sell(
            details("LEWAT")
                .put("sales_start", "2020-01-01T00:00:00Z")
                .put("sales_end", "2020-01-02T00:00:00Z"));
    look();
    assertThat(type(early)).containsText("Dijual mulai Senin, 30 November 2099");
    assertThat(type(early)).containsText("10.00 WITA");
    assertThat(type(late)).containsText("Penjualan sudah berakhir");
    assertThat(page.locator("main select")).hasCount(0);
    assertThat(button("Login dan pesan tempat ini")).hasCount(0);
  }

  private static JsonObject details(String name) {
    return new JsonObject().put("name", name).put("price", 0).put("quota", 10);
  }

  @Test
  void theChoiceShouldOutliveALogIn() {
    String regular = sell("REGULER", 150_000, 20);
    look();
    button("Login dan pesan tempat ini").click();
    assertThat(page.getByText("Pilih dulu berapa.")).isVisible();
    choose(regular, 2);
    assertThat(page.locator("#total")).hasText("Rp 300.000");
    button("Login dan pesan tempat ini").click();
    page.getByLabel("Nama pengguna").fill(buyer);
    page.getByLabel("Kata sandi").fill("secret-1");
    page.locator("main form button").first().click();
    expectHeading(TITLE);
    assertThat(type(regular).locator("select")).hasValue("2");
    button("Pesan tempat ini").click();
    expectStatus("Ditahan");
    assertThat(page.locator("#pending")).containsText("Rp 300.000");
    assertEquals(2, bookingsOf(buyersToken()).getJsonObject(0).getInteger("quantity"));
  }

  @Test
  void whoRegistersShouldComeBackToo() {
    String regular = sell("REGULER", 0, 20);
    look();
    choose(regular, 1);
    button("Login dan pesan tempat ini").click();
    page.locator("main").getByText("Daftar").click();
    page.getByLabel("Nama pengguna").fill("pembeli" + System.nanoTime());
    page.getByLabel("Kata sandi").fill("secret-1");
    page.locator("main form button").first().click();
    expectHeading(TITLE);
    assertThat(type(regular).locator("select")).hasValue("1");
  }

  @Test
  void aDoubleClickShouldBeOneBooking() {
    String regular = sell("REGULER", 150_000, 20);
    comeIn();
    look();
    choose(regular, 1);
    button("Pesan tempat ini").dblclick();
    expectStatus("Ditahan");
    assertEquals(1, bookingsOf(buyersToken()).size());
  }

  @Test
  void aLostAnswerShouldBeOneBooking() {
    String regular = sell("REGULER", 150_000, 20);
    comeIn();
    look();
    choose(regular, 1);
    AtomicInteger asked = new AtomicInteger();
    page.route("**/gateway/ticketing/bookings", route -> lose(route, asked.incrementAndGet()));
    chromium.forgive("bookings");
    button("Pesan tempat ini").click();
    assertThat(page.getByText("Tidak ada jaringan.")).isVisible();
    assertEquals(1, bookingsOf(buyersToken()).size());
    page.reload();
    expectHeading(TITLE);
    button("Pesan tempat ini").click();
    expectStatus("Ditahan");
    assertEquals(1, bookingsOf(buyersToken()).size());
  }

  /** The first one is done, and its answer lost. */
  private static void lose(Route route, int nth) {
    if (nth == 1) {
      route.fetch();
      route.abort();
    } else {
      route.resume();
    }
  }

  @Test
  void whatIsSoldOutShouldHaveALine() {
    String regular = sell("REGULER", 150_000, 1);
    ServiceApi other = ticketing(system.tokenOf("user"));
    JsonObject body = new JsonObject().put("event_id", event).put("ticket_type_id", regular);
    String held = other.post("/bookings", body.put("quantity", 1)).expect(201).text("id");
    comeIn();
    look();
    assertThat(type(regular)).containsText("Habis");
    button("Masuk daftar tunggu REGULER").click();
    assertThat(type(regular)).containsText("Anda di daftar tunggu untuk 1.");
    other.send("POST", "/bookings/" + held + "/cancel", "").expect(200);
    assertThat(type(regular)).containsText("Tempat sedang ditahan untuk Anda.");
    type(regular).getByText("Ke pesanan").click();
    expectStatus("Ditahan");
    assertThat(page.locator("#pending")).containsText("Anda menunggu tempat ini");
  }

  @Test
  void whatIsRefusedShouldBeSaidInWords() {
    String regular = sell("REGULER", 150_000, 2);
    comeIn();
    page.route("**/availability**", Route::abort);
    look();
    choose(regular, 2);
    page.getByLabel("Voucher").fill("TIDAK-ADA");
    button("Pesan tempat ini").click();
    assertThat(page.getByText("Voucher itu tidak ada.")).isVisible();
    page.getByLabel("Voucher").fill("");
    JsonObject one = new JsonObject().put("quota", 1);
    staff.patch("/ticket-types/" + regular, one).expect(200);
    button("Pesan tempat ini").click();
    assertThat(page.getByText("Sisanya tidak sebanyak itu.")).isVisible();
    chromium.forgive("404");
    chromium.forgive("409");
    chromium.forgive("availability");
  }
}
