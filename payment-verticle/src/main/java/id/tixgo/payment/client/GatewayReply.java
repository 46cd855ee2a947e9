package id.tixgo.payment.client;

import io.vertx.core.json.JsonObject;
import java.util.List;

/**
 * What a gateway answered to a call.
 *
 * @param status HTTP's
 * @param body an object or an array
 */
record GatewayReply(int status, Object body) {
  /** An empty object where the body is none. */
  GatewayJson json() {
    return new GatewayJson(body instanceof JsonObject json ? json : new JsonObject());
  }

  List<GatewayJson> list() {
    return GatewayJson.objects(body);
  }

  boolean isSuccess() {
    return status == 200 || status == 201;
  }

  boolean isRefusal() {
    return status / 100 == 4;
  }
}
