package id.tixgo.common.http;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.metrics.Meters;
import io.vertx.core.http.HttpMethod;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;

/**
 * How long a service's requests took, by method, route and status: {@code
 * tixgo_http_requests_seconds}. A route is the contract's template, so that there are few. For one
 * event loop.
 */
final class RequestTimes {
  private static final Set<HttpMethod> USUAL =
      Set.of(
          HttpMethod.GET,
          HttpMethod.HEAD,
          HttpMethod.POST,
          HttpMethod.PUT,
          HttpMethod.PATCH,
          HttpMethod.DELETE,
          HttpMethod.OPTIONS);

  /** Anyone may make up a method or take a wrong one, and a neighbour make up a status. */
  private static final HttpMethod OTHER = HttpMethod.valueOf("other");

  private static final int HIGHEST_STATUS = 599;
  private static final int WRONG_METHOD = 405;

  private final Meters meters;
  private final String service;
  private final Map<String, Map<HttpMethod, LongConsumer[]>> routeToTimers = new HashMap<>();

  RequestTimes(Meters meters, String service) {
    this.meters = requireNonNull(meters);
    this.service = requireNonNull(service);
  }

  void record(HttpMethod method, String route, int status, long nanos) {
    HttpMethod known = USUAL.contains(method) && status != WRONG_METHOD ? method : OTHER;
    int bounded = Math.min(status, HIGHEST_STATUS);
    LongConsumer[] statusToTimer =
        routeToTimers
            .computeIfAbsent(route, first -> new HashMap<>())
            .computeIfAbsent(known, first -> new LongConsumer[HIGHEST_STATUS + 1]);
    if (statusToTimer[bounded] == null) {
      statusToTimer[bounded] = timer(known, route, bounded);
    }
    statusToTimer[bounded].accept(nanos);
  }

  private LongConsumer timer(HttpMethod method, String route, int status) {
    return meters.timer(
        "tixgo.http.requests",
        "Requests, from their first byte to the end of their answer",
        "service",
        service,
        "method",
        method.name(),
        "route",
        route,
        "status",
        String.valueOf(status));
  }
}
