package id.tixgo.launcher;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import id.tixgo.common.service.ServiceDescriptors;
import id.tixgo.common.test.FreePort;
import id.tixgo.common.test.RunningSystem;
import id.tixgo.simulator.Simulator;
import id.tixgo.simulator.SimulatorConfig;
import io.vertx.core.Vertx;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A buyer pays online, at the page of a simulated gateway. */
class PortalPayIT extends PortalCounter {
  private final Vertx vertx = Vertx.vertx();
  private Simulator simulator;
  private String booking;

  @Override
  RunningSystem running() {
    String port = FreePort.next();
    String webhook = "http://127.0.0.1:" + port + "/webhooks/payment";
    simulator = RunningSystem.await(Simulator.start(vertx, SimulatorConfig.forTests(webhook)));
    return new RunningSystem(
        ServiceDescriptors.names(),
        Map.of(
            "PAYMENT_PORT",
            port,
            "PAYMENT_GATEWAYS",
            "midtrans,manual",
            "MIDTRANS_SERVER_KEY",
            "SB-Mid-server-TixGoSimulator",
            "MIDTRANS_SNAP_URL",
            simulator.baseUrl(),
            "MIDTRANS_API_URL",
            simulator.baseUrl()));
  }

  @AfterAll
  void closeSimulator() {
    if (simulator != null) {
      RunningSystem.await(simulator.close());
    }
    RunningSystem.await(vertx.close());
  }

  @BeforeEach
  void book() {
    booking = hold(buyersToken(), sell("REGULER", 150_000, 20), 2).text("id");
    comeIn();
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
  void whereNobodyTakesMoneyOnlineOnePaysAtTheBoxOffice() {
    page.route("**/gateway/payment/**", Route::abort);
    chromium.forgive("/gateway/payment/");
    page.waitForRequest("**/gateway/payment/**", () -> goTo("#/bookings/" + booking));
    page.waitForResponse("**/gateway/ticketing/bookings/" + booking, () -> {});
    assertThat(page.locator("#pending")).containsText("Bayar di loket");
    assertThat(button("Bayar sekarang")).hasCount(0);
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
