package id.tixgo.simulator.midtrans;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import id.tixgo.simulator.Shop;
import id.tixgo.simulator.Shop.Told;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Core API: a charge by each type, and what may become of it. */
class CoreTest {
  private final Shop shop = new Shop();

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void aVirtualAccountShouldBeWaitedFor() {
    JsonObject made = charge(Shop.charge("TIX-1", 145_000));
    assertEquals("201", made.getString("status_code"));
    assertEquals("pending", made.getString("transaction_status"));
    assertEquals("145000.00", made.getString("gross_amount"));
    JsonObject number = made.getJsonArray("va_numbers").getJsonObject(0);
    assertEquals("bca", number.getString("bank"));
    assertNotNull(number.getString("va_number"));
    Told told = shop.awaitTold(1).get(0);
    assertEquals("201", told.text("status_code"));
    assertEquals("midtrans payment notification", told.text("status_message"));
  }

  @Test
  void eachTypeShouldHaveItsOwnMembers() {
    JsonObject bank = new JsonObject().put("bank", "permata");
    JsonObject permata = Shop.charge("TIX-2", 1_000).put("bank_transfer", bank);
    assertNotNull(charge(permata).getString("permata_va_number"));
    JsonObject bill = Shop.order("TIX-3", 1_000).put("payment_type", "echannel");
    assertNotNull(charge(bill).getString("bill_key"));
    JsonObject qris = charge(Shop.qris("TIX-4", 1_000));
    assertNotNull(qris.getString("qr_string"));
    String url = qris.getJsonArray("actions").getJsonObject(0).getString("url");
    assertEquals(
        "image/svg+xml", shop.browse("GET", url, "").expect(200).header("Content-Type").orElse(""));
    JsonObject store =
        Shop.order("TIX-5", 1_000)
            .put("payment_type", "cstore")
            .put("cstore", new JsonObject().put("store", "indomaret"));
    JsonObject counter = charge(store);
    assertNotNull(counter.getString("payment_code"));
    assertFalse(counter.containsKey("fraud_status"));
    JsonObject gopay = Shop.order("TIX-6", 1_000).put("payment_type", "gopay");
    assertNotNull(charge(gopay).getJsonArray("actions"));
    JsonObject shopee = Shop.order("TIX-7", 1_000).put("payment_type", "shopeepay");
    assertNotNull(charge(shopee).getJsonArray("actions"));
  }

  @Test
  void errorsShouldStandInTheBody() {
    charge(Shop.charge("TIX-8", 1_000));
    assertEquals("406", code(charge(Shop.charge("TIX-8", 1_000))));
    assertEquals("400", code(charge(Shop.order("TIX-9", 1_000).put("payment_type", "barter"))));
    assertEquals(
        "411", code(charge(Shop.order("TIX-9", 1_000).put("payment_type", "credit_card"))));
    assertEquals("404", code(get("/v2/TIX-none/status")));
    assertEquals(
        "413",
        code(
            shop.midtrans("POST", "/v2/charge", new JsonObject().put("transaction_details", 1))
                .expect(200)
                .json()));
    JsonObject stranger =
        shop.midtrans("GET", "/v2/TIX-8/status", new JsonObject(), "Authorization", "Basic eDo=")
            .expect(200)
            .json();
    assertEquals("401", code(stranger));
  }

  @Test
  void whatIsPendingShouldBeCancelledOnce() {
    charge(Shop.charge("TIX-10", 1_000));
    JsonObject cancelled = post("/v2/TIX-10/cancel");
    assertEquals("200", code(cancelled));
    assertEquals("cancel", cancelled.getString("transaction_status"));
    assertEquals("202", shop.awaitTold("transaction_status", "cancel").text("status_code"));
    assertEquals("412", code(post("/v2/TIX-10/cancel")));
  }

  @Test
  void whatIsSettledShouldNotBeCancelled() {
    charge(Shop.charge("TIX-11", 1_000));
    shop.sim("/pay/TIX-11");
    assertEquals("412", code(post("/v2/TIX-11/cancel")));
    assertEquals("412", code(post("/v2/TIX-11/expire")));
  }

  @Test
  void expiringShouldSucceedWith407AndFreeTheOrderId() {
    String first = charge(Shop.charge("TIX-12", 1_000)).getString("transaction_id");
    JsonObject expired = post("/v2/TIX-12/expire");
    assertEquals("407", code(expired));
    assertEquals("Success, transaction has expired", expired.getString("status_message"));
    assertEquals("202", shop.awaitTold("transaction_status", "expire").text("status_code"));
    assertEquals("201", code(charge(Shop.charge("TIX-12", 1_000))));
    assertEquals("expire", get("/v2/" + first + "/status").getString("transaction_status"));
    assertEquals("pending", get("/v2/TIX-12/status").getString("transaction_status"));
  }

  @Test
  void aChallengedCardShouldBeApprovedOrDenied() {
    assertEquals("201", code(charge(card("TIX-13", "challenge"))));
    assertEquals("challenge", get("/v2/TIX-13/status").getString("fraud_status"));
    JsonObject approved = post("/v2/TIX-13/approve");
    assertEquals("accept", approved.getString("fraud_status"));
    assertEquals("capture", approved.getString("transaction_status"));
    charge(card("TIX-14", "challenge"));
    assertEquals("deny", post("/v2/TIX-14/deny").getString("transaction_status"));
    assertEquals("412", code(post("/v2/TIX-14/approve")));
  }

  @Test
  void aCardShouldBeCapturedThenSettledThenChargedBack() {
    assertEquals("200", code(charge(card("TIX-15", "token"))));
    shop.sim("/pay/TIX-15");
    shop.sim("/chargeback/TIX-15");
    List.of("capture", "settlement", "chargeback")
        .forEach(state -> shop.awaitTold("transaction_status", state));
  }

  @Test
  void aSettledPaymentShouldBeTakenBackByTheBank() {
    charge(Shop.charge("TIX-16", 1_000));
    shop.sim("/pay/TIX-16");
    shop.sim("/reverse/TIX-16");
    shop.awaitTold("transaction_status", "deny");
  }

  private static JsonObject card(String id, String token) {
    return Shop.order(id, 1_000)
        .put("payment_type", "credit_card")
        .put("credit_card", new JsonObject().put("token_id", token));
  }

  private JsonObject charge(JsonObject body) {
    return shop.midtrans("POST", "/v2/charge", body).expect(200).json();
  }

  private JsonObject get(String path) {
    return shop.midtrans("GET", path).expect(200).json();
  }

  private JsonObject post(String path) {
    return shop.midtrans("POST", path).expect(200).json();
  }

  private static String code(JsonObject body) {
    return body.getString("status_code");
  }
}
