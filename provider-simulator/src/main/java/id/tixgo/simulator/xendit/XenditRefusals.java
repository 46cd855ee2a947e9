package id.tixgo.simulator.xendit;

import id.tixgo.simulator.gateway.WireRefusal;
import id.tixgo.simulator.gateway.WireReply;
import io.vertx.core.json.JsonObject;

/** What Xendit refuses with. */
final class XenditRefusals {
  private XenditRefusals() {}

  static WireRefusal invalid(String message) {
    return refusal(400, "API_VALIDATION_ERROR", message);
  }

  static WireRefusal refusal(int status, String code, String message) {
    return new WireRefusal(reply(status, code, message));
  }

  static WireReply reply(int status, String code, String message) {
    JsonObject body = new JsonObject().put("error_code", code).put("message", message);
    return WireReply.json(status, body, code);
  }
}
