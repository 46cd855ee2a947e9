package id.tixgo.simulator.midtrans;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tixgo.common.test.Answer;
import id.tixgo.common.test.MutableClock;
import id.tixgo.simulator.Shop;
import id.tixgo.simulator.Shop.Told;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Snap makes a page; who pays on it is told of. */
class SnapTest {
  private static final String SNAP = "/snap/v1/transactions";
  private final MutableClock clock = new MutableClock();
  private final Shop shop = new Shop(clock);

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void aPageShouldBeMadeAndPaid() {
    JsonObject made = shop.midtrans("POST", SNAP, Shop.order("TIX-1", 150_000)).expect(201).json();
    assertTrue(
        made.getString("redirect_url").endsWith("/snap/v3/redirection/" + made.getString("token")));
    assertEquals("404", status("TIX-1").getString("status_code"));
    JsonObject paid = shop.sim("POST", "/pay/TIX-1", method("bca_va")).expect(200).json();
    assertEquals("settlement", paid.getString("transaction_status"));
    Told told = shop.awaitTold(1).get(0);
    assertEquals("Veritrans", told.headers().get("User-Agent"));
    assertEquals("200", told.text("status_code"));
    assertEquals("150000.00", told.text("gross_amount"));
    assertEquals(
        MidtransFormats.signature("TIX-1", "200", "150000.00", Shop.SERVER_KEY),
        told.text("signature_key"));
    assertEquals("settlement", status("TIX-1").getString("transaction_status"));
    assertEquals("settlement", status(told.text("transaction_id")).getString("transaction_status"));
  }

  @Test
  void whatIsWrongShouldBeSaid() {
    assertEquals("transaction_details.order_id is required", refusal(new JsonObject()));
    assertEquals(
        "transaction_details.gross_amount is required",
        refusal(
            new JsonObject()
                .put("transaction_details", new JsonObject().put("order_id", "TIX-2"))));
    assertEquals("transaction_details.order_id too long", refusal(Shop.order("x".repeat(51), 1)));
    JsonObject item = new JsonObject().put("price", 100).put("quantity", 2).put("name", "Ticket");
    assertEquals(
        "transaction_details.gross_amount is not equal to the sum of item_details",
        refusal(Shop.order("TIX-2", 300).put("item_details", new JsonArray().add(item))));
    shop.midtrans(
            "POST", SNAP, Shop.order("TIX-2", 200).put("item_details", new JsonArray().add(item)))
        .expect(201);
  }

  @Test
  void aFractionShouldBeRefused() {
    JsonObject order = Shop.order("TIX-3", 1);
    order.getJsonObject("transaction_details").put("gross_amount", 10_000.5);
    assertEquals(
        "transaction_details.gross_amount must be a number without decimals", refusal(order));
  }

  @Test
  void anOrderIdShouldBeTakenOnce() {
    shop.midtrans("POST", SNAP, Shop.order("TIX-4", 1_000)).expect(201);
    assertEquals(
        "transaction_details.order_id has already been taken", refusal(Shop.order("TIX-4", 1_000)));
  }

  @Test
  void aWrongKeyShouldBeRefused() {
    Answer refused =
        shop.midtrans("POST", SNAP, Shop.order("TIX-5", 1), "Authorization", "Basic eDo=")
            .expect(401);
    assertTrue(
        refused
            .json()
            .getJsonArray("error_messages")
            .getString(0)
            .startsWith("Access denied due to unauthorized transaction"));
  }

  @Test
  void whatIsNotPaidInTimeShouldExpireAndBeTold() {
    JsonObject expiry = new JsonObject().put("unit", "minutes").put("duration", 15);
    shop.midtrans("POST", SNAP, Shop.order("TIX-6", 1_000).put("expiry", expiry)).expect(201);
    shop.sim("POST", "/choose/TIX-6", method("qris")).expect(200);
    clock.advance(Duration.ofMinutes(15));
    shop.awaitTold("transaction_status", "expire");
    shop.sim("POST", "/pay/TIX-6", new JsonObject()).expect(409);
    shop.sim("/late-pay/TIX-6");
    shop.awaitTold("transaction_status", "settlement");
  }

  @Test
  void aPageOnWhichNothingWasChosenShouldExpireWithoutAWord() {
    shop.midtrans("POST", SNAP, Shop.order("TIX-7", 1_000)).expect(201);
    shop.sim("/expire/TIX-7");
    shop.sim("POST", "/pay/TIX-7", new JsonObject()).expect(409);
    assertTrue(shop.told().isEmpty());
    assertEquals("404", status("TIX-7").getString("status_code"));
  }

  @Test
  void anotherMethodShouldBeAnotherTransactionOfTheOrder() {
    shop.midtrans("POST", SNAP, Shop.order("TIX-8", 1_000)).expect(201);
    shop.sim("POST", "/deny/TIX-8", method("credit_card")).expect(200);
    String first = status("TIX-8").getString("transaction_id");
    assertEquals("202", status("TIX-8").getString("status_code"));
    shop.sim("POST", "/pay/TIX-8", method("qris")).expect(200);
    assertEquals("settlement", status("TIX-8").getString("transaction_status"));
    assertEquals("deny", status(first).getString("transaction_status"));
    assertFalse(first.equals(status("TIX-8").getString("transaction_id")));
  }

  @Test
  void aCallShouldSayWhereNotificationsGo() {
    String url = shop.address("/elsewhere");
    shop.midtrans("POST", SNAP, Shop.order("TIX-9", 1), "X-Override-Notification", url).expect(201);
    shop.sim("/pay/TIX-9");
    shop.awaitTold(1).forEach(told -> assertEquals("/elsewhere", told.path()));
    shop.midtrans("POST", SNAP, Shop.order("TIX-10", 1), "X-Append-Notification", url).expect(201);
    JsonArray sent = shop.sim("/pay/TIX-10").getJsonArray("deliveries");
    assertEquals(2, sent.size());
  }

  private String refusal(JsonObject body) {
    return shop.midtrans("POST", SNAP, body)
        .expect(400)
        .json()
        .getJsonArray("error_messages")
        .getString(0);
  }

  private JsonObject status(String reference) {
    return shop.midtrans("GET", "/v2/" + reference + "/status").expect(200).json();
  }

  private static JsonObject method(String name) {
    return new JsonObject().put("method", name);
  }
}
