package id.tixgo.simulator.midtrans;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** The members that only one payment type has. */
final class MeansBodies {
  static final String BILLER = "70012";

  private MeansBodies() {}

  static void put(JsonObject body, CoreTransaction of) {
    switch (of.method()) {
      case PERMATA_VA -> body.put("permata_va_number", of.code());
      case BCA_VA, BNI_VA, BRI_VA, CIMB_VA -> body.put("va_numbers", vaNumbers(of));
      case ECHANNEL -> body.put("biller_code", BILLER).put("bill_key", of.code());
      case INDOMARET, ALFAMART ->
          body.put("store", of.method().issuer()).put("payment_code", of.code());
      case QRIS -> body.put("acquirer", of.method().issuer()).put("issuer", "simulator");
      case CREDIT_CARD -> putCard(body);
      case GOPAY, SHOPEEPAY, DANA, OVO -> {}
    }
  }

  private static JsonArray vaNumbers(CoreTransaction of) {
    JsonObject number =
        new JsonObject().put("bank", of.method().issuer()).put("va_number", of.code());
    return new JsonArray().add(number);
  }

  private static void putCard(JsonObject body) {
    body.put("masked_card", "48111111-1114")
        .put("approval_code", "1593424301557")
        .put("bank", "bni")
        .put("eci", "05")
        .put("card_type", "credit")
        .put("channel_response_code", "00")
        .put("channel_response_message", "Approved");
  }

  /** What a virtual account was paid, and when. */
  static void putPaid(JsonObject body, CoreTransaction of) {
    if (of.method().is("bank_transfer")) {
      JsonArray paid = new JsonArray();
      of.settledAt()
          .ifPresent(
              at ->
                  paid.add(
                      new JsonObject()
                          .put("paid_at", MidtransFormats.time(at))
                          .put("amount", MidtransFormats.amount(of.grossAmount()))));
      body.put("payment_amounts", paid);
    }
  }
}
