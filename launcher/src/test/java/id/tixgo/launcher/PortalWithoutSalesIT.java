package id.tixgo.launcher;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import id.tixgo.common.test.RunningSystem;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A machine that is only a door: pages of sales say so, and nothing else suffers. */
class PortalWithoutSalesIT extends PortalDesk {
  private static final String NOT_HERE =
      "Di sini tidak ada tiket yang dijual, atau penjualannya sedang tidak bisa dihubungi.";

  @Override
  RunningSystem running() {
    return new RunningSystem(List.of("identity", "event", "attendance", "portal"), Map.of());
  }

  @Test
  void pagesOfSalesShouldSaySoInOneSentence() {
    String event = makeEvent("Konser Pintu");
    for (String rest : List.of("/sales", "/vouchers", "/sell", "/bookings", "/bookings/x")) {
      goTo("#/events/" + event + rest);
      assertThat(page.locator("main [role=status] p")).hasText(NOT_HERE);
    }
    for (String hash :
        List.of("#/orders", "#/payments", "#/payments/1", "#/reports", "#/reconciliation")) {
      goTo(hash);
      assertThat(page.locator("main [role=status] p")).containsText("tidak ada pembayaran online");
    }
    goTo("#/wallet");
    assertThat(page.locator("main [role=status] p")).containsText("tidak ada dompet");
    goTo("#/notifications");
    assertThat(page.locator("main [role=status] p")).containsText("tidak ada notifikasi");
    for (String hash : List.of("#/events/" + event + "/report", "#/compare?event=" + event)) {
      goTo(hash);
      assertThat(page.locator("main [role=status] p")).containsText("tidak ada layanan laporan");
    }
    assertThat(page.locator("nav")).not().containsText("Dompet");
    chromium.forgive("502");
    goTo("#/events/" + event);
    expectHeading("Konser Pintu");
    assertThat(page.locator("main nav")).not().containsText("Laporan acara");
    goTo("#/venues");
    expectHeading("Venue");
    goTo("#/events/new");
    expectHeading("Buat acara");
  }
}
