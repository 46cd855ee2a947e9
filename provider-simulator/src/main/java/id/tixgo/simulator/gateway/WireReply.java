package id.tixgo.simulator.gateway;

import static java.util.Objects.requireNonNull;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/**
 * What a gateway answers.
 *
 * @param code the gateway's own code in the body; empty if there is none
 */
public record WireReply(int status, String contentType, Buffer body, String code) {
  private static final String JSON = "application/json";

  public WireReply {
    requireNonNull(contentType);
    requireNonNull(body);
    requireNonNull(code);
  }

  public static WireReply json(int status, JsonObject body, String code) {
    return new WireReply(status, JSON, body.toBuffer(), code);
  }

  public static WireReply json(int status, JsonObject body) {
    return json(status, body, "");
  }

  public static WireReply json(JsonArray body) {
    return new WireReply(200, JSON, body.toBuffer(), "");
  }

  public static WireReply html(int status, String page) {
    return new WireReply(status, "text/html; charset=utf-8", Buffer.buffer(page), "");
  }

  /** What no gateway would answer, but something in front of it. */
  static WireReply garbage() {
    return html(200, "<html><body>upstream connect error</body></html>");
  }
}
