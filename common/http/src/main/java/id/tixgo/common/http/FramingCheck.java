package id.tixgo.common.http;

import io.vertx.core.Handler;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;

/**
 * Refuses a body in any coding but {@code chunked}. Netty lets others stand before it, which nobody
 * here undoes; and who reads them otherwise than we do sees the next request where we saw a body.
 */
final class FramingCheck implements Handler<RoutingContext> {
  @Override
  public void handle(RoutingContext context) {
    if (isPlain(context.request().headers())) {
      context.next();
      return;
    }
    ProblemWriter.write(
        context, UnreadableRequest.problem("A body may have no Transfer-Encoding but chunked."));
  }

  private static boolean isPlain(MultiMap headers) {
    String coding = headers.get(HttpHeaders.TRANSFER_ENCODING);
    return coding == null
        || (coding.equalsIgnoreCase("chunked")
            && headers.getAll(HttpHeaders.TRANSFER_ENCODING).size() == 1);
  }
}
