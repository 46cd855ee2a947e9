package id.tixgo.launcher;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.FilterOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import id.tixgo.common.test.Eventually;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** The books: transactions, refunds, payouts, reports, suspense, the ledger against the gateway. */
class PortalMoneyIT extends PortalTill {
  @Override
  Page seat() {
    buyer = system.newUser("user");
    return desk(token);
  }

  @Test
  void moneyShouldBeGivenBackInPartsByTicketAndWhole() {
    JsonObject begun = bought();
    goTo("#/payments");
    find(begun);
    expectStatus("Lunas");
    giveBack("50000", "Konser dipindah", "Kembalikan Rp 50.000? Tiketnya tetap berlaku.");
    assertThat(refund("Rp 50.000")).containsText("Sudah kembali");
    assertThat(page.locator("#refund")).containsText("Paling banyak Rp 250.000");
    page.getByLabel("REGULER").first().check();
    assertThat(field("amount")).hasValue("150000");
    giveBack("150000", "Sakit", "Setelah uangnya kembali, 1 tiket tidak membuka pintu lagi");
    assertThat(refund("Rp 150.000")).containsText("Sudah kembali");
    field("amount").fill("100001");
    button("Kembalikan uang").click();
    assertThat(field("amount")).hasAccessibleDescription("100000 atau kurang.");
    giveBack("", "Batal", "Kembalikan Rp 100.000, semua yang tersisa?");
    expectStatus("Dikembalikan");
    assertThat(page.locator("#refund")).hasCount(0);
    assertEquals(300_000, transactionNow(begun).getInteger("refunded_amount"));
  }

  /** The list has all payments, narrowed by what they are and when they were. */
  private void find(JsonObject begun) {
    page.getByLabel("Status").selectOption("PROCESSING");
    assertThat(row(number(begun))).hasCount(0);
    page.getByLabel("Status").selectOption("COMPLETED");
    assertThat(row(number(begun))).containsText("QRIS (midtrans)");
    page.getByLabel("Dari").fill("2099-01-01");
    assertThat(page.locator("main .empty")).hasText("Tidak ada pembayaran yang cocok.");
    page.reload();
    page.getByLabel("Dari").fill("");
    row(number(begun)).getByRole(AriaRole.LINK).click();
  }

  private void giveBack(String amount, String reason, String question) {
    field("amount").fill(amount);
    page.locator("#refund [name=reason]").fill(reason);
    button("Kembalikan uang").click();
    assertThat(page.locator("dialog")).containsText(question);
    inDialog("Kembalikan uang").click();
  }

  private Locator refund(String amount) {
    return page.locator("#refunds li").filter(new FilterOptions().setHasText(amount));
  }

  private JsonObject transactionNow(JsonObject begun) {
    return cashier().get("/transactions/" + transaction(begun)).expect(200).json();
  }

  @Test
  void whoIsInShouldBeAskedForASecondTime() {
    JsonObject begun = bought();
    String booking = begun.getJsonObject("order").getString("service_id");
    String ticket =
        staff
            .get("/bookings/" + booking)
            .expect(200)
            .json()
            .getJsonArray("tickets")
            .getJsonObject(0)
            .getString("ticket_id");
    Eventually.await("the ticket enters", () -> checkIn(event, ticket).status() == 201);
    goTo("#/payments/" + transaction(begun));
    giveBack("", "Sakit", "semua yang tersisa?");
    assertThat(page.locator("dialog")).containsText("Sudah ada yang masuk");
    page.keyboard().press("Escape");
    assertThat(page.locator("dialog")).hasCount(0);
    assertEquals(0, transactionNow(begun).getJsonArray("refunds").size());
    assertThat(page.locator("#refund [name=reason]")).hasValue("Sakit");
    giveBack("", "Sakit", "semua yang tersisa?");
    inDialog("Tetap kembalikan").click();
    expectStatus("Dikembalikan");
    chromium.forgive("409");
  }

  @Test
  void whatPeopleTakeAndGiveByHandShouldBeConfirmed() {
    JsonObject begun = begun("cash");
    goTo("#/payments/" + transaction(begun));
    expectStatus("Sedang dibayar");
    button("Uangnya sudah diterima").click();
    assertThat(page.locator("#confirm [name=reference]")).hasAccessibleDescription("Harap diisi.");
    page.locator("#confirm [name=reference]").fill("K-117");
    page.locator("#confirm [name=reason]").fill("Dibayar di loket");
    button("Uangnya sudah diterima").click();
    inDialog("Uangnya sudah diterima").click();
    expectStatus("Lunas");
    giveBack("", "Batal", "semua yang tersisa?");
    assertThat(refund("Rp 300.000")).containsText("Dengan transfer bank oleh petugas · Batal");
    goTo("#/reconciliation");
    Locator payout =
        page.locator("[data-payout]").filter(new FilterOptions().setHasText("Rp 300.000"));
    payout.locator("[name=reference]").fill("BCA 0412");
    payout.locator("button").click();
    assertThat(page.locator("dialog")).containsText("dengan nomor BCA 0412?");
    inDialog("Sudah ditransfer").click();
    assertThat(payout).hasCount(0);
    goTo("#/payments/" + transaction(begun));
    expectStatus("Dikembalikan");
  }

  @Test
  void reportsShouldAddUpAndBeFiles() throws IOException {
    admin.patch("/events/" + event, new JsonObject().put("title", "Konser Laporan")).expect(200);
    JsonObject begun = bought();
    JsonObject part = new JsonObject().put("amount", 50_000).put("reason", "Jadwal berubah");
    cashier().post("/transactions/" + transaction(begun) + "/refund", part).expect(200);
    goTo("#/reports");
    assertThat(row("Jumlah")).isVisible();
    button("Per acara").click();
    String[] cells = {"Konser Laporan", "Rp 300.000", "Rp 0", "Rp 50.000", "Rp 250.000", "1"};
    assertThat(row("Konser Laporan").locator("td")).hasText(cells);
    page.reload();
    assertThat(button("Per acara")).hasAttribute("aria-pressed", "true");
    Download csv = page.waitForDownload(() -> button("CSV").click());
    assertEquals("TixGo - Pendapatan.csv", csv.suggestedFilename());
    assertTrue(Files.readString(csv.path()).contains(event + ",300000,0,50000,250000,IDR,1"));
    Download xlsx = page.waitForDownload(() -> button("XLSX").click());
    assertTrue(Files.readString(xlsx.path(), StandardCharsets.ISO_8859_1).startsWith("PK"));
    button("Pengembalian").click();
    assertThat(row("Jadwal berubah")).containsText("Rp 50.000");
    page.getByLabel("Zona waktu").fill("Asia/Nowhere");
    page.getByLabel("Zona waktu").press("Tab");
    assertThat(page.getByLabel("Zona waktu")).hasAttribute("aria-invalid", "true");
    button("Transaksi").click();
    row(number(begun)).getByRole(AriaRole.LINK).click();
    expectHeading("Konser Laporan");
  }

  @Test
  void whatIsInSuspenseShouldBeResolvedAfterAQuestion() {
    JsonObject begun = begun("qris");
    pay(begun, 310_000);
    Eventually.await("it is in suspense", () -> suspense().size() == 1);
    goTo("#/reconciliation");
    Locator open = page.locator("[data-suspense]");
    assertThat(open).containsText("Dibayar lebih");
    assertThat(open).containsText("Rp 10.000");
    assertThat(row("midtrans").first()).containsText("nihil");
    open.locator("[name=outcome]").selectOption("returned");
    open.locator("[name=note]").fill("Ditransfer, BCA 0413");
    open.locator("button").click();
    assertThat(page.locator("dialog")).containsText("Selesaikan Rp 10.000");
    page.keyboard().press("Escape");
    assertThat(open.locator("[name=note]")).hasValue("Ditransfer, BCA 0413");
    open.locator("button").click();
    inDialog("Selesaikan").click();
    assertThat(open).hasCount(0);
    assertThat(page.locator("#suspense")).isFocused();
    assertThat(page.locator("main")).containsText("Tidak ada yang harus diperiksa.");
    page.locator("#resolved summary").click();
    assertThat(row("Ditransfer, BCA 0413")).containsText("Dikembalikan petugas");
  }

  @Test
  void whatACancelledEventGivesBackShouldBeSeenOrderByOrder() {
    JsonObject online = bought();
    String type = sell("LOKET", 100_000, 20);
    JsonObject cash = checkout(hold(buyersToken(), type, 1).text("id"), "cash");
    cashier()
        .post(
            "/payments/" + cash.getJsonObject("payment").getLong("id") + "/confirm",
            new JsonObject().put("reference", "K-118").put("reason", "Tunai"))
        .expect(200);
    admin.patch("/events/" + event, new JsonObject().put("status", "cancelled")).expect(200);
    Eventually.await(
        "Payment has heard of it", () -> cashier().get("/refunds/events/" + event).status() == 200);
    goTo("#/events/" + event);
    page.getByText("Pengembalian acara").click();
    assertThat(row(number(online))).containsText("Sudah kembali");
    assertThat(row(number(cash))).containsText("Harus ditransfer petugas");
    page.getByLabel("Status").selectOption("payout");
    assertThat(row(number(online))).hasCount(0);
    button("Kirim lagi").click();
    inDialog("Kirim lagi").click();
    assertThat(page.getByText("Yang bisa dikirim lagi dikirim.")).isVisible();
    row(number(cash)).getByRole(AriaRole.LINK).click();
    assertThat(refund("Rp 100.000")).containsText("acaranya dibatalkan");
  }

  private static String number(JsonObject begun) {
    return begun.getJsonObject("order").getString("order_number");
  }

  private JsonArray suspense() {
    return cashier().get("/reports/reconciliation").expect(200).json().getJsonArray("suspense");
  }

  private Locator row(String text) {
    return page.locator("tbody tr").filter(new FilterOptions().setHasText(text));
  }

  private Locator field(String name) {
    return page.locator("#refund [name='" + name + "']");
  }
}
