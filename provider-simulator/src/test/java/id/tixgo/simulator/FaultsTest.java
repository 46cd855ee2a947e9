package id.tixgo.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tixgo.common.test.Eventually;
import io.vertx.core.json.JsonObject;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What goes wrong on purpose. */
class FaultsTest {
  private final Shop shop = new Shop();

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void anAnswerShouldGetLostAfterTheWorkWasDone() {
    shop.breakNext("create", "drop-answer-after-applying");
    assertThrows(UncheckedIOException.class, () -> charge("TIX-1"));
    assertEquals("pending", shop.midtrans("GET", "/v2/TIX-1/status").text("transaction_status"));
    JsonObject lost = shop.calls("TIX-1").getJsonObject(0);
    assertEquals(0, lost.getInteger("status"));
    assertEquals("drop-answer-after-applying", lost.getString("fault"));
  }

  @Test
  void anErrorShouldDoNothing() {
    shop.breakNext("create", "error-500");
    shop.midtrans("POST", "/v2/charge", Shop.charge("TIX-2", 1_000)).expect(500);
    assertEquals("404", shop.midtrans("GET", "/v2/TIX-2/status").text("status_code"));
    shop.breakNext("create", "429");
    shop.midtrans("POST", "/v2/charge", Shop.charge("TIX-2", 1_000)).expect(429);
    charge("TIX-2");
  }

  @Test
  void eachApiShouldSayItInItsOwnWords() {
    shop.breakNext("/snap", "error-500");
    assertEquals(
        "en",
        shop.midtrans("POST", "/snap/v1/transactions", Shop.order("TIX-3", 1))
            .expect(500)
            .text("locale"));
    shop.breakNext("/v2/invoices", "error-500");
    JsonObject invoice = Shop.invoice("TIX-3", 1);
    assertEquals(
        "SERVER_ERROR",
        shop.xendit("POST", "/v2/invoices", invoice).expect(500).text("error_code"));
  }

  @Test
  void garbageShouldBeNoJson() {
    shop.breakNext("create", "garbage");
    assertTrue(
        shop.midtrans("POST", "/v2/charge", Shop.charge("TIX-4", 1))
            .expect(200)
            .body()
            .startsWith("<html>"));
    assertEquals("201", shop.midtrans("GET", "/v2/TIX-4/status").text("status_code"));
  }

  @Test
  void aCallThatHangsShouldNeverBeAnswered() {
    shop.breakNext("status", "hang");
    CompletableFuture<?> hanging = shop.sendLater("GET", "/v2/TIX-5/status", new JsonObject());
    Eventually.await("the call", () -> !shop.find("/calls?fault=hang", "calls").isEmpty());
    shop.midtrans("GET", "/v2/TIX-5/status").expect(200);
    assertFalse(hanging.isDone());
    hanging.cancel(true);
  }

  @Test
  void aConnectionShouldBeRefused() {
    shop.breakNext("create", "refuse");
    assertThrows(UncheckedIOException.class, () -> charge("TIX-6"));
    assertEquals("404", shop.midtrans("GET", "/v2/TIX-6/status").text("status_code"));
  }

  @Test
  void aFaultShouldLastUntilItIsTakenBack() {
    JsonObject always = new JsonObject().put("match", "status").put("kind", "error-500");
    shop.sim("PUT", "/faults", always.put("always", true)).expect(200);
    shop.midtrans("GET", "/v2/TIX-7/status").expect(500);
    shop.midtrans("GET", "/v2/TIX-7/status").expect(500);
    shop.sim("DELETE", "/faults", new JsonObject()).expect(200);
    shop.midtrans("GET", "/v2/TIX-7/status").expect(200);
  }

  @Test
  void aNotificationShouldGetLostAndComeAgain() {
    shop.breakNext("notification", "refuse");
    charge("TIX-8");
    shop.awaitTold(1);
    assertEquals(0, shop.deliveries("TIX-8").getJsonObject(0).getInteger("status"));
  }

  @Test
  void whatIsNoFaultShouldBeRefused() {
    shop.sim("PUT", "/faults", new JsonObject().put("match", "create")).expect(400);
    shop.sim("PUT", "/faults", new JsonObject().put("kind", "hang")).expect(400);
    shop.sim("PUT", "/faults", new JsonObject().put("match", 7)).expect(400);
    JsonObject never = new JsonObject().put("match", "create").put("kind", "hang").put("times", 0);
    shop.sim("PUT", "/faults", never).expect(400);
  }

  private void charge(String id) {
    shop.midtrans("POST", "/v2/charge", Shop.charge(id, 1_000)).expect(200);
  }
}
