package id.tixgo.simulator.midtrans;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.tixgo.common.test.Eventually;
import id.tixgo.common.test.MutableClock;
import id.tixgo.simulator.Shop;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Core's idempotency keys: what they do, and what they don't. */
class CoreKeysTest {
  private final MutableClock clock = new MutableClock();
  private final Shop shop = new Shop(clock);

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void theSameKeyShouldGetTheSameAnswerWhateverItAsks() {
    JsonObject first = charge(Shop.charge("TIX-1", 1_000), "key");
    assertEquals(first, charge(Shop.charge("TIX-1", 1_000), "key"));
    assertEquals(first, charge(Shop.charge("TIX-2", 2_000), "key"));
  }

  @Test
  void aKeyShouldLiveFiveMinutes() {
    charge(Shop.charge("TIX-3", 1_000), "key");
    clock.advance(Duration.ofMinutes(5).plusMillis(1));
    assertEquals("406", charge(Shop.charge("TIX-3", 1_000), "key").getString("status_code"));
  }

  @Test
  void aKeyThatIsTooLongShouldCountForNothing() {
    String key = "k".repeat(47);
    charge(Shop.charge("TIX-4", 1_000), key);
    assertEquals("406", charge(Shop.charge("TIX-4", 1_000), key).getString("status_code"));
  }

  @Test
  void aRefusalShouldNotBeKept() {
    JsonObject wrong = Shop.order("TIX-5", 1_000).put("payment_type", "barter");
    assertEquals("400", charge(wrong, "key").getString("status_code"));
    assertEquals("201", charge(Shop.charge("TIX-5", 1_000), "key").getString("status_code"));
  }

  @Test
  void permatasAnswerShouldNotBeKept() {
    JsonObject bank = new JsonObject().put("bank", "permata");
    JsonObject permata = Shop.charge("TIX-6", 1_000).put("bank_transfer", bank);
    charge(permata, "key");
    assertEquals("406", charge(permata, "key").getString("status_code"));
  }

  @Test
  void aCallThatStillRunsShouldBeWaitedFor() {
    JsonObject late = new JsonObject().put("match", "create").put("kind", "delay");
    shop.sim("PUT", "/faults", late.put("delay_ms", 60_000)).expect(200);
    CompletableFuture<HttpResponse<String>> first =
        shop.sendLater("POST", "/v2/charge", Shop.charge("TIX-7", 1_000), "Idempotency-Key", "key");
    Eventually.await(
        "a transaction", () -> shop.midtrans("GET", "/v2/TIX-7/status").text("order_id") != null);
    shop.midtrans("POST", "/v2/charge", Shop.charge("TIX-7", 1_000), "Idempotency-Key", "key")
        .expect(202);
    first.cancel(true);
  }

  private JsonObject charge(JsonObject body, String key) {
    return shop.midtrans("POST", "/v2/charge", body, "Idempotency-Key", key).expect(200).json();
  }
}
