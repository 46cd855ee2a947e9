package id.tixgo.common.upstream;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.config.ForwardingProof;
import id.tixgo.common.config.HttpConfig;
import id.tixgo.common.http.Headers;
import id.tixgo.common.metrics.Meters;
import id.tixgo.common.problem.Problem;
import id.tixgo.common.problem.ProblemKind;
import id.tixgo.common.scope.Deadline;
import id.tixgo.common.scope.RequestScope;
import id.tixgo.common.scope.Trace;
import id.tixgo.common.tls.OwnCertificate;
import id.tixgo.common.trace.Span;
import id.tixgo.common.trace.Spans;
import io.vertx.circuitbreaker.CircuitBreaker;
import io.vertx.circuitbreaker.CircuitBreakerOptions;
import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.ext.web.client.HttpRequest;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.WebClientOptions;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Another service, over HTTP: a bounded pool and queue, a deadline on every call, a circuit
 * breaker. Any status is an answer; a call fails only with {@code UPSTREAM_UNREACHABLE} (502) or
 * {@code UPSTREAM_TIMEOUT} (504). One per verticle instance, made in its {@code start()}.
 */
public final class UpstreamClient {
  private static final int CONNECTIONS = 64;
  private static final int QUEUE = 1024;
  private static final int CONNECT_TIMEOUT_MS = 2000;
  private static final int FAILURES_TO_OPEN = 20;
  private static final int RETRY_AFTER_MS = 1000;

  private final String name;
  private final URI address;
  private final HttpConfig config;
  private final WebClient client;
  private final CircuitBreaker breaker;
  private final CallMeters calls;
  private final Spans spans;
  private final String service;
  private final ForwardingProof proof;

  public UpstreamClient(Vertx vertx, String name, URI address, HttpConfig config) {
    this.name = requireNonNull(name);
    this.address = requireNonNull(address);
    this.config = requireNonNull(config);
    this.client = WebClient.wrap(httpClient(vertx, config), new WebClientOptions());
    this.breaker =
        CircuitBreaker.create(name, vertx, breakerOptions()).failurePolicy(UpstreamClient::counts);
    this.calls = new CallMeters(Meters.of(vertx), name, breaker);
    this.spans = Spans.of(vertx, config.tracing());
    this.service = Spans.service(vertx);
    this.proof = ForwardingProof.of(config.serviceToken());
  }

  /** A connection that breaks is told of by the calls on it; Vert.x would log it as an error. */
  private static HttpClient httpClient(Vertx vertx, HttpConfig config) {
    return vertx
        .httpClientBuilder()
        .with(OwnCertificate.trusted(vertx, config, options(config)))
        .with(pool())
        .withConnectHandler(connection -> connection.exceptionHandler(broken -> {}))
        .build();
  }

  private static HttpClientOptions options(HttpConfig config) {
    return new HttpClientOptions()
        .setConnectTimeout(CONNECT_TIMEOUT_MS)
        .setKeepAliveTimeout(config.keepAliveSeconds());
  }

  private static PoolOptions pool() {
    return new PoolOptions().setHttp1MaxSize(CONNECTIONS).setMaxWaitQueueSize(QUEUE);
  }

  private static CircuitBreakerOptions breakerOptions() {
    return new CircuitBreakerOptions()
        .setMaxFailures(FAILURES_TO_OPEN)
        .setResetTimeout(RETRY_AFTER_MS)
        .setTimeout(-1);
  }

  /**
   * A caller that leaves its neighbour next to no time says nothing of the neighbour: anyone could
   * open the breaker for everyone else with {@code X-Deadline-Ms: 1}.
   */
  private static boolean counts(Future<Object> call) {
    return call.failed() && !(call.cause() instanceof Impatience);
  }

  /** A request to a path that is encoded already, ready for more headers. */
  public HttpRequest<Buffer> request(HttpMethod method, String uri) {
    return client.requestAbs(method, address.resolve(uri).toString());
  }

  /** A text as one segment of a path. */
  public static String segment(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** Sends within what the scope's deadline leaves. */
  public Future<HttpResponse<Buffer>> send(
      HttpRequest<Buffer> request, Buffer body, RequestScope scope) {
    long timeout = scope.deadline().atMostMs(config.upstreamTimeoutMs());
    Trace asking = spans.wants(scope.trace()) ? scope.trace().next() : scope.trace();
    Headers.tell(request.headers(), asking);
    long begun = System.nanoTime();
    request
        .putHeader(ForwardingProof.HEADER, proof.text())
        .putHeader(RequestScope.HEADER, scope.requestId())
        .putHeader(Deadline.HEADER, String.valueOf(timeout))
        .timeout(timeout);
    return breaker
        .execute(() -> attempt(request, body, timeout))
        .onComplete(calls::count)
        .onComplete(
            call -> spans.record(asking, () -> span(asking, System.nanoTime() - begun, call)))
        .recover(failure -> Future.failedFuture(problem(failure)));
  }

  private Span span(Trace asking, long nanos, AsyncResult<HttpResponse<Buffer>> call) {
    return Span.call(
        asking, service, name, nanos, call.succeeded() ? call.result().statusCode() : 0);
  }

  private Future<HttpResponse<Buffer>> attempt(
      HttpRequest<Buffer> request, Buffer body, long timeout) {
    Future<HttpResponse<Buffer>> answer =
        request.sendBuffer(body).timeout(timeout, TimeUnit.MILLISECONDS);
    return 2 * timeout >= config.upstreamTimeoutMs()
        ? answer
        : answer.recover(failure -> Future.failedFuture(impatience(failure)));
  }

  private static Throwable impatience(Throwable failure) {
    return failure instanceof TimeoutException ? new Impatience() : failure;
  }

  /** Succeeds while the neighbour answers. */
  public Future<Void> ping() {
    return send(
            request(HttpMethod.GET, "/health/live"),
            Buffer.buffer(),
            new RequestScope("readiness", Deadline.in(config.upstreamTimeoutMs())))
        .compose(
            r -> r.statusCode() == 200 ? Future.succeededFuture() : Future.failedFuture(down()));
  }

  private Problem problem(Throwable failure) {
    return failure instanceof TimeoutException
        ? Problem.of(
            ProblemKind.UPSTREAM_TIMEOUT, "The " + name + " service did not answer in time.")
        : down();
  }

  private Problem down() {
    return Problem.of(
        ProblemKind.UPSTREAM_UNREACHABLE, "The " + name + " service can't be reached.");
  }

  /** The caller's time ran out before the neighbour's did. */
  private static final class Impatience extends TimeoutException {
    private static final long serialVersionUID = 1;
  }
}
