package id.tixgo.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.tixgo.common.test.Eventually;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Notifications come again, as the shop's answers have it. */
class RetriesTest {
  private static final int SOON = 1_000_000;
  private final Shop shop = new Shop(Clock.systemUTC(), config -> config.withRetryScale(SOON));

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void anErrorShouldBeTriedOnceMore() {
    shop.answers(500, 500);
    charge("TIX-1");
    assertEquals(List.of(500, 500), statuses("TIX-1", 2));
  }

  @Test
  void aShopThatIsAwayShouldBeToldLater() {
    shop.answers(503, 503, 503, 503);
    charge("TIX-2");
    assertEquals(List.of(503, 503, 503, 503, 200), statuses("TIX-2", 5));
  }

  @Test
  void aRedirectShouldLoseTheNotification() {
    shop.answers(302);
    charge("TIX-3");
    assertEquals(List.of(302), statuses("TIX-3", 1));
  }

  @Test
  void aTemporaryRedirectShouldBeFollowed() {
    shop.answers(307);
    charge("TIX-4");
    assertEquals(List.of(200), statuses("TIX-4", 1));
    assertEquals("/moved", shop.told().get(1).path());
  }

  @Test
  void noAnswerShouldBeTriedFiveTimesMore() {
    IntStream.range(0, 6).forEach(i -> shop.hangsUp());
    charge("TIX-5");
    assertEquals(List.of(0, 0, 0, 0, 0, 0), statuses("TIX-5", 6));
  }

  @Test
  void xenditShouldTrySixTimesMore() {
    shop.answers(500, 403, 302, 404, 500, 500, 500);
    shop.xendit("POST", "/v2/invoices", Shop.invoice("TIX-6", 1_000)).expect(200);
    shop.sim("/pay/TIX-6");
    assertEquals(List.of(500, 403, 302, 404, 500, 500, 500), statuses("TIX-6", 7));
  }

  private void charge(String id) {
    shop.midtrans("POST", "/v2/charge", Shop.charge(id, 1_000)).expect(200);
  }

  private List<Integer> statuses(String reference, int count) {
    Eventually.await(count + " attempts", () -> shop.deliveries(reference).size() >= count);
    JsonArray attempts = shop.deliveries(reference);
    return attempts.stream().map(one -> ((JsonObject) one).getInteger("status")).toList();
  }
}
