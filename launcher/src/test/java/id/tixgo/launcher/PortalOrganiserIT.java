package id.tixgo.launcher;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** What an organiser reads on an event's pages. */
class PortalOrganiserIT extends PortalDesk {
  private static final String LIST =
      """
      ticket_id,holder_name
      T-1,Siti
      ,Tanpa Nomor
      T-1,Budi
      T-4,Dewi,VIP,A
      """;

  @Test
  void everyBadLineOfAListShouldBeToldInTheReadersLanguage() {
    goTo("#/events/" + makeEvent("Konser Daftar") + "/tickets");
    choose("daftar.csv", LIST.getBytes(StandardCharsets.UTF_8));
    assertThat(bad()).hasCount(3);
    assertThat(bad().nth(0)).containsText("baris 3");
    assertThat(bad().nth(0)).containsText("Nomor tiketnya tidak ada.");
    assertThat(bad().nth(1)).containsText("Nomor T-1 sudah ada, di baris 2.");
    assertThat(bad().nth(2)).containsText("Selnya lebih banyak daripada kolomnya.");
    choose("kosong.csv", new byte[0]);
    assertThat(alert()).containsText("Berkasnya kosong.");
    choose("daftar.xlsx", LIST.getBytes(StandardCharsets.UTF_8));
    assertThat(alert()).containsText("Excel");
    chromium.forgive("422");
    chromium.forgive("400");
  }

  @Test
  void aDescriptionShouldKeepItsLines() {
    String text = "Pintu dibuka 18.00\n\nBawa KTP";
    String event = makeEvent(new JsonObject().put("title", "Konser").put("description", text));
    goTo("#/events/" + event);
    assertThat(page.locator(".lines")).isVisible();
    assertEquals(text, page.locator(".lines").innerText());
  }

  @Test
  void theRoomOfAnEventShouldBeTheLimitOfItsDoor() {
    String event = makeEvent(new JsonObject().put("title", "Konser").put("capacity", 1));
    goTo("#/events/" + event);
    assertThat(page.getByText("Kosong: kapasitas acara, 1")).isVisible();
    checkIn(event, "T-1").expect(201);
    checkIn(event, "T-2").expect(409, "EVENT_FULL");
  }

  @Test
  void aFilesColumnsShouldHaveTheNamesOfTheContractInEveryLanguage() throws IOException {
    String event = makeEvent("Konser Berkas");
    list(event, "T-1");
    goTo("#/events/" + event + "/tickets");
    Download file = page.waitForDownload(() -> button("CSV").click());
    assertTrue(
        Files.readString(file.path())
            .startsWith("\uFEFFticket_id,holder_name,ticket_type,gates,state,"));
  }

  private void choose(String name, byte[] content) {
    page.locator("input[type=file]").setInputFiles(new FilePayload(name, "text/csv", content));
  }

  private Locator alert() {
    return page.locator("[role=alert]");
  }

  private Locator bad() {
    return alert().locator("li");
  }
}
