package id.tixgo.simulator.midtrans;

import static java.util.Objects.requireNonNull;

import id.tixgo.simulator.gateway.WireCall;
import id.tixgo.simulator.gateway.WireReply;
import id.tixgo.simulator.gateway.WireStyle;

/** Core API: codes in the body. */
record CoreStyle(String serverKey) implements WireStyle {
  CoreStyle {
    requireNonNull(serverKey);
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
    return reply(401, "Unknown Merchant server_key/id");
  }

  @Override
  public WireReply malformed() {
    return reply(
        413, "The request cannot be processed due to malformed syntax in the request body");
  }

  @Override
  public WireReply serverError() {
    return WireReply.json(
        500,
        CoreErrors.body(
            500, "Sorry. Our system is recovering from unexpected issues. Please retry."),
        "500");
  }

  @Override
  public WireReply tooManyRequests() {
    return WireReply.json(429, CoreErrors.body(429, "API rate limit exceeded"), "429");
  }

  private static WireReply reply(int code, String message) {
    return CoreErrors.reply(CoreErrors.body(code, message));
  }
}
