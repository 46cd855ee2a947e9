package id.tixgo.simulator.xendit;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.function.Function;

/** The {@code available_…} members of an invoice. */
final class AvailableChannels {
  private AvailableChannels() {}

  static void put(JsonObject body, SimulatedInvoice of) {
    body.put("available_banks", list(of, "BANK_TRANSFER", channel -> bank(of, channel)))
        .put("available_retail_outlets", list(of, "RETAIL_OUTLET", outlet(of)))
        .put("available_ewallets", list(of, "EWALLET", type("ewallet_type")))
        .put("available_qr_codes", list(of, "QR_CODE", type("qr_code_type")))
        .put("available_direct_debits", new JsonArray())
        .put("available_paylaters", new JsonArray());
  }

  private static JsonArray list(
      SimulatedInvoice of, String method, Function<XenditChannel, JsonObject> write) {
    return new JsonArray(
        of.terms().channels().stream().filter(channel -> channel.is(method)).map(write).toList());
  }

  private static JsonObject bank(SimulatedInvoice of, XenditChannel channel) {
    return new JsonObject()
        .put("bank_code", channel.name())
        .put("collection_type", "POOL")
        .put("bank_account_number", account(of, channel))
        .put("transfer_amount", of.terms().amount())
        .put("bank_branch", "Virtual Account")
        .put("account_holder_name", "TIXGO SIMULATOR")
        .put("identity_amount", 0);
  }

  /** The same for one invoice and channel, whoever asks. */
  static String account(SimulatedInvoice of, XenditChannel channel) {
    int digits = Math.floorMod((channel.name() + of.id()).hashCode(), 1_000_000_000);
    return "8808%09d".formatted(digits);
  }

  private static Function<XenditChannel, JsonObject> outlet(SimulatedInvoice of) {
    return channel ->
        new JsonObject()
            .put("retail_outlet_name", channel.name())
            .put("payment_code", account(of, channel))
            .put("transfer_amount", of.terms().amount());
  }

  private static Function<XenditChannel, JsonObject> type(String member) {
    return channel -> new JsonObject().put(member, channel.name());
  }
}
