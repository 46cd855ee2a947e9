package id.tixgo.common.upstream;

import id.tixgo.common.metrics.Meters;
import io.vertx.circuitbreaker.CircuitBreaker;
import io.vertx.circuitbreaker.CircuitBreakerState;
import io.vertx.circuitbreaker.OpenCircuitException;
import io.vertx.core.AsyncResult;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.LongAdder;

/** Calls to others by whom they went to and what came of them, and breakers that are open. */
public final class CallMeters {
  private final LongAdder answered;
  private final LongAdder notTried;
  private final LongAdder timeouts;
  private final LongAdder failed;

  /**
   * @param upstream whom the calls go to, as its label says it
   */
  public CallMeters(Meters meters, String upstream, CircuitBreaker breaker) {
    this.answered = counter(meters, upstream, "answered");
    this.notTried = counter(meters, upstream, "not_tried");
    this.timeouts = counter(meters, upstream, "timeout");
    this.failed = counter(meters, upstream, "failed");
    meters.gauge(
        "tixgo.upstream.breakers.open",
        "Breakers that let no call through for now",
        () -> breaker.state() == CircuitBreakerState.CLOSED ? 0 : 1,
        "upstream",
        upstream);
  }

  private static LongAdder counter(Meters meters, String upstream, String outcome) {
    return meters.counter(
        "tixgo.upstream.calls",
        "Calls to others, by what came of them",
        "upstream",
        upstream,
        "outcome",
        outcome);
  }

  /** Counts a call that has come through its breaker, or hasn't. */
  public void count(AsyncResult<?> call) {
    (call.succeeded() ? answered : unanswered(call.cause())).increment();
  }

  private LongAdder unanswered(Throwable cause) {
    if (cause instanceof OpenCircuitException) {
      return notTried;
    }
    return cause instanceof TimeoutException ? timeouts : failed;
  }
}
