package id.tixgo.launcher;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.FilterOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route.FulfillOptions;
import com.microsoft.playwright.Route.ResumeOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.RequestOptions;
import id.tixgo.common.test.Eventually;
import id.tixgo.common.test.ServiceApi;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A user's wallet, mails and forgotten password on a phone, and what an admin does about them. */
class PortalWalletIT extends PortalPurse {
  private static final Pattern CODE = Pattern.compile("Kode</td>\\s*<td[^>]*>([^<]+)<");

  @Test
  void moneyShouldBeSentOnceAfterAQuestionAlsoWhenTheAnswerIsLost() {
    User sender = newUser(50_000);
    User receiver = newUser(0);
    Page phone = phone(sender);
    phone.getByText("☰").click();
    phone.locator("nav").getByText("Dompet").click();
    assertThat(phone.locator("#balance")).hasText("Rp 50.000");
    phone.getByLabel("Nomor dompet penerima").fill(String.valueOf(receiver.id()));
    phone.locator("#send [name=amount]").fill("20000");
    press(phone, "Kirim uang");
    assertThat(phone.locator("dialog"))
        .containsText("Kirim Rp 20.000 ke dompet nomor " + receiver.id() + "?");
    phone.keyboard().press("Escape");
    loseTheAnswer(phone, "**/gateway/wallet/transactions");
    sendNow(phone);
    assertThat(phone.getByRole(AriaRole.ALERT)).containsText("Tidak ada jaringan.");
    sendNow(phone);
    assertThat(phone.getByRole(AriaRole.STATUS).last()).containsText("ditahan");
    assertThat(phone.locator("#balance")).hasText("Rp 30.000");
    assertThat(phone.locator("#history tbody tr")).hasCount(1);
    assertThat(phone.locator("#history")).containsText("Menunggu");
    assertEquals(360, phone.evaluate("document.documentElement.scrollWidth"));
    approve();
    phone.reload();
    assertThat(phone.locator("#history")).containsText("Selesai");
    assertEquals(20_000, wallet(receiver).get(balance(receiver)).json().getInteger("balance"));
    phone.context().close();
    chromium.forgive("/gateway/wallet/transactions");
  }

  /** It is done, and the phone doesn't hear of it. */
  private static void loseTheAnswer(Page phone, String path) {
    phone.route(
        path,
        route -> {
          route.fetch();
          route.abort();
        },
        new Page.RouteOptions().setTimes(1));
  }

  private static void sendNow(Page phone) {
    press(phone, "Kirim uang");
    phone.locator("dialog button.main").click();
  }

  private void approve() {
    goTo("#/wallet");
    page.getByText("Semua kiriman").click();
    expectHeading("Semua kiriman");
    page.getByText("Setujui").first().click();
    inDialog("Setujui").click();
    assertThat(page.getByText("Setujui")).hasCount(0);
  }

  @Test
  void whatIsPendingCanBeTakenBackAndWhatIsWrongIsSaidInWords() {
    User user = newUser(1_000);
    User other = newUser(0);
    JsonObject body = new JsonObject().put("sender_id", user.id()).put("receiver_id", other.id());
    wallet(user).post("/transactions", body.put("amount", 400)).expect(201);
    Page phone = phone(user);
    phone.navigate("/#/wallet");
    press(phone, "Tarik kembali");
    phone.locator("dialog button.danger").click();
    assertThat(phone.locator("#balance")).hasText("Rp 1.000");
    assertThat(phone.locator("#history")).containsText("Belum ada yang dikirim atau diterima.");
    phone.getByLabel("Nomor dompet penerima").fill("999999");
    phone.locator("#send [name=amount]").fill("10");
    sendNow(phone);
    assertThat(phone.getByRole(AriaRole.ALERT)).containsText("Tidak ada dompet dengan nomor itu.");
    phone.locator("#send [name=amount]").fill("2000");
    phone.getByLabel("Nomor dompet penerima").fill(String.valueOf(other.id()));
    sendNow(phone);
    assertThat(phone.getByRole(AriaRole.ALERT)).containsText("Saldo tidak cukup.");
    phone.context().close();
    chromium.forgive("/gateway/wallet/transactions");
  }

  @Test
  void aTopUpShouldBePaidOnceAtTheGatewayAndRaiseTheBalance() {
    User user = newUser(0);
    Page phone = phone(user);
    phone.navigate("/#/wallet");
    loseTheAnswer(phone, "**/topup");
    topUp(phone);
    assertThat(phone.getByRole(AriaRole.ALERT)).containsText("Tidak ada jaringan.");
    topUp(phone);
    phone.waitForURL(simulator.baseUrl() + "/**");
    phone.goBack();
    assertThat(phone.locator("#waiting")).containsText("Saldo naik begitu pembayaran masuk.");
    phone.getByText("Ke halaman pembayaran").click();
    phone.locator("form.methods button").first().click();
    phone.locator("button.pay").click();
    phone.getByText("Back to the shop").click();
    assertThat(phone.locator("#balance")).hasText("Rp 25.000");
    assertThat(phone.locator("main .note.go")).containsText("saldo Anda sudah naik");
    assertEquals(1, orders(user).size());
    expectNothingToGiveBack(orders(user).getJsonObject(0));
    phone.context().close();
    chromium.forgive("/topup");
    chromium.forgive("favicon.ico"); // The simulator has no picture for a tab.
  }

  private JsonArray orders(User user) {
    return system.service("payment").as(user.token()).get("/orders").expect(200).array();
  }

  private void expectNothingToGiveBack(JsonObject order) {
    goTo("#/payments/" + order.getLong("transaction_id"));
    expectHeading("Isi saldo dompet");
    assertThat(page.locator("#status")).hasText("Lunas");
    assertThat(page.locator("#refund")).hasCount(0);
  }

  @Test
  void aTopUpWithoutAPageShouldSayWhatIsToBeDone() {
    User user = newUser(0);
    Page phone = phone(user);
    phone.navigate("/#/wallet");
    payBy(phone, "manual");
    String reference = orders(user).getJsonObject(0).getString("order_number") + "~1";
    assertThat(phone.locator("#waiting")).containsText("dengan nomor " + reference);
    phone.evaluate("location.hash = '#/orders'");
    phone.getByText("Isi saldo dompet").click();
    assertThat(phone.locator("#waiting")).containsText("dengan nomor " + reference);
    system.service("payment").as(user.token()).post(cancel(user), new JsonObject()).expect(200);
    phone.getByText("Dompet saya").click();
    assertThat(phone.locator("main [role=alert]")).containsText("isi saldo dibatalkan");
    breakTheGateway();
    topUp(phone);
    assertThat(phone.locator("#waiting")).containsText("sedang disiapkan");
    phone.route("**/topup", route -> route.fulfill(refusal()));
    topUp(phone);
    assertThat(phone.locator(".toast")).containsText("Minta admin mengisinya.");
    phone.context().close();
    chromium.forgive("/topup");
  }

  /** As if the page asked for that gateway. */
  private static void payBy(Page phone, String gateway) {
    phone.route(
        "**/topup",
        route -> {
          JsonObject body = new JsonObject(route.request().postData());
          String asked = body.put("payment_gateway", gateway).encode();
          route.resume(new ResumeOptions().setPostData(asked));
        },
        new Page.RouteOptions().setTimes(1));
    topUp(phone);
    assertThat(phone.locator("#waiting")).isVisible();
  }

  private String cancel(User user) {
    return "/transactions/" + orders(user).getJsonObject(0).getLong("transaction_id") + "/cancel";
  }

  /** It answers nothing that can be understood, once. */
  private void breakTheGateway() {
    JsonObject fault = new JsonObject().put("match", "create").put("kind", "error-500");
    page.request()
        .put(simulator.baseUrl() + "/_sim/faults", RequestOptions.create().setData(fault.encode()));
  }

  private static FulfillOptions refusal() {
    String body = new JsonObject().put("code", "NOT_CONFIGURED").encode();
    return new FulfillOptions().setStatus(409).setBody(body);
  }

  /** The one before is over once its button can be pressed again: then its form is empty. */
  private static void topUp(Page phone) {
    assertThat(phone.locator("#topup button")).isEnabled();
    phone.locator("#topup [name=amount]").fill("25000");
    press(phone, "Isi saldo");
  }

  @Test
  void aMailThatFailedShouldBeSeenAndSentAgain() {
    User user = newUser(0);
    ServiceApi mails = system.service("notification").as(token);
    JsonObject body = new JsonObject().put("user_id", user.id()).put("message", "Halo <b>Budi</b>");
    long id = mails.post("/notifications", body).expect(201).json().getLong("id");
    mails.send("POST", "/notifications/" + id + "/send", "").expect(200);
    goTo("#/notifications");
    page.getByLabel("Status").selectOption("failed");
    Locator row = page.locator("tbody tr").filter(new FilterOptions().setHasText("Halo"));
    row.getByText("Lihat").click();
    expectHeading("Notifikasi " + id);
    assertThat(page.locator("main")).containsText("The user has no e-mail address.");
    Locator text = page.frameLocator("iframe.mail").locator("pre");
    assertThat(text).containsText("Halo <b>Budi</b>");
    assertThat(text).hasCSS("white-space", "pre-wrap");
    give(user, "budi" + user.id() + "@tixgo.id");
    button("Kirim ulang " + id).click();
    assertThat(page.locator("main .tag")).hasText("Terkirim");
    Page phone = phone(user);
    phone.navigate("/#/notifications");
    assertThat(phone.locator("tbody")).containsText("Halo <b>Budi</b>");
    assertThat(phone.getByText("Lihat")).hasCount(0);
    phone.context().close();
  }

  @Test
  void whatAnOrganiserSaysInTicketMailsShouldBeSeenKeptAndRemoved() {
    String event = makeEvent("Konser Kata");
    String path = "/notifications/events/" + event + "/words";
    ServiceApi mails = system.service("notification").as(token);
    Eventually.await("Notification knows it", () -> mails.get(path).status() == 200);
    goTo("#/events/" + event);
    page.locator("main nav").getByText("Kata di email tiket").click();
    expectHeading("Kata di email tiket");
    Locator form = page.locator("form#id");
    form.getByText("Lihat emailnya").click();
    assertThat(page.getByRole(AriaRole.ALERT)).containsText("Isi dulu subjek");
    form.locator("[name=text]").fill("Halo\n{% for x in name %}");
    form.getByText("Lihat emailnya").click();
    assertThat(form.locator(".wrong")).containsText("Baris 2: yang dikenal hanya {{ name }}");
    form.locator("[name=subject]").fill("Sampai jumpa di {{ event }}");
    form.locator("[name=text]").fill("Pintu <b>timur</b>, {{ name }}");
    form.getByText("Lihat emailnya").click();
    assertThat(form.locator("h3")).hasText("Sampai jumpa di Konser Kata");
    Locator mail = page.frameLocator("iframe.mail").locator("body");
    assertThat(mail).containsText("Pintu <b>timur</b>, Siti");
    assertEquals(0, mails.get(path).json().getJsonArray("words").size());
    form.getByText("Simpan").click();
    assertThat(form.getByText("Hapus")).isVisible();
    page.reload();
    assertThat(form.locator("[name=subject]")).hasValue("Sampai jumpa di {{ event }}");
    form.getByText("Hapus").click();
    inDialog("Hapus").click();
    assertThat(form.locator("[name=subject]")).hasValue("");
    assertEquals(0, mails.get(path).json().getJsonArray("words").size());
    chromium.forgive("/preview");
  }

  @Test
  void aForgottenPasswordShouldBeSetAnewByAMailedCode() {
    User user = newUser(0);
    String address = "siti" + user.id() + "@tixgo.id";
    give(user, address);
    Page phone =
        chromium.open(
            "http://localhost:" + system.portal().port(),
            new NewContextOptions().setLocale("id-ID").setViewportSize(360, 740));
    phone.navigate("/#/login");
    phone.getByText("Lupa kata sandi?").click();
    phone.getByLabel("Nama pengguna atau email").fill(address);
    press(phone, "Kirim kode");
    assertThat(phone.locator("main [role=status]")).containsText("kodenya sedang dikirim");
    phone.getByText("Saya sudah punya kodenya").click();
    setPassword(phone, "bukan.kode");
    assertThat(phone.getByRole(AriaRole.ALERT)).containsText("Kode ini salah");
    setPassword(phone, mailedCode(address));
    assertThat(phone.getByText("Kata sandi sudah diganti.")).isVisible();
    phone.getByLabel("Nama pengguna").fill(user.name());
    phone.getByLabel("Kata sandi").fill("secret-2");
    phone.locator("form button").first().click();
    assertThat(phone.locator("main h1")).hasText("Acara");
    phone.context().close();
    chromium.forgive("/auth/password/reset");
  }

  private static void setPassword(Page phone, String code) {
    phone.getByLabel("Kode dari email").fill(code);
    phone.locator("[name=new_password]").fill("secret-2");
    phone.locator("[name=repeated]").fill("secret-2");
    press(phone, "Pasang kata sandi");
  }

  /** As it stands in the newest mail to that address. */
  private String mailedCode(String address) {
    Eventually.await("a code is mailed", () -> !codesFor(address).isEmpty());
    return codesFor(address).get(0);
  }

  private List<String> codesFor(String address) {
    return new JsonObject(read("/_sim/mails"))
        .getJsonArray("mails").stream()
            .map(JsonObject.class::cast)
            .filter(mail -> mail.getString("to").equals(address))
            .map(mail -> CODE.matcher(read("/mail/" + mail.getInteger("number"))))
            .filter(Matcher::find)
            .map(found -> found.group(1))
            .toList();
  }

  private String read(String path) {
    return page.request().get(simulator.baseUrl() + path).text();
  }
}
