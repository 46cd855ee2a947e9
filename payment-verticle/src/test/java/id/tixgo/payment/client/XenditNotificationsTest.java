package id.tixgo.payment.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tixgo.payment.domain.Notice;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class XenditNotificationsTest {
  private static final String TOKEN = "callback-token-of-the-account";
  private static final String INVOICE =
      "{\"id\":\"inv1\",\"external_id\":\"TIX-1~1\",\"status\":\"PAID\",\"amount\":300000,"
          + "\"payment_details\":{\"card\":\"4811111111111114\"}}";
  private static final String REFUND = "{\"id\":\"rfd-1\",\"invoice_id\":\"inv1\"}";

  private final XenditNotifications notifications =
      new XenditNotifications(new GatewaySecret(TOKEN));

  @Test
  void readShouldTellWhichInvoiceItIsAbout() {
    Notice.About about = assertInstanceOf(Notice.About.class, read(TOKEN, INVOICE));

    assertEquals(Optional.of("TIX-1~1"), about.reference());
    assertEquals(Optional.of("inv1"), about.gatewayId());
  }

  @Test
  void readShouldTellWhichInvoiceARefundIsOf() {
    for (String body :
        List.of(
            "{\"event\":\"refund.succeeded\",\"data\":" + REFUND + "}",
            "{\"event\":\"refund.failed\",\"data\":{\"event\":\"refund.failed\",\"data\":"
                + REFUND
                + "}}")) {
      Notice.About about = assertInstanceOf(Notice.About.class, read(TOKEN, body));
      assertEquals(Optional.empty(), about.reference());
      assertEquals(Optional.of("inv1"), about.gatewayId());
    }
  }

  @Test
  void readShouldBeForgedWithoutTheToken() {
    for (String token : List.of("", "callback-token-of-the-accounT", TOKEN + TOKEN, "x")) {
      assertEquals(new Notice.Forged(), read(token, INVOICE));
      assertEquals(new Notice.Forged(), read(token, "broken"));
    }
    assertEquals(
        new Notice.Forged(),
        notifications.read(MultiMap.caseInsensitiveMultiMap(), Buffer.buffer(INVOICE)));
  }

  @Test
  void readShouldBeUnreadableWhenItNamesNothing() {
    for (String body : List.of("", "[]", "{", "{}", "{\"data\":{}}", "{\"data\":{\"data\":[]}}")) {
      assertInstanceOf(Notice.Unreadable.class, read(TOKEN, body), body);
    }
  }

  @Test
  void whateverHasATokenShouldLookLikeOne() {
    assertTrue(notifications.isMeant(headers("forged"), Buffer.buffer("broken")));
    assertFalse(notifications.isMeant(MultiMap.caseInsensitiveMultiMap(), Buffer.buffer(INVOICE)));
  }

  private Notice read(String token, String body) {
    return notifications.read(headers(token), Buffer.buffer(body));
  }

  private static MultiMap headers(String token) {
    return MultiMap.caseInsensitiveMultiMap().add("X-Callback-Token", token);
  }
}
