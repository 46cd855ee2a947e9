package id.tixgo.simulator.midtrans;

import id.tixgo.simulator.gateway.WireRefusal;
import id.tixgo.simulator.gateway.WireReply;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.UUID;

/** What Core refuses with: always HTTP 200, what it means stands in the body. */
final class CoreErrors {
  private CoreErrors() {}

  static WireRefusal invalid(List<String> messages) {
    JsonObject body = body(400, "One or more parameters in the payload is invalid.");
    return new WireRefusal(reply(body.put("validation_messages", new JsonArray(messages))));
  }

  static WireRefusal noSuchTransaction() {
    return refusal(404, "Transaction doesn't exist.");
  }

  static WireRefusal duplicate() {
    return refusal(
        406,
        "The request could not be completed due to a conflict with the current state of the target"
            + " resource, please try again");
  }

  static WireRefusal unchangeable() {
    return refusal(412, "Merchant cannot modify the status of the transaction");
  }

  static WireRefusal refundTooLarge() {
    return refusal(414, "Refund request is rejected due to invalid amount");
  }

  static WireRefusal refusal(int code, String message) {
    return new WireRefusal(reply(body(code, message)));
  }

  static WireReply reply(JsonObject body) {
    return WireReply.json(200, body, body.getString("status_code"));
  }

  static JsonObject body(int code, String message) {
    return new JsonObject()
        .put("status_code", String.valueOf(code))
        .put("status_message", message)
        .put("id", UUID.randomUUID().toString());
  }
}
