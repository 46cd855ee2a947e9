package id.tixgo.simulator.midtrans;

import static java.util.Objects.requireNonNull;

import id.tixgo.simulator.gateway.WireCall;
import id.tixgo.simulator.gateway.WireRefusal;
import id.tixgo.simulator.gateway.WireReply;
import id.tixgo.simulator.gateway.WireStyle;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** Snap: HTTP's own codes, and messages. */
record SnapStyle(String serverKey) implements WireStyle {
  SnapStyle {
    requireNonNull(serverKey);
  }

  static WireRefusal invalid(List<String> messages) {
    return new WireRefusal(WireReply.json(400, messages(messages)));
  }

  @Override
  public String gateway() {
    return MidtransSimulator.NAME;
  }

  @Override
  public boolean isAuthorized(WireCall call) {
    return call.shows(serverKey);
  }

  @Override
  public WireReply unauthorized() {
    return WireReply.json(
        401,
        messages(
            List.of(
                "Access denied due to unauthorized transaction, please check client or server key",
                "Visit https://snap-docs.midtrans.com/#request-headers for more details")));
  }

  @Override
  public WireReply malformed() {
    return WireReply.json(400, messages(List.of("The request body is malformed")));
  }

  @Override
  public WireReply serverError() {
    return WireReply.json(
        500,
        messages(List.of("Sorry, we encountered internal server error. We will fix this soon."))
            .put("locale", "en"));
  }

  @Override
  public WireReply tooManyRequests() {
    return WireReply.json(429, messages(List.of("API rate limit exceeded")));
  }

  private static JsonObject messages(List<String> messages) {
    return new JsonObject().put("error_messages", new JsonArray(messages));
  }
}
