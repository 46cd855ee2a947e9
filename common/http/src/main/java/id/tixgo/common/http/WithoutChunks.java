package id.tixgo.common.http;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;

/**
 * HTTP/1.0 knows no chunks: a body without a length ends with its connection, also when the client
 * asked to keep that, which Vert.x then would.
 */
final class WithoutChunks implements Handler<RoutingContext> {
  @Override
  public void handle(RoutingContext context) {
    if (context.request().version() == HttpVersion.HTTP_1_0) {
      HttpServerResponse response = context.response();
      context.addHeadersEndHandler(head -> promiseTheEnd(response));
      context.addEndHandler(end -> endIfPromised(context));
    }
    context.next();
  }

  private static void promiseTheEnd(HttpServerResponse response) {
    if (!response.headers().contains(HttpHeaders.CONTENT_LENGTH)) {
      response.headers().set(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
    }
  }

  private static void endIfPromised(RoutingContext context) {
    if (Headers.saysClose(context.response().headers())) {
      context.request().connection().close();
    }
  }
}
