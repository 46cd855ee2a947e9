package id.tixgo.common.http;

import io.vertx.core.Handler;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;

/**
 * What every answer tells browsers: that it is what it says it is, and, over TLS, to come by TLS
 * from now on. Pages say more.
 */
final class SecurityHeaders implements Handler<RoutingContext> {
  private static final CharSequence OPTIONS = HttpHeaders.createOptimized("X-Content-Type-Options");
  private static final CharSequence NO_SNIFF = HttpHeaders.createOptimized("nosniff");
  private static final CharSequence TRANSPORT =
      HttpHeaders.createOptimized("Strict-Transport-Security");

  /** For a year; other hosts of the domain are not ours to speak for. */
  private static final CharSequence ALWAYS = HttpHeaders.createOptimized("max-age=31536000");

  private final boolean secured;

  SecurityHeaders(boolean secured) {
    this.secured = secured;
  }

  @Override
  public void handle(RoutingContext context) {
    MultiMap headers = context.response().headers();
    headers.set(OPTIONS, NO_SNIFF);
    if (secured) {
      headers.set(TRANSPORT, ALWAYS);
    }
    context.next();
  }
}
