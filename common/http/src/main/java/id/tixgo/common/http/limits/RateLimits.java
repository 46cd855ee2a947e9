package id.tixgo.common.http.limits;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.caller.Caller;
import id.tixgo.common.http.limits.RateLimit.Share;
import id.tixgo.common.metrics.Meters;
import id.tixgo.common.problem.Problem;
import id.tixgo.common.problem.ProblemKind;
import io.vertx.core.Vertx;
import io.vertx.core.shareddata.Shareable;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * What clients have left, of all services in this JVM together; other nodes of a cluster count for
 * themselves. For any thread.
 */
public final class RateLimits implements Shareable {
  private static final String KEY = "limits";

  private final Map<RateLimit, List<Counted>> limitToCounted = new EnumMap<>(RateLimit.class);
  private final Map<RateLimit, LongAdder> limitToRefused = new EnumMap<>(RateLimit.class);

  private record Counted(Share share, Allowances left) {
    static Counted of(Share share, LongSupplier nanos) {
      return new Counted(share, new Allowances(share.allowance(), nanos));
    }
  }

  /**
   * @param nanos a clock that never goes back, at zero or later
   */
  RateLimits(Meters meters, LongSupplier nanos) {
    for (RateLimit limit : RateLimit.values()) {
      limitToCounted.put(
          limit, limit.shares().stream().map(share -> Counted.of(share, nanos)).toList());
      limitToRefused.put(limit, counter(meters, limit));
    }
  }

  /** Those of this Vert.x. */
  public static RateLimits of(Vertx vertx) {
    return vertx
        .sharedData()
        .<String, RateLimits>getLocalMap("http.limits")
        .computeIfAbsent(KEY, none -> new RateLimits(Meters.of(vertx), clock()));
  }

  /** Nanoseconds from now on; the time of day could be set back. */
  public static LongSupplier clock() {
    long start = System.nanoTime();
    return () -> System.nanoTime() - start;
  }

  private static LongAdder counter(Meters meters, RateLimit limit) {
    return meters.counter(
        "tixgo.rate.limited",
        "Requests that were refused as there were too many, by limit",
        "limit",
        limit.json());
  }

  /**
   * Takes from what a client has left; throws {@code RATE_LIMITED} when it isn't enough.
   *
   * @param address whence he asks, looked at where it counts
   * @param count how much he asks for
   */
  public void take(RateLimit limit, Optional<Caller> caller, Supplier<String> address, int count) {
    for (Counted counted : limitToCounted.get(limit)) {
      String key = key(counted.share(), caller, address);
      long wait = counted.left().take(key, count);
      if (wait > 0) {
        throw refusal(limit, counted.share().allowance().atOnce(), wait);
      }
    }
  }

  private static String key(Share share, Optional<Caller> caller, Supplier<String> address) {
    return switch (share.holder()) {
      case USERS -> String.valueOf(caller.orElseThrow().id());
      case TOKENS -> caller.orElseThrow().token();
      case ADDRESSES -> AddressBlock.of(address.get());
    };
  }

  /**
   * The problem of somebody who has to wait, which counts as told.
   *
   * @param atOnce how much he might have had at once
   */
  public Problem refusal(RateLimit limit, int atOnce, long waitNanos) {
    requireNonNull(limitToRefused.get(limit)).increment();
    long seconds = 1 + (waitNanos - 1) / TimeUnit.SECONDS.toNanos(1);
    return Problem.of(
            ProblemKind.RATE_LIMITED,
            "Too many " + limit.things() + "; try again in " + seconds + " s.")
        .with("limit", limit.json())
        .with("at_once", atOnce)
        .with("retry_after", seconds);
  }
}
