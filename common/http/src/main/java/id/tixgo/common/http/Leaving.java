package id.tixgo.common.http;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;

/**
 * Says with each answer, for a moment before a server closes, that it leaves: what a client sends
 * on a connection that closes at the same time would be lost. Clients take no such connection
 * again; a gateway sends nothing more until the service is back (docs/adr/025).
 */
public final class Leaving implements Handler<RoutingContext> {
  /** In an answer of a service that stops. */
  public static final String HEADER = "X-Leaving";

  /** For how long it is said. */
  public static final int MOMENT_MS = 400;

  private volatile boolean begun;

  @Override
  public void handle(RoutingContext context) {
    if (begun) {
      context.response().putHeader(HEADER, "1");
      if (context.request().version() == HttpVersion.HTTP_1_1) {
        context.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
      }
    }
    context.next();
  }

  /** Completes when everybody who asks all the time has heard of it. */
  Future<Void> begin(Vertx vertx) {
    begun = true;
    return vertx.timer(MOMENT_MS).mapEmpty();
  }
}
