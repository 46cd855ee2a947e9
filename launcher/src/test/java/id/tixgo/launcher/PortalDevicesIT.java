package id.tixgo.launcher;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;

/** The page of scanners: which tokens are good, and what ended the others. */
class PortalDevicesIT extends PortalDesk {
  @Test
  void aRevokedScannerShouldStayWithWhoDidItUntilItIsTakenOffTheList() {
    String name = "Gate " + System.nanoTime();
    JsonObject device = new JsonObject().put("name", name);
    system.identity().as(token).post("/auth/devices", device).expect(201);
    goTo("#/devices");
    Locator row = page.locator("tbody tr").filter(new Locator.FilterOptions().setHasText(name));
    assertThat(row).containsText("berlaku");
    assertThat(row).containsText("sampai");
    button("Cabut " + name).click();
    inDialog("Cabut").click();
    assertThat(row).containsText("dicabut");
    assertThat(row).containsText("oleh admin");
    button("Hapus dari daftar " + name).click();
    assertThat(row).hasCount(0);
  }

  @Test
  void aScannersAccountShouldSayUntilWhenItIsGood() {
    JsonObject device = new JsonObject().put("name", "Gate " + System.nanoTime());
    String scanner =
        system.identity().as(token).post("/auth/devices", device).expect(201).text("access_token");
    page.context().close();
    page = desk(scanner);
    goTo("#/account");
    assertThat(page.locator("main")).containsText("device:" + device.getString("name"));
    assertThat(page.locator("main")).containsText("sampai");
  }
}
