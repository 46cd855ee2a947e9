package id.tixgo.launcher;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import io.vertx.core.json.JsonObject;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A buyer pays online, at the page of a simulated gateway. */
class PortalPayIT extends PortalTill {
  private String booking;

  @Override
  Page seat() {
    buyer = system.newUser("user");
    return buyersPhone();
  }

  @BeforeEach
  void book() {
    booking = hold(buyersToken(), sell("REGULER", 150_000, 20), 2).text("id");
    chromium.forgive("favicon.ico"); // The simulator has no picture for a tab.
  }

  @Test
  void whatIsPaidOnlineShouldBecomeTickets() {
    goTo("#/bookings/" + booking);
    assertThat(page.locator("#pending")).containsText("Atau di loket");
    payBy("QRIS");
    assertThat(page.locator("h1")).hasText("Pay Rp 300.000");
    press("form.methods button");
    press("button.pay");
    press("text=Back to the shop");
    expectStatus("Lunas");
    assertThat(page.locator("main")).containsText("QRIS");
    assertThat(page.locator(".ticket")).hasCount(2);
    assertThat(page.locator(".ticket .qr img").first()).isVisible();
    assertEquals(
        300_000,
        bookingsOf(buyersToken())
            .getJsonObject(0)
            .getJsonArray("payments")
            .getJsonObject(0)
            .getInteger("amount"));
  }

  @Test
  void whatWasNotPaidInTimeShouldBeSaidAndPaidInAnotherWay() {
    goTo("#/bookings/" + booking);
    payBy("Dompet digital");
    page.goBack();
    assertThat(page.locator("#waiting")).containsText("Kami menunggu pembayarannya.");
    page.getByText("Ke halaman pembayaran").click();
    press("form.methods button");
    press("text=Let it expire");
    press("text=Back to the shop");
    assertThat(page.locator("#pending [role=alert]")).containsText("Silakan pilih lagi.");
    payBy("Transfer bank");
    press("form.methods button");
    press("button.pay");
    press("text=Back to the shop");
    expectStatus("Lunas");
    assertThat(page.locator("main")).containsText("Transfer bank");
  }

  @Test
  void anOrderShouldSayWhatBecameOfItsMoney() {
    goTo("#/orders");
    assertThat(page.locator("main .empty")).containsText("Anda belum membayar apa pun");
    JsonObject begun = checkout(booking, "cash");
    goTo("#/bookings");
    page.locator("main").getByText("Pembelian saya").click();
    expectHeading("Pembelian saya");
    assertThat(page.locator("tbody tr")).containsText("Rp 300.000");
    page.getByText(TITLE).click();
    expectStatus("Menunggu pembayaran");
    assertThat(page.locator("main")).containsText("Yang harus dibayar: Rp 300.000");
    assertThat(page.locator("main").getByText("Bayar sekarang"))
        .hasAttribute("href", "#/bookings/" + booking);
    cashier()
        .post(
            "/payments/" + begun.getJsonObject("payment").getLong("id") + "/confirm",
            new JsonObject().put("reference", "K-1").put("reason", "Dibayar di loket"))
        .expect(200);
    expectStatus("Lunas");
    assertThat(page.locator("#payment")).containsText("Tunai (manual)");
    long refund = giveBack(begun);
    page.reload();
    assertThat(page.locator("#refunds")).containsText("Dengan transfer bank oleh petugas · Batal");
    cashier()
        .post("/refunds/" + refund + "/confirm", new JsonObject().put("reference", "BCA 0412"))
        .expect(200);
    expectStatus("Uang kembali");
    assertThat(page.locator("#refunds")).containsText("Sudah kembali");
    goTo("#/orders/999999");
    expectHeading("Pembelian ini tidak ada");
    chromium.forgive("404");
  }

  private long giveBack(JsonObject begun) {
    String path = "/transactions/" + begun.getJsonObject("transaction").getLong("id") + "/refund";
    JsonObject all = new JsonObject().put("reason", "Batal");
    return cashier().post(path, all).expect(202).json().getLong("id");
  }

  @Test
  void whereNobodyTakesMoneyOnlineOnePaysAtTheBoxOfficeUntilSomebodyDoes() {
    page.route("**/gateway/payment/**", Route::abort);
    chromium.forgive("/gateway/payment/");
    goTo("#/bookings/" + booking);
    assertThat(page.locator("#offline")).containsText("Sekarang belum bisa membayar online.");
    assertThat(page.locator("#pending")).containsText("Bayar di loket");
    assertThat(button("Bayar sekarang")).hasCount(0);
    page.unroute("**/gateway/payment/**");
    assertThat(button("Bayar sekarang")).isVisible();
    assertThat(page.locator("#offline")).hasCount(0);
  }

  private void payBy(String way) {
    Pattern begins = Pattern.compile("^" + way);
    page.getByRole(AriaRole.RADIO, new GetByRoleOptions().setName(begins)).check();
    button("Bayar sekarang").click();
    page.waitForURL(simulator.baseUrl() + "/**");
  }

  private void press(String selector) {
    page.locator(selector).first().click();
  }
}
