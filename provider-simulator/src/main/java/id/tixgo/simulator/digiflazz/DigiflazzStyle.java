package id.tixgo.simulator.digiflazz;

import id.tixgo.simulator.gateway.WireCall;
import id.tixgo.simulator.gateway.WireReply;
import id.tixgo.simulator.gateway.WireStyle;
import io.vertx.core.json.JsonObject;

/** Digiflazz: everything in {@code data}, with a code of its own; what is in front of it, HTML. */
final class DigiflazzStyle implements WireStyle {
  private static final int BAD_REQUEST = 400;
  private static final int BAD_GATEWAY = 502;

  @Override
  public String gateway() {
    return DigiflazzSimulator.NAME;
  }

  /** Who calls is known by a signature in the body, which each call checks. */
  @Override
  public boolean isAuthorized(WireCall call) {
    return true;
  }

  @Override
  public WireReply unauthorized() {
    return refused("41", "Signature tidak valid");
  }

  @Override
  public WireReply malformed() {
    return refused("40", "Payload Error");
  }

  @Override
  public WireReply serverError() {
    return WireReply.html(BAD_GATEWAY, "<html><body><h1>502 Bad Gateway</h1></body></html>");
  }

  @Override
  public WireReply tooManyRequests() {
    return refused("83", "Limitasi pengecekan pricelist");
  }

  static WireReply refused(String rc, String message) {
    return reply(BAD_REQUEST, new JsonObject().put("rc", rc).put("message", message), rc);
  }

  static WireReply data(Object data, String rc) {
    return reply(200, data, rc);
  }

  private static WireReply reply(int status, Object data, String rc) {
    return WireReply.json(status, new JsonObject().put("data", data), rc);
  }
}
