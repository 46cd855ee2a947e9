package id.tixgo.common.http;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.config.HttpConfig;
import id.tixgo.common.config.TraceConfig.Sampler;
import id.tixgo.common.scope.Trace;
import id.tixgo.common.trace.Span;
import id.tixgo.common.trace.Spans;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Begins every exchange: sets its request id, and when it has ended writes one line at INFO with
 * method, route, status, time, request id, user and the client's address. Never a path, a query, a
 * token or a body. Its time is measured, too. What services ask each other every second is told at
 * DEBUG, unless it is refused.
 */
final class RequestLog implements Handler<RoutingContext> {
  private static final Logger LOG = LoggerFactory.getLogger("tixgo.access");
  private static final int CLIENT_GONE = 499;

  private final int timeoutMs;
  private final Sampler sampler;
  private final String service;
  private final Spans spans;
  private final ForwardedHeaders forwarded;
  private final RequestTimes times;

  RequestLog(
      HttpConfig config,
      String service,
      Spans spans,
      ForwardedHeaders forwarded,
      RequestTimes times) {
    this.timeoutMs = config.requestTimeoutMs();
    this.sampler = config.tracing().sampler();
    this.service = requireNonNull(service);
    this.spans = requireNonNull(spans);
    this.forwarded = requireNonNull(forwarded);
    this.times = requireNonNull(times);
  }

  @Override
  public void handle(RoutingContext context) {
    RequestContext exchange = RequestContext.begin(context, timeoutMs, sampler);
    context.response().putHeader(Headers.TRACE_ANSWER, exchange.scope().trace().header());
    context.response().putHeader(Headers.REQUEST_ID, exchange.requestId());
    context.addEndHandler(end -> ended(context, exchange, end.succeeded() || isSent(context)));
    context.next();
  }

  /** In HTTP/2 a stream is closed by the end of its answer, which is told first. */
  private static boolean isSent(RoutingContext context) {
    return context.response().streamId() >= 0 && context.response().ended();
  }

  private void ended(RoutingContext context, RequestContext exchange, boolean whole) {
    int status = whole ? context.response().getStatusCode() : CLIENT_GONE;
    long nanos = exchange.elapsedNanos();
    times.record(context.request().method(), exchange.route(), status, nanos);
    write(context, exchange, status, nanos);
    Trace trace = exchange.scope().trace();
    spans.record(trace, () -> span(context, exchange, status, nanos));
  }

  private Span span(RoutingContext context, RequestContext exchange, int status, long nanos) {
    String method = context.request().method().name();
    return new Span(
        exchange.scope().trace(),
        Span.Kind.SERVER,
        service,
        method + ' ' + exchange.route(),
        nanos,
        status >= 500,
        Map.of(
            "http.request.method",
            method,
            "http.route",
            exchange.route(),
            "http.response.status_code",
            status));
  }

  private void write(RoutingContext context, RequestContext exchange, int status, long nanos) {
    boolean routine = exchange.route().startsWith("/internal/") && status == 200;
    Level level = routine ? Level.DEBUG : Level.INFO;
    if (!LOG.isEnabledForLevel(level)) {
      return;
    }
    LOG.atLevel(level)
        .addKeyValue("method", context.request().method().name())
        .addKeyValue("route", exchange.route())
        .addKeyValue("status", status)
        .addKeyValue("micros", nanos / 1000)
        .addKeyValue("request_id", exchange.requestId())
        .addKeyValue("trace_id", exchange.scope().trace().traceId())
        .addKeyValue("user", exchange.user())
        .addKeyValue("client", forwarded.client(context.request()))
        .log("request");
  }
}
