package id.tixgo.launcher;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import id.tixgo.common.test.TicketCodes;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The browser takes the same text for the same ticket as the service does. */
class PortalTicketCodeIT extends PortalDoor {
  private static final String CODES =
      "async (json) => {"
          + "const { ticketCode } = await import('/js/ticketcode.js');"
          + "return JSON.parse(json).filter((one) => ticketCode(one.text) !== one.code)"
          + ".map((one) => one.why);"
          + "}";

  @Test
  void everyCaseShouldBeItsCode() {
    String cases = TicketCodes.ascii(TicketCodes.json().encode());
    assertEquals(List.of(), PageModules.evaluate(page, CODES, cases));
  }

  @Test
  void aTicketShouldBeKnownHoweverItIsScanned() {
    letIn(" T-1");
    scan("]C1t-1\u00a0");
    assertThat(page.locator("#answer.stop")).containsText("t-1");
    scan("\u200bT-2");
    assertThat(page.locator("#answer.go")).containsText("T-2");
    chromium.forgive("409");
  }

  /** A hand scanner types what a sold ticket's QR code says, longer than any code. */
  @Test
  void aSignedQrCodeShouldBeItsTicket() {
    admin
        .with("Content-Type", "application/json")
        .send("POST", "/attendance/" + eventId + "/tickets", "[\"7KQ2M9XTBD4HJW3R\"]")
        .expect(200);
    page.locator("#ticket").focus();
    page.keyboard().type("TIXGO1:4IQL:7KQ2M9XTBD4HJW3R:" + "A".repeat(103));
    page.keyboard().press("Enter");
    assertThat(page.locator("#answer.go")).containsText("7KQ2M9XTBD4HJW3R");
  }

  @Test
  void aTicketShouldBeKnownWithoutANetworkToo() {
    page.context().setOffline(true);
    scan("]Q3t-1 ");
    assertThat(page.locator("#answer.go")).containsText("t-1");
    scan("T-1");
    assertThat(page.locator("#answer.stop")).containsText("T-1");
    scan("t-3");
    assertThat(page.locator("#answer.stop")).containsText("t-3");
    page.context().setOffline(false);
    page.waitForCondition(
        () -> admin.get("/attendance/" + eventId).json().getInteger("total_checked_in") == 1);
    assertEquals(
        "T-1",
        admin
            .get("/attendance/" + eventId)
            .json()
            .getJsonArray("records")
            .getJsonObject(0)
            .getString("ticket_id"));
    chromium.forgive("ERR_INTERNET_DISCONNECTED");
  }
}
