package id.tixgo.simulator.midtrans;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tixgo.common.test.MutableClock;
import id.tixgo.simulator.Shop;
import id.tixgo.simulator.Shop.Told;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Refunds: a key is one refund, and no more is given back than was paid. */
class CoreRefundsTest {
  private final MutableClock clock = new MutableClock();
  private final Shop shop = new Shop(clock);

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void partsShouldAddUpToTheWhole() {
    paid(Shop.qris("TIX-1", 10_000));
    JsonObject first = refund("TIX-1", "k1", 4_000);
    assertEquals("200", code(first));
    assertEquals("partial_refund", first.getString("transaction_status"));
    assertEquals("4000.00", first.getString("refund_amount"));
    JsonObject second = refund("TIX-1", "k2", 6_000);
    assertEquals("refund", second.getString("transaction_status"));
    assertEquals("6000.00", second.getString("refund_amount"));
    JsonObject status = shop.midtrans("GET", "/v2/TIX-1/status").json();
    assertEquals("10000.00", status.getString("refund_amount"));
    assertEquals(2, status.getJsonArray("refunds").size());
  }

  @Test
  void theSameKeyShouldBeTheSameRefund() {
    paid(Shop.qris("TIX-2", 10_000));
    JsonObject first = refund("TIX-2", "k", 4_000);
    JsonObject again = refund("TIX-2", "k", 4_000);
    assertEquals(
        first.getInteger("refund_chargeback_id"), again.getInteger("refund_chargeback_id"));
    assertEquals("4000.00", refunded("TIX-2"));
    assertEquals("406", code(refund("TIX-2", "k", 5_000)));
    paid(Shop.qris("TIX-3", 10_000));
    assertEquals("406", code(refund("TIX-3", "k", 4_000)));
    clock.advance(Duration.ofDays(8));
    assertEquals("406", code(refund("TIX-2", "k", 4_000)));
  }

  @Test
  void aRefundWithoutAKeyShouldBeAnotherEachTime() {
    paid(Shop.qris("TIX-4", 10_000));
    JsonObject blind = new JsonObject().put("amount", 5_000);
    shop.midtrans("POST", "/v2/TIX-4/refund", blind);
    shop.midtrans("POST", "/v2/TIX-4/refund/online/direct", blind);
    assertEquals("10000.00", refunded("TIX-4"));
  }

  @Test
  void noMoreThanWasPaidShouldBeGivenBack() {
    paid(Shop.qris("TIX-5", 10_000));
    assertEquals("414", code(refund("TIX-5", "k1", 10_001)));
    refund("TIX-5", "k2", 8_000);
    assertEquals("414", code(refund("TIX-5", "k3", 2_001)));
    assertEquals("400", code(refund("TIX-5", "k4", 0)));
  }

  @Test
  void aVirtualAccountShouldNotBeRefundable() {
    paid(Shop.charge("TIX-6", 10_000));
    assertEquals("412", code(refund("TIX-6", "k", 1_000)));
  }

  @Test
  void whatIsNotSettledShouldNotBeRefundable() {
    shop.midtrans("POST", "/v2/charge", Shop.qris("TIX-7", 10_000));
    assertEquals("412", code(refund("TIX-7", "k", 1_000)));
    assertEquals("404", code(refund("TIX-none", "k", 1_000)));
  }

  @Test
  void someWalletsShouldGiveBackTheWholeAlone() {
    for (String wallet : List.of("shopeepay", "ovo")) {
      paid(Shop.order("TIX-8-" + wallet, 10_000).put("payment_type", wallet));
      assertEquals("414", code(refund("TIX-8-" + wallet, wallet + "-1", 1_000)));
      assertEquals("200", code(refund("TIX-8-" + wallet, wallet + "-2", 10_000)));
    }
  }

  @Test
  void aRefundShouldBeToldOfTwice() {
    paid(Shop.qris("TIX-9", 10_000));
    refund("TIX-9", "k", 10_000);
    List<Told> both =
        shop.awaitTold(4).stream().filter(told -> told.body().containsKey("refunds")).toList();
    assertEquals(2, both.size());
    assertEquals(
        1, both.stream().filter(told -> refundOf(told).containsKey("bank_confirmed_at")).count());
  }

  @Test
  void aBankThatDeniesShouldLeaveEverythingAsItWas() {
    paid(Shop.qris("TIX-10", 10_000));
    shop.switchOn("refund_result", "fail");
    JsonObject denied = refund("TIX-10", "k", 4_000);
    assertEquals("202", code(denied));
    assertEquals("settlement", denied.getString("transaction_status"));
    assertEquals("0.00", denied.getString("refund_amount"));
    shop.switchOn("refund_result", "succeed");
    assertEquals("200", code(refund("TIX-10", "k", 4_000)));
  }

  @Test
  void theDashboardsRefundShouldComeWithAKeyOfItsOwn() {
    paid(Shop.qris("TIX-11", 10_000));
    shop.sim("POST", "/dashboard-refund/TIX-11", new JsonObject().put("amount", 3_000)).expect(200);
    Told told = shop.awaitTold("transaction_status", "partial_refund");
    assertTrue(refundOf(told).getString("refund_key").startsWith("dashboard-"));
    assertEquals("3000.00", refunded("TIX-11"));
  }

  private static JsonObject refundOf(Told told) {
    return told.body().getJsonArray("refunds").getJsonObject(0);
  }

  private void paid(JsonObject charge) {
    shop.midtrans("POST", "/v2/charge", charge).expect(200);
    shop.sim("/pay/" + charge.getJsonObject("transaction_details").getString("order_id"));
  }

  private JsonObject refund(String reference, String key, long amount) {
    JsonObject body = new JsonObject().put("refund_key", key).put("amount", amount);
    return shop.midtrans("POST", "/v2/" + reference + "/refund", body).expect(200).json();
  }

  private String refunded(String reference) {
    return shop.midtrans("GET", "/v2/" + reference + "/status").json().getString("refund_amount");
  }

  private static String code(JsonObject body) {
    return body.getString("status_code");
  }
}
