package id.tixgo.launcher;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.FilterOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Route.FulfillOptions;
import com.microsoft.playwright.options.AriaRole;
import id.tixgo.common.service.ServiceDescriptors;
import id.tixgo.common.test.Eventually;
import id.tixgo.common.test.RunningSystem;
import id.tixgo.common.test.ServiceApi;
import id.tixgo.simulator.Simulator;
import id.tixgo.simulator.SimulatorConfig;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** A user's wallet, mails and forgotten password on a phone, and what an admin does about them. */
class PortalWalletIT extends PortalDesk {
  private static final Pattern CODE = Pattern.compile("Kode</td>\\s*<td[^>]*>([^<]+)<");
  private final Vertx vertx = Vertx.vertx();
  private Simulator simulator;

  @Override
  RunningSystem running() {
    SimulatorConfig config = SimulatorConfig.forTests("http://127.0.0.1:9/webhooks/payment");
    simulator = RunningSystem.await(Simulator.start(vertx, config));
    return new RunningSystem(
        ServiceDescriptors.names(),
        Map.of(
            "SMTP_SERVER",
            "127.0.0.1",
            "SMTP_PORT",
            String.valueOf(simulator.smtpPort()),
            "SENDER_EMAIL",
            "tiket@tixgo.id"));
  }

  @AfterAll
  void closeSimulator() {
    if (simulator != null) {
      RunningSystem.await(simulator.close());
    }
    RunningSystem.await(vertx.close());
  }

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
    loseTheAnswer(phone);
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

  /** The transfer is made, and the phone doesn't hear of it. */
  private static void loseTheAnswer(Page phone) {
    phone.route(
        "**/gateway/wallet/transactions",
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
  void aTopUpShouldLeadToItsPaymentOrSayThatThereIsNone() {
    Page phone = phone(newUser(0));
    phone.navigate("/#/wallet");
    answerTopUp(phone, 409, new JsonObject().put("code", "NOT_CONFIGURED"));
    topUp(phone);
    assertThat(phone.getByRole(AriaRole.ALERT)).containsText("Minta admin mengisinya.");
    answerTopUp(phone, 202, new JsonObject().put("redirect_url", "/icon.svg?paid"));
    topUp(phone);
    phone.waitForURL("**/icon.svg?paid");
    phone.context().close();
    chromium.forgive("/topup");
  }

  private static void answerTopUp(Page phone, int status, JsonObject body) {
    phone.route(
        "**/topup",
        route -> route.fulfill(new FulfillOptions().setStatus(status).setBody(body.encode())),
        new Page.RouteOptions().setTimes(1));
  }

  private static void topUp(Page phone) {
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

  private void give(User user, String email) {
    JsonObject profile = new JsonObject().put("email", email).put("locale", "id");
    system.identity().as(token).put("/users/" + user.id(), profile).expect(200);
    hear("notification");
  }

  /** Waits until a service knows of users what Identity does. */
  private void hear(String service) {
    ServiceApi house = system.identity().with("X-Service-Token", RunningSystem.SERVICE_TOKEN);
    long last = house.get("/internal/feed?limit=1").expect(200).json().getLong("last");
    Eventually.await(service + " has read up to " + last, () -> heardBy(service) >= last);
  }

  private long heardBy(String service) {
    return system.service(service).get("/health/ready").json().getJsonArray("feeds").stream()
        .map(JsonObject.class::cast)
        .filter(report -> report.getString("feed").equals("identity"))
        .mapToLong(report -> report.getLong("seq"))
        .sum();
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

  private record User(String name, long id, String token) {}

  private User newUser(int rupiah) {
    String name = system.newUser("user");
    String own = system.logIn(name, "secret-1");
    User user = new User(name, system.identity().as(own).get("/auth/me").json().getLong("id"), own);
    hear("wallet");
    hear("notification");
    if (rupiah > 0) {
      JsonObject amount = new JsonObject().put("amount", rupiah);
      system.service("wallet").as(token).post("/users/" + user.id() + "/topup", amount).expect(200);
    }
    return user;
  }

  private ServiceApi wallet(User user) {
    return system.service("wallet").as(user.token());
  }

  private static String balance(User user) {
    return "/users/" + user.id() + "/balance";
  }

  private Page phone(User user) {
    return desk(user.token(), new NewContextOptions().setViewportSize(360, 740));
  }

  private static void press(Page where, String name) {
    where.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(name)).last().click();
  }
}
