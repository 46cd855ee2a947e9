package id.tixgo.common.http;

import io.vertx.core.Handler;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;

/**
 * Refuses a request with two hosts (RFC 9112, 3.2): who routes by one of them and who answers by
 * the other speak of two. Refuses a body in any coding but {@code chunked}. Netty lets others stand
 * before it, which nobody here undoes; and who reads them otherwise than we do sees the next
 * request where we saw a body.
 */
final class FramingCheck implements Handler<RoutingContext> {
  @Override
  public void handle(RoutingContext context) {
    MultiMap headers = context.request().headers();
    if (headers.getAll(HttpHeaders.HOST).size() > 1) {
      refuse(context, "A request has one Host.");
    } else if (!isPlain(headers)) {
      refuse(context, "A body may have no Transfer-Encoding but chunked.");
    } else {
      context.next();
    }
  }

  private static void refuse(RoutingContext context, String why) {
    ProblemWriter.write(context, UnreadableRequest.problem(why));
  }

  private static boolean isPlain(MultiMap headers) {
    String coding = headers.get(HttpHeaders.TRANSFER_ENCODING);
    return coding == null
        || (coding.equalsIgnoreCase("chunked")
            && headers.getAll(HttpHeaders.TRANSFER_ENCODING).size() == 1);
  }
}
