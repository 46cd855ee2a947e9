package id.tixgo.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the gateways do otherwise than usual. */
class SwitchesTest {
  private final Shop shop = new Shop();

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void theWebhookShouldComeBeforeTheAnswer() {
    shop.switchOn("webhook_before_answer", true);
    shop.midtrans("POST", "/v2/charge", Shop.charge("TIX-1", 1_000)).expect(200);
    assertEquals(1, shop.told().size());
  }

  @Test
  void everythingShouldBePaidAtOnce() {
    shop.switchOn("auto_pay", true);
    shop.midtrans("POST", "/snap/v1/transactions", Shop.order("TIX-2", 1_000)).expect(201);
    shop.midtrans("POST", "/v2/charge", Shop.charge("TIX-3", 1_000)).expect(200);
    shop.xendit("POST", "/v2/invoices", Shop.invoice("TIX-4", 1_000)).expect(200);
    shop.awaitTold(3)
        .forEach(
            told ->
                assertTrue(
                    "200".equals(told.text("status_code")) || "PAID".equals(told.text("status"))));
  }

  @Test
  void aFeeShouldBePutOnTop() {
    shop.switchOn("fee_imposition", 2_500);
    shop.midtrans("POST", "/v2/charge", Shop.charge("TIX-5", 10_000)).expect(200);
    JsonObject told = shop.awaitTold(1).get(0).body();
    assertEquals("12500.00", told.getString("gross_amount"));
    JsonObject extra = told.getJsonObject("metadata").getJsonObject("extra_info");
    assertEquals("10000.00", extra.getJsonObject("gross_amount_info").getString("original_amount"));
  }

  @Test
  void unknownMembersShouldBeThere() {
    shop.switchOn("unknown_new_fields", true);
    shop.midtrans("POST", "/v2/charge", Shop.charge("TIX-6", 1_000)).expect(200);
    assertTrue(shop.awaitTold(1).get(0).body().containsKey("settlement_hint"));
  }

  @Test
  void whatWaitedShouldLeaveWhenDeliveriesRunAgain() {
    shop.switchOn("deliveries", "paused");
    shop.midtrans("POST", "/v2/charge", Shop.charge("TIX-7", 1_000)).expect(200);
    shop.sim("/pay/TIX-7");
    assertTrue(shop.told().isEmpty());
    shop.switchOn("deliveries", "running");
    assertEquals(2, shop.told().size());
  }

  @Test
  void whatIsNoSwitchShouldBeRefusedAndChangeNothing() {
    JsonObject odd = new JsonObject().put("auto_pay", true).put("gravity", "off");
    shop.sim("PUT", "/switches", odd).expect(400);
    shop.sim("PUT", "/switches", new JsonObject().put("auto_pay", "yes")).expect(400);
    JsonObject fail = new JsonObject().put("auto_pay", true).put("refund_result", "maybe");
    shop.sim("PUT", "/switches", fail).expect(400);
    assertEquals(
        false, shop.sim("GET", "/switches", new JsonObject()).json().getBoolean("auto_pay"));
  }

  @Test
  void aResetShouldForgetEverything() {
    shop.switchOn("auto_pay", true);
    shop.midtrans("POST", "/v2/charge", Shop.charge("TIX-8", 1_000)).expect(200);
    shop.sim("/reset");
    shop.sim("GET", "/payments/TIX-8", new JsonObject()).expect(404);
    assertEquals(0, shop.calls("TIX-8").size());
    shop.midtrans("POST", "/v2/charge", Shop.charge("TIX-8", 1_000)).expect(200);
    assertEquals(
        "pending", shop.sim("GET", "/payments/TIX-8", new JsonObject()).text("transaction_status"));
  }
}
