package id.tixgo.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import id.tixgo.simulator.Shop.Told;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Notifications that are sent by hand: again, out of order, forged. */
class NotifyByHandTest {
  private final Shop shop = new Shop();

  @BeforeEach
  void pay() {
    shop.midtrans("POST", "/v2/charge", Shop.charge("TIX-1", 1_000)).expect(200);
    shop.sim("/pay/TIX-1");
    shop.awaitTold(2);
  }

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void oneShouldComeManyTimesAtOnce() {
    JsonArray sent = notify("TIX-1", new JsonObject().put("times", 10).put("concurrent", true));
    assertEquals(10, sent.size());
    assertEquals(12, shop.told().size());
  }

  @Test
  void earlierStatesShouldComeInTheOrderThatIsAskedFor() {
    JsonArray order = new JsonArray().add("settlement").add("pending").add("expire");
    notify("TIX-1", new JsonObject().put("order", order));
    List<String> states =
        shop.told().stream().skip(2).map(told -> told.text("transaction_status")).toList();
    assertEquals(List.of("settlement", "pending", "expire"), states);
    assertEquals("201", shop.told().get(3).text("status_code"));
  }

  @Test
  void aForgedOneShouldHaveAWrongSignatureAndComeOnce() {
    shop.answers(403);
    JsonArray sent = notify("TIX-1", new JsonObject().put("forged", true));
    assertEquals(403, sent.getJsonObject(0).getInteger("status"));
    assertNotEquals(
        shop.told().get(1).text("signature_key"), shop.told().get(2).text("signature_key"));
  }

  @Test
  void aWrongAmountShouldBeSignedWell() {
    JsonObject other = new JsonObject().put("gross_amount", "1.00");
    notify("TIX-1", new JsonObject().put("body", other));
    Told told = shop.told().get(2);
    assertEquals("1.00", told.text("gross_amount"));
    assertNotEquals(shop.told().get(1).text("signature_key"), told.text("signature_key"));
  }

  @Test
  void aStrangersOrderShouldBeTold() {
    notify("TIX-unknown", new JsonObject());
    assertEquals("TIX-unknown", shop.told().get(2).text("order_id"));
    notify("TIX-unknown", new JsonObject().put("gateway", "xendit").put("token", "guess"));
    assertEquals("TIX-unknown", shop.told().get(3).text("external_id"));
    assertEquals("guess", shop.told().get(3).headers().get("x-callback-token"));
  }

  @Test
  void whatMakesNoSenseShouldBeRefused() {
    shop.sim("POST", "/notify/TIX-1", new JsonObject().put("times", 0)).expect(400);
    shop.sim("POST", "/notify/TIX-1", new JsonObject().put("status", "lost")).expect(409);
    shop.sim("POST", "/notify/x", new JsonObject().put("gateway", "bank")).expect(404);
    shop.sim("POST", "/pay/TIX-none", new JsonObject()).expect(404);
  }

  private JsonArray notify(String reference, JsonObject wish) {
    return shop.sim("POST", "/notify/" + reference, wish)
        .expect(200)
        .json()
        .getJsonArray("deliveries");
  }
}
