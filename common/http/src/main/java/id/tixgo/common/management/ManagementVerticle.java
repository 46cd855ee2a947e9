package id.tixgo.common.management;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.http.Health;
import id.tixgo.common.http.ProblemWriter;
import id.tixgo.common.http.Reply;
import id.tixgo.common.metrics.Meters;
import id.tixgo.common.problem.Problem;
import id.tixgo.common.problem.ProblemKind;
import id.tixgo.common.service.Service;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Answers an operator; who is asked is told no secret, and nothing of anyone. */
final class ManagementVerticle extends VerticleBase {
  private static final int IDLE_SECONDS = 60;
  private static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";
  private static final Set<HttpMethod> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD);

  private final Service.Address address;
  private final Meters meters;
  private final List<String> services;
  private final Map<String, Boolean> serviceToReady = new ConcurrentHashMap<>();

  ManagementVerticle(Service.Address address, Meters meters, List<String> services) {
    this.address = requireNonNull(address);
    this.meters = requireNonNull(meters);
    this.services = List.copyOf(services);
  }

  @Override
  public Future<?> start() {
    services.forEach(this::measure);
    return vertx
        .createHttpServer(
            new HttpServerOptions()
                .setHost(address.host())
                .setPort(address.port())
                .setIdleTimeout(IDLE_SECONDS)
                .setHttp2ClearTextEnabled(false))
        .requestHandler(this::handle)
        .listen();
  }

  private void measure(String service) {
    meters.gauge(
        "tixgo.ready",
        "Whether a service can answer: 1, or 0",
        () -> serviceToReady.getOrDefault(service, false) ? 1 : 0,
        "service",
        service);
  }

  private void handle(HttpServerRequest request) {
    answer(request)
        .otherwise(ManagementVerticle::problem)
        .onSuccess(
            reply ->
                request
                    .response()
                    .setStatusCode(reply.status())
                    .putHeader("Content-Type", reply.contentType())
                    .end(reply.body()));
  }

  private Future<Reply> answer(HttpServerRequest request) {
    if (!READS.contains(request.method())) {
      return Future.failedFuture(
          Problem.of(ProblemKind.METHOD_NOT_ALLOWED, "Only GET is answered here."));
    }
    return switch (request.path()) {
      case "/metrics" -> metrics();
      case "/health", "/health/live" -> Future.succeededFuture(alive());
      case "/health/ready" -> ready().map(this::readiness);
      default -> Future.failedFuture(Problem.notFound("There is nothing here."));
    };
  }

  /** Away from the event loop: some gauges look through what they count. */
  private Future<Reply> metrics() {
    return ready()
        .compose(known -> vertx.executeBlocking(meters::scrape))
        .map(text -> Reply.bytes(200, TEXT, Buffer.buffer(text)));
  }

  private Reply alive() {
    return Reply.json(200, new JsonObject().put("status", "ok").put("services", services));
  }

  /** Each service's own answer, in their order. */
  private Future<List<Reply>> ready() {
    List<Future<Reply>> asked = services.stream().map(this::ready).toList();
    return Future.all(asked).map(all -> all.list());
  }

  private Future<Reply> ready(String service) {
    return Health.readiness(vertx, service)
        .onSuccess(reply -> serviceToReady.put(service, reply.status() == 200));
  }

  private Reply readiness(List<Reply> replies) {
    boolean all = replies.stream().allMatch(reply -> reply.status() == 200);
    JsonArray rows = new JsonArray();
    replies.forEach(reply -> rows.add(new JsonObject(reply.body())));
    JsonObject body =
        new JsonObject().put("status", all ? "ready" : "unavailable").put("services", rows);
    return Reply.json(all ? 200 : 503, body);
  }

  private static Reply problem(Throwable failure) {
    Problem problem =
        failure instanceof Problem known
            ? known
            : Problem.of(ProblemKind.INTERNAL_ERROR, "The metrics can't be read.");
    Buffer body = ProblemWriter.json("-", problem);
    return Reply.bytes(ProblemWriter.status(problem), ProblemWriter.CONTENT_TYPE, body);
  }
}
