package id.tixgo.common.http;

import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;

/**
 * Refuses a path or query with what isn't ASCII, or with a {@code %} that no two hexadecimal digits
 * follow, before the router, a handler or the origin stumbles over it: each did so in its own way,
 * with a 500, a bare 400, or by searching for something else.
 */
final class AddressCheck implements Handler<RoutingContext> {
  @Override
  public void handle(RoutingContext context) {
    if (isDecodable(context.request().uri())) {
      context.next();
      return;
    }
    ProblemWriter.write(
        context,
        UnreadableRequest.problem(
            "The address can't be decoded: anything but ASCII is written like %C3%A9."));
  }

  static boolean isDecodable(String uri) {
    for (int i = 0; i < uri.length(); i++) {
      char c = uri.charAt(i);
      if (c <= ' ' || c > '~' || (c == '%' && !(isHex(uri, i + 1) && isHex(uri, i + 2)))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isHex(String uri, int index) {
    return index < uri.length() && Character.digit(uri.charAt(index), 16) >= 0;
  }
}
