package id.tixgo.simulator.pay;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tixgo.common.test.Answer;
import id.tixgo.simulator.Shop;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a buyer sees and presses. */
class PayPageTest {
  private final Shop shop = new Shop();

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void aBuyerShouldChooseAndPayAndGoBack() {
    String page = snap("TIX-1");
    String choice = shop.browse("GET", page, "").expect(200).body();
    assertTrue(choice.contains("This is a simulator. No money moves."));
    assertTrue(choice.contains("Rp 150.000"));
    assertTrue(choice.contains("value=\"qris\""));
    assertFalse(choice.contains("value=\"gopay\""));
    assertFalse(choice.contains(">Pay<"));
    press(page, "choose", "method=qris");
    String chosen = shop.browse("GET", page, "").body();
    assertTrue(chosen.contains(">Pay</button>"));
    assertTrue(chosen.contains("<svg"));
    press(page, "pay", "");
    String paid = shop.browse("GET", page, "").body();
    assertTrue(paid.contains("Paid."));
    assertTrue(
        paid.contains(
            "http://shop.test/back?order_id=TIX-1&amp;status_code=200&amp;transaction_status=settlement"));
    shop.awaitTold("transaction_status", "settlement");
    shop.browse("POST", page + "/pay", "").expect(409);
  }

  @Test
  void aRefusalShouldLeadBackToTheMethods() {
    String page = snap("TIX-2");
    press(page, "choose", "method=bca_va");
    press(page, "refuse", "");
    assertTrue(shop.browse("GET", page, "").body().contains("value=\"bca_va\""));
    press(page, "choose", "method=qris");
    press(page, "expire", "");
    assertFalse(shop.browse("GET", page, "").body().contains("<button"));
  }

  @Test
  void anInvoiceShouldHaveAPage() {
    JsonObject asked =
        Shop.invoice("TIX-3", 20_000).put("success_redirect_url", "http://shop.test/thanks");
    String page = shop.xendit("POST", "/v2/invoices", asked).expect(200).text("invoice_url");
    press(page, "choose", "method=BCA");
    assertTrue(shop.browse("GET", page, "").body().contains("BCA virtual account"));
    press(page, "pay", "");
    assertTrue(shop.browse("GET", page, "").body().contains("href=\"http://shop.test/thanks\""));
    shop.awaitTold("status", "PAID");
  }

  @Test
  void whatAMerchantWritesShouldBeTextAndNoScript() {
    JsonObject callbacks = new JsonObject().put("finish", "javascript:alert(1)");
    String page = redirect(Shop.order("TIX-4", 1_000).put("callbacks", callbacks));
    Answer shown = shop.browse("GET", page, "").expect(200);
    assertFalse(shown.body().contains("javascript:"));
    assertTrue(shown.header("Content-Security-Policy").orElse("").contains("default-src 'none'"));
    JsonObject odd = Shop.invoice("<b>", 1_000);
    String other = shop.xendit("POST", "/v2/invoices", odd).text("invoice_url");
    assertTrue(shop.browse("GET", other, "").body().contains("&lt;b&gt;"));
  }

  @Test
  void aPageThatIsNotThereShouldSaySo() {
    shop.browse("GET", "/snap/v3/redirection/none", "").expect(404);
    shop.browse("POST", "/web/none/pay", "").expect(404);
    shop.browse("POST", snap("TIX-5") + "/steal", "").expect(404);
  }

  private void press(String page, String move, String form) {
    shop.browse("POST", page + "/" + move, form).expect(303);
  }

  private String snap(String orderId) {
    return redirect(
        Shop.order(orderId, 150_000)
            .put("enabled_payments", new JsonArray().add("other_qris").add("bca_va"))
            .put("callbacks", new JsonObject().put("finish", "http://shop.test/back")));
  }

  private String redirect(JsonObject order) {
    return shop.midtrans("POST", "/snap/v1/transactions", order).expect(201).text("redirect_url");
  }
}
