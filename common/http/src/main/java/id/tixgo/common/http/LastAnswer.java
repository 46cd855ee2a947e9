package id.tixgo.common.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.TimeUnit;

/** Makes an answer the last one of its connection. */
public final class LastAnswer {
  private static final long LINGER_MS = 1000;
  private static final long NO_ERROR = 0;

  private LastAnswer() {}

  /**
   * Tells the client, before the answer's head is written. Vert.x itself would promise HTTP/1.0
   * clients that the connection stays. In HTTP/2 an answer ends its own stream alone.
   */
  public static void announce(HttpServerResponse response) {
    if (!isStream(response)) {
      response.headersEndHandler(
          head -> response.headers().set(HttpHeaders.CONNECTION, HttpHeaders.CLOSE));
    }
  }

  private static boolean isStream(HttpServerResponse response) {
    return response.streamId() >= 0;
  }

  /**
   * Closes once the answer has ended, and takes no other request. To be called before its end is
   * written. What still comes of the body is taken for a while: closing with bytes unread would
   * reset the connection, and its other end might lose the answer (RFC 9112, 9.6). In HTTP/2 the
   * client is told that the rest of its body isn't wanted (RFC 9113, 8.1).
   */
  public static void close(RoutingContext context) {
    HttpServerRequest request = context.request();
    if (isStream(request.response())) {
      context.addEndHandler(sent -> endStream(request));
      return;
    }
    if (!request.isEnded()) {
      request.handler(unread -> {}).endHandler(end -> {}).resume();
    }
    request.connection().shutdown(LINGER_MS, TimeUnit.MILLISECONDS);
  }

  private static void endStream(HttpServerRequest request) {
    if (!request.isEnded()) {
      request.response().reset(NO_ERROR);
    }
  }
}
