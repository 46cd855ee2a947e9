package id.tixgo.common.http;

import id.tixgo.common.config.TraceConfig.Sampler;
import id.tixgo.common.scope.Deadline;
import id.tixgo.common.scope.RequestScope;
import id.tixgo.common.scope.ScopeLocal;
import id.tixgo.common.scope.Trace;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** What is known of a request from its first byte on: its id, its start and its deadline. */
public final class RequestContext {
  private static final String KEY = "tixgo.exchange";
  private static final int LONGEST_ID = 128;
  private static final int REFUSED_TIMEOUT_MS = 1000;

  private final long startNanos = System.nanoTime();
  private final RequestScope scope;
  private String route = "-";
  private String user = "-";

  private RequestContext(RequestScope scope) {
    this.scope = scope;
  }

  static RequestContext begin(RoutingContext context, int timeoutMs, Sampler sampler) {
    HttpServerRequest request = context.request();
    RequestContext exchange =
        new RequestContext(
            new RequestScope(
                requestId(request),
                Deadline.in(timeoutMs(request, timeoutMs)),
                trace(request, sampler)));
    context.put(KEY, exchange);
    ScopeLocal.begin(exchange.scope());
    return exchange;
  }

  /** The next step after the caller's, or the first of a trace that begins here. */
  private static Trace trace(HttpServerRequest request, Sampler sampler) {
    String given = request.getHeader(Headers.TRACE);
    if (given != null) {
      String state = String.join(",", request.headers().getAll(Headers.TRACE_STATE));
      Optional<Trace> caller = Trace.of(given, state);
      if (caller.isPresent()) {
        Trace before = caller.get();
        boolean wanted = sampler.wants(Optional.of(before.sampled()), before.traceId());
        return before.next(wanted);
      }
    }
    Trace first = Trace.begin(false);
    return sampler.wants(Optional.empty(), first.traceId()) ? first.seen() : first;
  }

  /** The request's exchange; begun now when the router refused the request before all handlers. */
  public static RequestContext of(RoutingContext context) {
    RequestContext exchange = context.get(KEY);
    return exchange == null ? begin(context, REFUSED_TIMEOUT_MS, Sampler.NONE) : exchange;
  }

  public String requestId() {
    return scope.requestId();
  }

  public RequestScope scope() {
    return scope;
  }

  long elapsedNanos() {
    return System.nanoTime() - startNanos;
  }

  String route() {
    return route;
  }

  /** What the log calls the request's path: never the path itself. */
  public void route(String template) {
    this.route = template;
  }

  String user() {
    return user;
  }

  void user(String username) {
    this.user = username;
  }

  /** The id that the client gave, if it may be one; else a new one. */
  static String requestId(HttpServerRequest request) {
    String given = request.getHeader(Headers.REQUEST_ID);
    return given != null && isPrintable(given) ? given : newId();
  }

  private static boolean isPrintable(String id) {
    return !id.isEmpty()
        && id.length() <= LONGEST_ID
        && id.chars().allMatch(c -> c > 32 && c < 127);
  }

  private static String newId() {
    return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
  }

  /** What the caller has left when it is a neighbour; never more than our own limit. */
  private static int timeoutMs(HttpServerRequest request, int limit) {
    String given = request.getHeader(Headers.DEADLINE);
    if (given == null) {
      return limit;
    }
    try {
      return Math.max(1, Math.min(limit, Integer.parseInt(given)));
    } catch (NumberFormatException e) {
      return limit;
    }
  }
}
