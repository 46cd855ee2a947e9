package id.tixgo.common.upstream;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.metrics.Meters;
import io.vertx.circuitbreaker.CircuitBreaker;
import io.vertx.circuitbreaker.CircuitBreakerState;
import io.vertx.circuitbreaker.OpenCircuitException;
import io.vertx.core.AsyncResult;
import java.util.concurrent.TimeoutException;

/** Calls to others by whom they went to and what came of them, and breakers that are open. */
public final class CallMeters {
  private final Meters meters;
  private final String upstream;

  /**
   * @param upstream whom the calls go to, as its label says it
   */
  public CallMeters(Meters meters, String upstream, CircuitBreaker breaker) {
    this.meters = requireNonNull(meters);
    this.upstream = requireNonNull(upstream);
    meters.gauge(
        "tixgo.upstream.breakers.open",
        "Breakers that let no call through for now",
        () -> breaker.state() == CircuitBreakerState.CLOSED ? 0 : 1,
        "upstream",
        upstream);
  }

  /** Counts a call that has come through its breaker, or hasn't. */
  public void count(AsyncResult<?> call) {
    meters
        .counter(
            "tixgo.upstream.calls",
            "Calls to others, by what came of them",
            "upstream",
            upstream,
            "outcome",
            outcome(call))
        .increment();
  }

  private static String outcome(AsyncResult<?> call) {
    if (call.succeeded()) {
      return "answered";
    }
    if (call.cause() instanceof OpenCircuitException) {
      return "not_tried";
    }
    return call.cause() instanceof TimeoutException ? "timeout" : "failed";
  }
}
