package id.tixgo.payment.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;

class RedactionTest {
  @Test
  void cardDataShouldGo() {
    JsonObject rest =
        Redaction.of(
            new JsonObject(
                """
                {"masked_card": "481111-1114", "masked_card_number": "4811XXXXXXXX1114",
                 "saved_token_id": "481111xDUgxnnredRMAXuklkvAON1114",
                 "saved_token_id_expired_at": "2027-12-31 07:00:00", "signature_key": "9b16",
                 "credit_card": {"card_number": "4811111111111114", "card_cvn": "123",
                   "card_exp_month": "12", "expiry_year": "2029", "cardholder_name": "SITI",
                   "card_type": "credit"}, "bank": "bca"}
                """));

    assertEquals(
        new JsonObject("{\"credit_card\":{\"card_type\":\"credit\"},\"bank\":\"bca\"}"), rest);
  }

  @Test
  void whateverLooksLikeACardShouldGo() {
    JsonObject json =
        new JsonObject()
            .put("note", "paid with 4811 1111-1111 1114 today")
            .put("number", 4811111111111114L)
            .put("list", new JsonArray().add("5105105105105100").add(new JsonArray().add("x")));

    String rest = Redaction.of(json).encode();

    assertFalse(rest.contains("1111"), rest);
    assertFalse(rest.contains("5105"), rest);
    assertEquals(
        new JsonArray().add("[removed]").add(new JsonArray().add("x")),
        Redaction.of(json).getJsonArray("list"));
  }

  @Test
  void theRestShouldStay() {
    JsonObject json =
        new JsonObject()
            .put("order_id", "TIX-8F2K4M7Q3D~1")
            .put("gross_amount", "300000.00")
            .put("va_numbers", new JsonArray().add(new JsonObject().put("va_number", "107612345")))
            .put("amount", 300000)
            .put("paid", true)
            .putNull("approval_code");

    JsonObject rest = Redaction.of(json);

    assertEquals(json, rest);
    assertNull(rest.getValue("approval_code"));
  }
}
