package id.tixgo.common.http;

import static java.util.Objects.requireNonNull;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.healthchecks.CheckResult;
import io.vertx.ext.healthchecks.HealthChecks;
import io.vertx.ext.healthchecks.Status;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * {@code /health} and {@code /health/live} (cheap), {@code /health/ready} (asks what is needed).
 */
public final class Health {
  private static final long SLOWEST_CHECK_MS = 2000;

  private final String service;
  private final HealthChecks checks;

  private record Alive(String status, String service) {}

  private record Readiness(String status, String service, List<Map<String, Object>> checks) {}

  public Health(Vertx vertx, String service) {
    this.service = requireNonNull(service);
    this.checks = HealthChecks.create(vertx);
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

  void register(Api api) {
    Reply alive = Reply.json(200, new Alive("ok", service));
    api.always("health", call -> Future.succeededFuture(alive));
    api.always("live", call -> Future.succeededFuture(alive));
    api.always("readiness", call -> checks.checkStatus().map(this::reply));
  }

  private Reply reply(CheckResult result) {
    boolean ready = CheckResult.isUp(result);
    List<Map<String, Object>> rows =
        result.getChecks() == null
            ? List.of()
            : result.getChecks().stream().map(Health::row).toList();
    return Reply.json(
        ready ? 200 : 503, new Readiness(ready ? "ready" : "unavailable", service, rows));
  }

  private static Map<String, Object> row(CheckResult check) {
    return Map.of("id", check.getId(), "status", CheckResult.isUp(check) ? "UP" : "DOWN");
  }
}
