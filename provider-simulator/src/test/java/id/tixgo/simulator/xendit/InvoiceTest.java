package id.tixgo.simulator.xendit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tixgo.common.test.MutableClock;
import id.tixgo.simulator.Shop;
import id.tixgo.simulator.Shop.Told;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An invoice is made, found, paid, expired. */
class InvoiceTest {
  private final MutableClock clock = new MutableClock();
  private final Shop shop = new Shop(clock);

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void anInvoiceShouldBeMadeAndPaid() {
    JsonObject made = create("/v2/invoices/", Shop.invoice("TIX-1", 150_000));
    assertTrue(made.getString("id").matches("[0-9a-f]{24}"));
    assertEquals("PENDING", made.getString("status"));
    assertTrue(made.getString("expiry_date").endsWith("Z"));
    assertTrue(made.getString("invoice_url").endsWith("/web/" + made.getString("id")));
    shop.sim("POST", "/pay/TIX-1", new JsonObject().put("method", "OVO")).expect(200);
    Told told = shop.awaitTold(1).get(0);
    assertEquals(Shop.CALLBACK_TOKEN, told.headers().get("x-callback-token"));
    assertEquals("PAID", told.text("status"));
    assertEquals(150_000, told.body().getLong("paid_amount"));
    assertEquals("EWALLET", told.text("payment_method"));
    assertEquals("OVO", told.text("payment_channel"));
    assertEquals("PAID", get(made).getString("status"));
  }

  @Test
  void aNameShouldHaveSeveralInvoices() {
    create("/v2/invoices", Shop.invoice("TIX-2", 1_000));
    JsonObject second = create("/v2/invoices", Shop.invoice("TIX-2", 1_000));
    JsonArray found = shop.xendit("GET", "/v2/invoices?external_id=TIX-2").expect(200).array();
    assertEquals(2, found.size());
    assertEquals(second.getString("id"), found.getJsonObject(0).getString("id"));
    String paid = "/v2/invoices?external_id=TIX-2&statuses=PAID";
    assertEquals(0, shop.xendit("GET", paid).array().size());
  }

  @Test
  void aFractionShouldBeCutOff() {
    JsonObject asked = Shop.invoice("TIX-3", 1).put("amount", 4550.5);
    assertEquals(4550, create("/v2/invoices", asked).getLong("amount"));
  }

  @Test
  void whatIsWrongShouldHaveACode() {
    assertEquals("API_VALIDATION_ERROR", refusal(new JsonObject()));
    JsonObject dollars = Shop.invoice("TIX-4", 1_000).put("currency", "USD");
    assertEquals("UNSUPPORTED_CURRENCY", refusal(dollars));
    JsonObject email = Shop.invoice("TIX-4", 1_000).put("payer_email", "nobody");
    assertEquals("EMAIL_FORMAT_ERROR", refusal(email));
    JsonObject barter =
        Shop.invoice("TIX-4", 1_000).put("payment_methods", new JsonArray().add("BARTER"));
    assertEquals("UNAVAILABLE_PAYMENT_METHOD_ERROR", refusal(barter));
    shop.xendit("GET", "/v2/invoices/none").expect(404);
    shop.xendit("GET", "/v2/invoices/x", new JsonObject(), "Authorization", "Basic x").expect(401);
  }

  @Test
  void anInvoiceShouldExpireAndStaySoWhenMoneyComesLater() {
    JsonObject made =
        create("/v2/invoices", Shop.invoice("TIX-5", 1_000).put("invoice_duration", 60));
    clock.advance(Duration.ofMinutes(1));
    shop.awaitTold("status", "EXPIRED");
    shop.sim("/late-pay/TIX-5");
    shop.awaitTold("status", "PAID");
    assertEquals("EXPIRED", get(made).getString("status"));
    assertEquals(1_000, get(made).getLong("paid_amount"));
  }

  @Test
  void aMerchantShouldExpireAnInvoiceOnce() {
    String id = create("/v2/invoices", Shop.invoice("TIX-6", 1_000)).getString("id");
    String path = "/invoices/" + id + "/expire!";
    assertEquals("EXPIRED", shop.xendit("POST", path).expect(200).text("status"));
    shop.xendit("POST", path).expect(400);
  }

  private JsonObject create(String path, JsonObject body) {
    return shop.xendit("POST", path, body).expect(200).json();
  }

  private JsonObject get(JsonObject made) {
    return shop.xendit("GET", "/v2/invoices/" + made.getString("id")).expect(200).json();
  }

  private String refusal(JsonObject body) {
    return shop.xendit("POST", "/v2/invoices", body).expect(400).text("error_code");
  }
}
