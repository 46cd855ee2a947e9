package id.tixgo.launcher;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Route.FulfillOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions;
import id.tixgo.common.test.Eventually;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** A door without a network before tickets that were sold since; docs/ticket-qr.md has the form. */
class PortalUnlistedIT extends PortalDoor {
  private static final String CODE = "7KQ2M9XTBD4HJW3R";
  private static final String OTHER = "0KQ2M9XTBD4HJW3R";
  private static final int PUBLIC_BYTES = 32;
  private static final HasTextOptions PATIENT = new HasTextOptions().setTimeout(20_000);

  private final KeyPair keys = newKeys();

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
    byte[] key = keys.getPublic().getEncoded();
    byte[] raw = Arrays.copyOfRange(key, key.length - PUBLIC_BYTES, key.length);
    JsonObject told =
        new JsonObject()
            .put("kid", "4IQL")
            .put("alg", "Ed25519")
            .put("public_key", Base64.getUrlEncoder().withoutPadding().encodeToString(raw));
    page.route(
        "**/ticket-keys",
        route -> route.fulfill(new FulfillOptions().setBody(new JsonArray().add(told).encode())));
    admin
        .with("Content-Type", "application/json")
        .send("POST", "/attendance/" + eventId + "/tickets", "[\"T-9\"]")
        .expect(200);
    Eventually.await(
        "the door has the keys",
        () ->
            page.evaluate(
                    "id => import('/js/database.js').then(({ recall }) => recall(`event ${id}`))"
                        + ".then(({ keys }) => keys[0]?.kid === '4IQL')",
                    eventId)
                .equals(true));
  }

  private JsonArray records() {
    return admin.get("/attendance/" + eventId).expect(200).json().getJsonArray("records");
  }

  private String signed(String code, String event) {
    String head = "TIXGO1:4IQL:" + code;
    try {
      Signature signature = Signature.getInstance("Ed25519");
      signature.initSign(keys.getPrivate());
      signature.update((head + '\n' + event).getBytes(UTF_8));
      return head + ':' + base32(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  /** 64 bytes and 3 bits that are 0, in 103 letters of 5 bits. */
  private static String base32(byte[] signature) {
    BigInteger bits = new BigInteger(1, signature).shiftLeft(3);
    StringBuilder letters = new StringBuilder();
    for (int place = 102; place >= 0; place--) {
      letters.append(
          "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".charAt(bits.shiftRight(5 * place).intValue() & 31));
    }
    return letters.toString();
  }

  private static KeyPair newKeys() {
    try {
      return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }
}
