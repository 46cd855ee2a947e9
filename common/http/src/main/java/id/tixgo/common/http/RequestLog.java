package id.tixgo.common.http;

import static java.util.Objects.requireNonNull;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Begins every exchange: sets its request id, and when it has ended writes one line at INFO with
 * method, route, status, time, request id, user and the client's address. Never a path, a query, a
 * token or a body. What services ask each other every second is told at DEBUG, unless it is
 * refused.
 */
final class RequestLog implements Handler<RoutingContext> {
  private static final Logger LOG = LoggerFactory.getLogger("tixgo.access");

  private final int timeoutMs;
  private final ForwardedHeaders forwarded;

  RequestLog(int timeoutMs, ForwardedHeaders forwarded) {
    this.timeoutMs = timeoutMs;
    this.forwarded = requireNonNull(forwarded);
  }

  @Override
  public void handle(RoutingContext context) {
    RequestContext exchange = RequestContext.begin(context, timeoutMs);
    context.response().putHeader(Headers.REQUEST_ID, exchange.requestId());
    context.addEndHandler(end -> write(context, exchange, end.succeeded()));
    context.next();
  }

  private void write(RoutingContext context, RequestContext exchange, boolean ended) {
    HttpServerResponse response = context.response();
    boolean routine = exchange.route().startsWith("/internal/") && response.getStatusCode() == 200;
    Level level = routine ? Level.DEBUG : Level.INFO;
    if (!LOG.isEnabledForLevel(level)) {
      return;
    }
    LOG.atLevel(level)
        .addKeyValue("method", context.request().method().name())
        .addKeyValue("route", exchange.route())
        .addKeyValue("status", ended ? response.getStatusCode() : 499)
        .addKeyValue("micros", exchange.elapsedMicros())
        .addKeyValue("request_id", exchange.requestId())
        .addKeyValue("user", exchange.user())
        .addKeyValue("client", forwarded.client(context.request()))
        .log("request");
  }
}
