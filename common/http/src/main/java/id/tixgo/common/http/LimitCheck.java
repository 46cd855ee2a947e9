package id.tixgo.common.http;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.caller.Caller;
import id.tixgo.common.config.HttpConfig;
import id.tixgo.common.http.limits.RateLimit;
import id.tixgo.common.http.limits.RateLimits;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.openapi.contract.Operation;
import java.util.Optional;
import java.util.function.Function;

/**
 * Counts the requests to one operation against its limit. What a service of the house asks for
 * itself isn't counted, and what it asks for a client is the client's.
 */
final class LimitCheck {
  private final RateLimit limit;
  private final boolean isCounted;
  private final boolean servicesToo;
  private final RateLimits limits;
  private final ForwardedHeaders forwarded;

  /** Makes those of a service's operations. */
  static Function<Operation, LimitCheck> of(Vertx vertx, HttpConfig config) {
    RateLimits limits = RateLimits.of(vertx);
    ForwardedHeaders forwarded = new ForwardedHeaders(config);
    return operation ->
        new LimitCheck(
            config.rateLimits() ? RateLimit.of(operation) : RateLimit.NONE,
            RateLimit.isForServicesToo(operation),
            limits,
            forwarded);
  }

  private LimitCheck(
      RateLimit limit, boolean servicesToo, RateLimits limits, ForwardedHeaders forwarded) {
    this.limit = requireNonNull(limit);
    this.isCounted = limit.isCountedAtOnce();
    this.servicesToo = servicesToo;
    this.limits = requireNonNull(limits);
    this.forwarded = requireNonNull(forwarded);
  }

  /** Throws {@code RATE_LIMITED} when the client has had enough for now. */
  void check(HttpServerRequest request, Optional<Caller> caller) {
    boolean isService = servicesToo && caller.isEmpty();
    if (isCounted && !isService && !forwarded.isOfTheHouse(request)) {
      limits.take(limit, caller, () -> forwarded.client(request), 1);
    }
  }
}
