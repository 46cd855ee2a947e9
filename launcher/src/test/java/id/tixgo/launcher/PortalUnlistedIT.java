package id.tixgo.launcher;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions;
import id.tixgo.common.config.Env;
import id.tixgo.common.test.Eventually;
import id.tixgo.common.test.RunningSystem;
import id.tixgo.ticketing.document.TicketSignature;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A door without a network before tickets that were sold since; docs/ticket-qr.md has the form. */
class PortalUnlistedIT extends PortalDoor {
  private static final String CODE = "7KQ2M9XTBD4HJW3R";
  private static final String OTHER = "0KQ2M9XTBD4HJW3R";
  private static final HasTextOptions PATIENT = new HasTextOptions().setTimeout(20_000);

  private final TicketSignature signature =
      TicketSignature.from(new Env(Map.of("JWT_SECRET", RunningSystem.SECRET)));

  @Test
  void aGenuineTicketShouldEnterAndAnInventedOneNot() {
    hearOfKeys();
    page.context().setOffline(true);
    scan(signed(CODE, eventId).toLowerCase(Locale.ROOT));
    assertThat(page.locator("#answer.go")).containsText(CODE);
    assertThat(page.locator("#answer.go")).containsText("Sudah terjual");
    scan(signed(OTHER, "another event"));
    assertThat(page.locator("#answer.stop")).containsText("Tidak ada di daftar");
    scan(signed(CODE, eventId).replace(CODE, OTHER));
    assertThat(page.locator("#answer.stop")).containsText("Tidak ada di daftar");
    page.context().setOffline(false);
    assertThat(page.locator("#pending")).hasText("0 menunggu", PATIENT);
    chromium.forgive("ERR_INTERNET_DISCONNECTED");
    JsonObject record = records().getJsonObject(0);
    assertEquals(1, records().size());
    assertEquals(CODE, record.getString("ticket_id"));
    assertEquals(true, record.getBoolean("unlisted"));
  }

  /** The door asks for the keys with each new list. */
  private void hearOfKeys() {
    admin
        .with("Content-Type", "application/json")
        .send("POST", "/attendance/" + eventId + "/tickets", "[\"T-9\"]")
        .expect(200);
    Eventually.await(
        "the door has the keys",
        () ->
            PageModules.evaluate(
                    page,
                    "id => import('/js/database.js').then(({ recall }) => recall(`event ${id}`))"
                        + ".then(({ keys }) => keys?.length === 1)",
                    eventId)
                .equals(true));
  }

  private JsonArray records() {
    return admin.get("/attendance/" + eventId).expect(200).json().getJsonArray("records");
  }

  private String signed(String code, String event) {
    return signature.qrText(code, event);
  }
}
