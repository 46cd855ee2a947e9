package id.tixgo.common.http;

import id.tixgo.common.problem.Problem;
import id.tixgo.common.problem.ProblemKind;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;

/**
 * Refuses a path or query with a {@code %} that no two hexadecimal digits follow, before the router
 * or a handler stumbles over it: each did so in its own way, with a 500 or a bare 400.
 */
final class AddressCheck implements Handler<RoutingContext> {
  @Override
  public void handle(RoutingContext context) {
    if (isDecodable(context.request().uri())) {
      context.next();
      return;
    }
    ProblemWriter.write(
        context, Problem.of(ProblemKind.BAD_REQUEST, "The address can't be decoded."));
  }

  static boolean isDecodable(String uri) {
    int percent = uri.indexOf('%');
    while (percent >= 0 && isHex(uri, percent + 1) && isHex(uri, percent + 2)) {
      percent = uri.indexOf('%', percent + 3);
    }
    return percent < 0;
  }

  private static boolean isHex(String uri, int index) {
    return index < uri.length() && Character.digit(uri.charAt(index), 16) >= 0;
  }
}
