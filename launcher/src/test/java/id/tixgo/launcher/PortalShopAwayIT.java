package id.tixgo.launcher;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import id.tixgo.common.test.Chromium;
import id.tixgo.common.test.RunningSystem;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The web application where no Ticketing runs, as at a door. */
class PortalShopAwayIT {
  private static RunningSystem system;
  private static Chromium chromium;
  private Page page;

  @BeforeAll
  static void start() {
    chromium = new Chromium(List.of());
    system = new RunningSystem(List.of("identity", "event", "attendance", "portal"), Map.of());
  }

  @AfterAll
  static void stop() {
    if (chromium != null) {
      chromium.close();
      system.close();
    }
  }

  @BeforeEach
  void open() {
    page = chromium.open("http://localhost:" + system.portal().port(), new NewContextOptions());
    page.navigate("/");
    page.evaluate("token => sessionStorage.setItem('tixgo.token', token)", system.adminToken());
    page.reload();
  }

  @AfterEach
  void leave() {
    page.context().close();
    chromium.forgive("502");
    chromium.expectNoComplaints();
  }

  @ParameterizedTest
  @ValueSource(strings = {"#/shop", "#/shop/e1", "#/bookings", "#/bookings/b1", "#/tickets"})
  void aSellingPageShouldSayThatNothingIsSold(String hash) {
    page.navigate("/" + hash);
    assertThat(page.locator("main"))
        .containsText("Di sini tidak ada tiket yang dijual, atau penjualannya sedang tidak bisa");
    assertThat(page.locator("main button")).hasText("Coba lagi");
  }

  @Test
  void nothingElseShouldWaitForSales() {
    system.portal().get("/health/ready").expect(200);
    page.navigate("/#/events");
    assertThat(page.locator("main h1")).hasText("Acara");
    page.navigate("/#/door");
    assertThat(page.locator("main h1")).hasText("Pintu");
  }
}
