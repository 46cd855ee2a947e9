package id.tixgo.simulator.xendit;

import static java.util.Objects.requireNonNull;

import id.tixgo.simulator.gateway.WireCall;
import id.tixgo.simulator.gateway.WireReply;
import id.tixgo.simulator.gateway.WireStyle;

/** Xendit: HTTP's codes with one of its own. */
record XenditStyle(String secretKey) implements WireStyle {
  XenditStyle {
    requireNonNull(secretKey);
  }

  @Override
  public String gateway() {
    return XenditSimulator.NAME;
  }

  @Override
  public boolean isAuthorized(WireCall call) {
    return call.shows(secretKey);
  }

  @Override
  public WireReply unauthorized() {
    return XenditRefusals.reply(401, "INVALID_API_KEY", "The API key provided is invalid.");
  }

  @Override
  public WireReply malformed() {
    return XenditRefusals.reply(400, "INVALID_JSON_FORMAT", "The request body is malformed.");
  }

  @Override
  public WireReply serverError() {
    return XenditRefusals.reply(500, "SERVER_ERROR", "Error connecting to our server.");
  }

  @Override
  public WireReply tooManyRequests() {
    return XenditRefusals.reply(429, "RATE_LIMIT_EXCEEDED", "Too many requests.");
  }
}
