package id.tixgo.payment.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tixgo.payment.domain.Notice;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MidtransNotificationsTest {
  /** Reckoned with another program, for the key {@code SB-Mid-server-TEST}. */
  private static final String SIGNATURE =
      "9b162d8c2cf742e86aa619397ca943f2ff7fd1ec715e680f6fe1d613551c4b07"
          + "d9de71ee8f24e75c29a71dc43ce6864d161e93087ccbbaf1c7c75e94b1895412";

  private static final MultiMap NONE = MultiMap.caseInsensitiveMultiMap();

  private final MidtransNotifications notifications =
      new MidtransNotifications(ScriptedGateway.KEY);

  @Test
  void readShouldTellWhatAGenuineOneIsAbout() {
    Notice.About about = assertInstanceOf(Notice.About.class, read(genuine()));

    assertEquals(Optional.of("ORDER-101"), about.reference());
    assertEquals(Optional.of("9aed5972"), about.gatewayId());
  }

  @Test
  void readShouldBeForgedWhenAnythingSignedIsDifferent() {
    for (JsonObject forged :
        List.of(
            genuine().put("order_id", "ORDER-102"),
            genuine().put("status_code", "201"),
            genuine().put("gross_amount", "10000"),
            genuine().put("gross_amount", "10000.0"),
            genuine().put("gross_amount", 10000.00),
            genuine().put("status_code", 200),
            genuine().put("signature_key", SIGNATURE.toUpperCase(Locale.ROOT)),
            genuine().put("signature_key", SIGNATURE.substring(1)),
            genuine().put("signature_key", ""),
            genuine().put("signature_key", List.of(SIGNATURE)),
            genuine().putNull("signature_key"))) {
      assertEquals(new Notice.Forged(), read(forged), forged::encode);
    }
  }

  @Test
  void readShouldBeForgedWhenAnythingSignedIsMissing() {
    for (String member : List.of("order_id", "status_code", "gross_amount", "signature_key")) {
      JsonObject forged = genuine();
      forged.remove(member);
      assertEquals(new Notice.Forged(), read(forged), member);
    }
  }

  @Test
  void readShouldBeForgedWhenAnotherKeySignedIt() {
    assertEquals(
        new Notice.Forged(),
        new MidtransNotifications(new GatewaySecret("SB-Mid-server-test"))
            .read(NONE, genuine().toBuffer()));
  }

  @Test
  void onlyJsonWithASignatureShouldLookLikeOne() {
    assertTrue(notifications.isMeant(NONE, genuine().toBuffer()));
    for (String other : List.of("", "null", "[]", "{}", "{\"signature_key\":", "\"a\"", "a=b")) {
      assertFalse(notifications.isMeant(NONE, Buffer.buffer(other)), other);
    }
  }

  @Test
  void readShouldBeUnreadableWhenItIsNoJson() {
    String whole = genuine().encode();
    for (String broken : List.of("", "[]", whole.substring(0, whole.length() / 2))) {
      assertInstanceOf(Notice.Unreadable.class, notifications.read(NONE, Buffer.buffer(broken)));
    }
  }

  private static JsonObject genuine() {
    return new JsonObject()
        .put("transaction_time", "2026-11-27 00:31:00")
        .put("transaction_status", "settlement")
        .put("transaction_id", "9aed5972")
        .put("status_code", "200")
        .put("signature_key", SIGNATURE)
        .put("payment_type", "credit_card")
        .put("masked_card", "481111-1114")
        .put("order_id", "ORDER-101")
        .put("gross_amount", "10000.00");
  }

  private Notice read(JsonObject body) {
    return notifications.read(NONE, body.toBuffer());
  }
}
