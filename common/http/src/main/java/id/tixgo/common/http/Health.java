package id.tixgo.common.http;

import static java.util.Objects.requireNonNull;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.shareddata.LocalMap;
import io.vertx.core.shareddata.Shareable;
import io.vertx.ext.healthchecks.CheckResult;
import io.vertx.ext.healthchecks.HealthChecks;
import io.vertx.ext.healthchecks.Status;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * {@code /health} and {@code /health/live} (cheap), {@code /health/ready} (asks what is needed, and
 * tells the service's time).
 */
public final class Health implements Shareable {
  private static final long SLOWEST_CHECK_MS = 2000;

  private final String service;
  private final HealthChecks checks;
  private Optional<Supplier<List<FeedReport>>> feeds = Optional.empty();

  private record Alive(String status, String service) {}

  private record Readiness(String status, String service, List<Map<String, Object>> checks) {}

  private record Following(
      String status, String service, List<Map<String, Object>> checks, List<FeedReport> feeds) {}

  private Health(Vertx vertx, String service) {
    this.service = service + "-service";
    this.checks = HealthChecks.create(vertx);
  }

  /** That of a service's instance, which speaks for the others. */
  public static Health of(Vertx vertx, String service) {
    Health health = new Health(vertx, service);
    all(vertx).put(requireNonNull(service), health);
    return health;
  }

  /** What is known of a service; it isn't ready before it has begun. */
  public static Future<Reply> readiness(Vertx vertx, String service) {
    return Optional.ofNullable(all(vertx).get(service))
        .orElseGet(() -> new Health(vertx, service).needs("start", Health::notYet))
        .readiness();
  }

  private static Future<?> notYet() {
    return Future.failedFuture("not started");
  }

  private static LocalMap<String, Health> all(Vertx vertx) {
    return vertx.sharedData().getLocalMap("http.health");
  }

  /** Makes the service ready only while the check succeeds. */
  public Health needs(String name, Supplier<Future<?>> check) {
    checks.register(
        name,
        SLOWEST_CHECK_MS,
        promise ->
            check
                .get()
                .onComplete(
                    done -> promise.complete(done.succeeded() ? Status.OK() : Status.KO())));
    return this;
  }

  /** Tells besides how the service is doing with the feeds that it follows. */
  public Health follows(Supplier<List<FeedReport>> reports) {
    feeds = Optional.of(reports);
    return this;
  }

  void register(Api api) {
    Reply alive = Reply.json(200, new Alive("ok", service));
    api.always("health", call -> Future.succeededFuture(alive));
    api.always("live", call -> Future.succeededFuture(alive));
    api.always("readiness", call -> readiness());
  }

  private Future<Reply> readiness() {
    return checks
        .checkStatus()
        .map(this::reply)
        .map(reply -> reply.withHeader("Date", HttpDate.of(Instant.now())));
  }

  private Reply reply(CheckResult result) {
    boolean ready = CheckResult.isUp(result);
    List<Map<String, Object>> rows =
        result.getChecks() == null
            ? List.of()
            : result.getChecks().stream().map(Health::row).toList();
    String status = ready ? "ready" : "unavailable";
    return Reply.json(
        ready ? 200 : 503,
        feeds
            .<Record>map(reports -> new Following(status, service, rows, reports.get()))
            .orElseGet(() -> new Readiness(status, service, rows)));
  }

  private static Map<String, Object> row(CheckResult check) {
    return Map.of("id", check.getId(), "status", CheckResult.isUp(check) ? "UP" : "DOWN");
  }
}
