package id.tixgo.common.http;

import static java.util.Objects.requireNonNull;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.CorsHandler;
import java.util.List;
import java.util.Set;

/**
 * Lets pages of other origins call, and this server's own pages as ever: browsers state an origin
 * in a POST to their own, too. A front that speaks TLS for us makes our own an {@code https} one.
 */
final class Cors implements Handler<RoutingContext> {
  /** Of what an answer says to one origin and not to another, a cache must be told each time. */
  private static final CharSequence ORIGIN = HttpHeaders.createOptimized("origin");

  private final ForwardedHeaders forwarded;
  private final CorsHandler others;
  private final boolean forAny;

  /**
   * @param origins of the other pages; {@code *} for any
   */
  Cors(List<String> origins, ForwardedHeaders forwarded) {
    this.forwarded = requireNonNull(forwarded);
    this.others = CorsHandler.create();
    this.forAny = origins.contains("*");
    origins.forEach(others::addOrigin);
    others
        .allowedMethods(
            Set.of(
                HttpMethod.GET,
                HttpMethod.POST,
                HttpMethod.PUT,
                HttpMethod.PATCH,
                HttpMethod.DELETE))
        .allowedHeaders(
            Set.of(
                "Authorization",
                "Content-Type",
                "Idempotency-Key",
                "If-Match",
                "If-None-Match",
                "Last-Event-ID",
                "X-Request-Id",
                "traceparent",
                "tracestate"))
        .exposedHeaders(
            Set.of(
                "Accept",
                "Allow",
                "Content-Disposition",
                "Date",
                "ETag",
                "Idempotency-Replayed",
                "Link",
                "Location",
                "RateLimit-Limit",
                "RateLimit-Remaining",
                "RateLimit-Reset",
                "Retry-After",
                "WWW-Authenticate",
                "X-Door-Version",
                "X-Last-Seq",
                "X-Listed",
                "X-Request-Id",
                "X-Total-Count",
                "traceresponse"));
  }

  @Override
  public void handle(RoutingContext context) {
    if (!forAny) {
      context.response().headers().add(HttpHeaders.VARY, ORIGIN);
    }
    if (isOwn(context.request())) {
      context.next();
    } else {
      others.handle(context);
    }
  }

  private boolean isOwn(HttpServerRequest request) {
    String origin = request.getHeader(HttpHeaders.ORIGIN);
    if (origin == null) {
      return false;
    }
    String own = forwarded.origin(request);
    return origin.equalsIgnoreCase(own)
        || origin.equalsIgnoreCase("https" + own.substring(own.indexOf(':')));
  }
}
