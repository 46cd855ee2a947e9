package id.tixgo.simulator.midtrans;

import static java.util.Objects.requireNonNull;

import id.tixgo.simulator.behaviour.Switches;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** Transactions as Core writes them. */
final class CoreBodies {
  private static final String MERCHANT = "G000000001";

  private final String serverKey;
  private final Switches switches;

  CoreBodies(String serverKey, Switches switches) {
    this.serverKey = requireNonNull(serverKey);
    this.switches = requireNonNull(switches);
  }

  /** As a notification says it. */
  JsonObject told(CoreTransaction of) {
    return signed(whole(of, codeWhenTold(of), "midtrans payment notification"));
  }

  /** As a status query is answered. */
  JsonObject asked(CoreTransaction of) {
    String code = of.isChallenged() ? "201" : of.status().codeWhenAsked();
    return signed(whole(of, code, "Success, transaction is found"));
  }

  private static String codeWhenTold(CoreTransaction of) {
    return of.isChallenged() ? "201" : of.status().codeWhenTold();
  }

  /** As a call that changed it is answered. */
  JsonObject changed(CoreTransaction of, String code, String message) {
    JsonObject body =
        new JsonObject()
            .put("status_code", code)
            .put("status_message", message)
            .put("transaction_id", of.id())
            .put("order_id", of.terms().orderId())
            .put("gross_amount", MidtransFormats.amount(of.grossAmount()))
            .put("currency", of.currency())
            .put("payment_type", of.method().type())
            .put("transaction_time", MidtransFormats.time(of.createdAt()))
            .put("transaction_status", of.status().word())
            .put("merchant_id", MERCHANT);
    // Shops have none that could find a fraud.
    if (!of.method().is("cstore")) {
      body.put("fraud_status", of.isChallenged() ? "challenge" : "accept");
    }
    return switches.hasUnknownNewFields()
        ? body.put("settlement_hint", new JsonObject().put("batch", 7))
        : body;
  }

  /** Signs what the body says now. */
  JsonObject signed(JsonObject body) {
    return body.put(
        "signature_key",
        MidtransFormats.signature(
            body.getString("order_id"),
            body.getString("status_code"),
            body.getString("gross_amount"),
            serverKey));
  }

  /** A charge's answer has what the buyer needs to pay. */
  JsonObject charged(CoreTransaction of, String message) {
    JsonObject body = changed(of, codeWhenTold(of), message);
    MeansBodies.put(body, of);
    return body.put("expiry_time", MidtransFormats.time(of.expiresAt()));
  }

  private JsonObject whole(CoreTransaction of, String code, String message) {
    JsonObject body = changed(of, code, message).mergeIn(of.terms().echo());
    MeansBodies.put(body, of);
    body.put("expiry_time", MidtransFormats.time(of.expiresAt()));
    of.settledAt().ifPresent(at -> body.put("settlement_time", MidtransFormats.time(at)));
    MeansBodies.putPaid(body, of);
    putRefunds(body, of);
    putFee(body, of);
    return body;
  }

  private static void putRefunds(JsonObject body, CoreTransaction of) {
    if (!of.refunds().isEmpty()) {
      body.put("refund_amount", MidtransFormats.amount(of.refunded()))
          .put("refunds", new JsonArray(of.refunds().stream().map(CoreRefund::toJson).toList()));
    }
  }

  private static void putFee(JsonObject body, CoreTransaction of) {
    if (of.fee() > 0) {
      String original = MidtransFormats.amount(of.grossAmount() - of.fee());
      JsonObject info = new JsonObject().put("original_amount", original);
      JsonObject extra = new JsonObject().put("gross_amount_info", info);
      JsonObject metadata = body.getJsonObject("metadata", new JsonObject()).copy();
      body.put("metadata", metadata.put("extra_info", extra));
    }
  }
}
