package id.tixgo.payment.client;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.metrics.Meters;
import id.tixgo.common.upstream.CallMeters;
import io.vertx.circuitbreaker.CircuitBreaker;
import io.vertx.circuitbreaker.CircuitBreakerOptions;
import io.vertx.circuitbreaker.OpenCircuitException;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpRequest;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.WebClientOptions;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A gateway over HTTP: JSON both ways, a deadline on every call, a bounded pool and queue, a
 * circuit breaker. A call fails only with {@link NoAnswer}. One per verticle instance.
 */
final class GatewayHttp {
  private static final int CONNECTIONS = 64;
  private static final int QUEUE = 1024;
  private static final int CONNECT_TIMEOUT_MS = 5000;

  /** Gateways close what was silent for a minute; a call on such a connection has no answer. */
  private static final int KEEP_ALIVE_SECONDS = 30;

  private static final int FAILURES_TO_OPEN = 10;
  private static final int RETRY_AFTER_MS = 5000;
  private static final int TOO_MANY_REQUESTS = 429;

  private final String name;
  private final String base;
  private final String authorization;
  private final int timeoutMs;
  private final WebClient client;
  private final CircuitBreaker breaker;
  private final CallMeters calls;

  /**
   * @param name as people write it
   * @param base may have a path
   */
  GatewayHttp(Vertx vertx, String name, URI base, GatewaySecret key, int timeoutMs) {
    this.name = requireNonNull(name);
    this.base = base.toString().replaceAll("/+$", "");
    this.authorization = key.basic();
    this.timeoutMs = timeoutMs;
    this.client = client(vertx);
    this.breaker =
        CircuitBreaker.create(name + ' ' + base, vertx, breakerOptions())
            .failurePolicy(GatewayHttp::counts);
    this.calls = new CallMeters(Meters.of(vertx), name.toLowerCase(Locale.ROOT), breaker);
  }

  /** A redirect would take the key elsewhere. */
  private static WebClient client(Vertx vertx) {
    return WebClient.wrap(
        vertx
            .httpClientBuilder()
            .with(
                new HttpClientOptions()
                    .setConnectTimeout(CONNECT_TIMEOUT_MS)
                    .setKeepAliveTimeout(KEEP_ALIVE_SECONDS))
            .with(new PoolOptions().setHttp1MaxSize(CONNECTIONS).setMaxWaitQueueSize(QUEUE))
            .withConnectHandler(connection -> connection.exceptionHandler(broken -> {}))
            .build(),
        new WebClientOptions().setFollowRedirects(false));
  }

  private static CircuitBreakerOptions breakerOptions() {
    return new CircuitBreakerOptions()
        .setMaxFailures(FAILURES_TO_OPEN)
        .setResetTimeout(RETRY_AFTER_MS)
        .setTimeout(-1);
  }

  /** That we ask too much at once says nothing of the gateway. */
  private static boolean counts(Future<Object> call) {
    return call.failed() && !(call.cause() instanceof ConnectionPoolTooBusyException);
  }

  Future<GatewayReply> get(String path) {
    return send(request(HttpMethod.GET, path), Buffer.buffer());
  }

  Future<GatewayReply> post(String path, JsonObject body) {
    return post(path, body, Map.of());
  }

  Future<GatewayReply> post(String path, JsonObject body, Map<String, String> headers) {
    HttpRequest<Buffer> request =
        request(HttpMethod.POST, path).putHeader("Content-Type", "application/json");
    headers.forEach(request::putHeader);
    return send(request, body.toBuffer());
  }

  /** Of what is known by its id, without more to say. */
  Future<GatewayReply> post(String path) {
    return send(request(HttpMethod.POST, path), Buffer.buffer());
  }

  private HttpRequest<Buffer> request(HttpMethod method, String path) {
    return client
        .requestAbs(method, base + path)
        .putHeader("Authorization", authorization)
        .putHeader("Accept", "application/json")
        .timeout(timeoutMs);
  }

  private Future<GatewayReply> send(HttpRequest<Buffer> request, Buffer body) {
    return breaker
        .execute(
            () ->
                request.sendBuffer(body).timeout(timeoutMs, TimeUnit.MILLISECONDS).map(this::reply))
        .onComplete(calls::count)
        .recover(failure -> Future.failedFuture(noAnswer(failure)));
  }

  private GatewayReply reply(HttpResponse<Buffer> response) {
    int status = response.statusCode();
    if (status / 100 == 5 || status == TOO_MANY_REQUESTS) {
      throw new NoAnswer(name + " answered " + status + ".");
    }
    return new GatewayReply(status, json(response.body()));
  }

  private Object json(Buffer body) {
    try {
      return Json.decodeValue(body == null ? Buffer.buffer() : body);
    } catch (DecodeException e) {
      throw NoAnswer.unreadable(name);
    }
  }

  private NoAnswer noAnswer(Throwable failure) {
    if (failure instanceof NoAnswer known) {
      return known;
    }
    if (failure instanceof TimeoutException) {
      return new NoAnswer(name + " did not answer in time.");
    }
    if (failure instanceof OpenCircuitException) {
      return new NoAnswer(name + " failed too often just now and isn't asked for some seconds.");
    }
    return failure instanceof ConnectionPoolTooBusyException
        ? new NoAnswer(name + " is asked too much at once.")
        : new NoAnswer(name + " can't be reached.");
  }
}
