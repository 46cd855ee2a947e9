package id.tixgo.common.metrics;

import static java.util.Objects.requireNonNull;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.shareddata.LocalMap;
import io.vertx.core.shareddata.Shareable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

/**
 * What the services of one JVM count and measure for its operator. Asked for a meter again, of the
 * same name and labels, it gives the same: the instances of a service count together. A meter is
 * asked for once and kept; using it allocates nothing and waits for nobody.
 *
 * <p>Labels have few values, each of the program's own words: never what a client sends, let alone
 * a name, a token, a ticket's code or an order's number. Where nobody asks for metrics, meters do
 * nothing.
 */
public final class Meters implements Shareable {
  private static final String KEY = "meters";

  /** From what a check-in takes to what a request may. */
  private static final Duration[] BUCKETS =
      millis(0.5, 1, 2.5, 5, 10, 25, 50, 100, 250, 500, 1000, 2500, 5000, 10_000);

  private final Optional<PrometheusMeterRegistry> registry;
  private final Map<List<String>, LongAdder> idToCounter = new ConcurrentHashMap<>();
  private final Map<List<String>, SumOfParts> idToSum = new ConcurrentHashMap<>();

  private Meters(Optional<PrometheusMeterRegistry> registry) {
    this.registry = requireNonNull(registry);
  }

  /** Those of this Vert.x. */
  public static Meters of(Vertx vertx) {
    return map(vertx).computeIfAbsent(KEY, none -> new Meters(Optional.empty()));
  }

  /** Makes those of this Vert.x to be read; call before the first service is made. */
  public static Meters install(Vertx vertx) {
    Meters meters = new Meters(Optional.of(new PrometheusMeterRegistry(PrometheusConfig.DEFAULT)));
    map(vertx).put(KEY, meters);
    return meters;
  }

  private static LocalMap<String, Meters> map(Vertx vertx) {
    return vertx.sharedData().getLocalMap("metrics");
  }

  /**
   * A counter, for any thread.
   *
   * @param name in words with points between: {@code tixgo.checkins}
   * @param labels names and values in turn
   */
  public LongAdder counter(String name, String description, String... labels) {
    return idToCounter.computeIfAbsent(
        id(name, labels), id -> registered(new LongAdder(), name, description, labels));
  }

  /** What is as much as it is when it is looked at; from any thread. */
  public void gauge(
      String name, String description, Supplier<? extends Number> value, String... labels) {
    idToSum
        .computeIfAbsent(
            id(name, labels), id -> registered(new SumOfParts(), name, description, labels))
        .add(value);
  }

  /** Takes nanoseconds, from any thread. */
  public LongConsumer timer(String name, String description, String... labels) {
    return registry
        .map(
            known ->
                Timer.builder(name)
                    .description(description)
                    .tags(labels)
                    .serviceLevelObjectives(BUCKETS)
                    .register(known))
        .<LongConsumer>map(timer -> nanos -> timer.record(nanos, TimeUnit.NANOSECONDS))
        .orElse(nanos -> {});
  }

  /** Hands the registry to what measures by itself. */
  public void bind(Consumer<MeterRegistry> binder) {
    registry.ifPresent(binder);
  }

  /** All of them, in Prometheus' text format; takes some milliseconds. */
  public String scrape() {
    return registry.map(PrometheusMeterRegistry::scrape).orElse("");
  }

  private LongAdder registered(
      LongAdder counter, String name, String description, String... labels) {
    registry.ifPresent(
        known ->
            FunctionCounter.builder(name, counter, LongAdder::sum)
                .description(description)
                .tags(labels)
                .register(known));
    return counter;
  }

  private SumOfParts registered(SumOfParts sum, String name, String description, String... labels) {
    registry.ifPresent(
        known ->
            Gauge.builder(name, sum, SumOfParts::value)
                .description(description)
                .tags(labels)
                .register(known));
    return sum;
  }

  private static List<String> id(String name, String... labels) {
    List<String> id = new ArrayList<>(List.of(labels));
    id.add(name);
    return List.copyOf(id);
  }

  private static Duration[] millis(double... bounds) {
    Duration[] all = new Duration[bounds.length];
    for (int i = 0; i < bounds.length; i++) {
      all[i] = Duration.ofNanos((long) (bounds[i] * 1_000_000));
    }
    return all;
  }
}
