package id.tixgo.common.gateway;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.config.HttpConfig;
import id.tixgo.common.config.ServiceToken;
import id.tixgo.common.http.Api;
import id.tixgo.common.http.Exchange;
import id.tixgo.common.http.ProblemWriter;
import id.tixgo.common.problem.Problem;
import id.tixgo.common.problem.ProblemKind;
import id.tixgo.common.scope.Deadline;
import id.tixgo.common.scope.RequestScope;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.proxy.handler.ProxyHandler;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.MediaType;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyOptions;
import io.vertx.httpproxy.ProxyRequest;
import io.vertx.httpproxy.ProxyResponse;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * Forwards requests to a neighbour as they come, both ways, streamed. What concerns one connection
 * alone is dropped; what our services tell each other can't be sent in. A neighbour that can't be
 * reached is a 502, one that doesn't begin its answer within {@code UPSTREAM_TIMEOUT_MS} a 504; an
 * answer that has begun, an event stream for one, may take as long as its connection isn't idle.
 */
public final class Gateway implements ProxyInterceptor {
  private static final int CONNECTIONS = 256;
  private static final int QUEUE = 2048;
  private static final int CONNECT_TIMEOUT_MS = 2000;
  private static final Set<String> PER_CONNECTION =
      Set.of(
          "connection",
          "expect",
          "keep-alive",
          "proxy-authenticate",
          "proxy-authorization",
          "proxy-connection",
          "te",
          "trailer",
          "upgrade");

  /** What a {@code Connection} header may not name (RFC 9110, 7.6.1): it is for all recipients. */
  private static final Set<String> FOR_ALL = Set.of("content-length", "transfer-encoding", "host");

  private final String name;
  private final URI target;
  private final String mount;
  private final HttpConfig config;
  private final ProxyHandler handler;

  /**
   * @param name the neighbour's, for messages
   * @param mount the beginning of the path that the neighbour doesn't know and isn't sent: {@code
   *     /gateway/identity}; empty for none
   */
  public Gateway(Vertx vertx, String name, URI target, String mount, HttpConfig config) {
    this.name = requireNonNull(name);
    this.target = requireNonNull(target);
    this.mount = requireNonNull(mount);
    this.config = requireNonNull(config);
    HttpClientOptions options =
        new HttpClientOptions().setKeepAliveTimeout(config.keepAliveSeconds());
    PoolOptions pool = new PoolOptions().setHttp1MaxSize(CONNECTIONS).setMaxWaitQueueSize(QUEUE);
    HttpProxy proxy =
        HttpProxy.reverseProxy(
                new ProxyOptions().setSupportWebSocket(false),
                vertx.createHttpClient(options, pool))
            .origin(context -> context.client().request(origin()).map(Gateway::quiet))
            .addInterceptor(this);
    this.handler = ProxyHandler.create(proxy);
  }

  /** Takes the contract's operations on a path and below it. */
  public void register(Api api, String path) {
    api.forward(path, this::forward);
  }

  @Override
  public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
    ProxyRequest request = context.request();
    request.setURI(request.getURI().substring(mount.length()));
    return context.sendRequest().recover(failure -> answer(request, failure));
  }

  /** What this edge says itself, its CORS headers and request id, it says once. */
  @Override
  public Future<Void> handleProxyResponse(ProxyContext context) {
    MultiMap headers = context.response().headers();
    dropPerConnection(headers);
    context.request().proxiedRequest().response().headers().names().stream()
        .filter(name -> !name.equalsIgnoreCase("Vary"))
        .forEach(headers::remove);
    return context.sendResponse();
  }

  private void forward(RoutingContext context) {
    HttpServerRequest request = context.request();
    if (isInternal(context) || (!mount.isEmpty() && !request.uri().startsWith(mount + "/"))) {
      ProblemWriter.write(context, Problem.notFound("There is nothing here."));
      return;
    }
    RequestScope scope = Exchange.of(context).scope();
    MultiMap headers = request.headers();
    dropPerConnection(headers);
    headers.remove(ServiceToken.HEADER);
    headers.set(RequestScope.HEADER, scope.requestId());
    headers.set(Deadline.HEADER, String.valueOf(scope.deadline().remainingMs()));
    tellOrigin(request, headers);
    handler.handle(context);
  }

  /** As the neighbour's router will see the path, whatever dots and escapes are in it. */
  private boolean isInternal(RoutingContext context) {
    return (context.normalizedPath() + "/").startsWith(mount + "/internal/");
  }

  private static void tellOrigin(HttpServerRequest request, MultiMap headers) {
    String peer = request.remoteAddress().hostAddress();
    String before = headers.get("X-Forwarded-For");
    headers.set("X-Forwarded-For", before == null ? peer : before + ", " + peer);
    setIfAbsent(headers, "X-Forwarded-Proto", request.scheme());
    setIfAbsent(headers, "X-Forwarded-Host", String.valueOf(request.authority()));
  }

  private static void setIfAbsent(MultiMap headers, String name, String value) {
    if (!headers.contains(name)) {
      headers.set(name, value);
    }
  }

  private static void dropPerConnection(MultiMap headers) {
    headers.getAll("Connection").stream()
        .flatMap(names -> Stream.of(names.split(",")))
        .map(name -> name.strip().toLowerCase(Locale.ROOT))
        .filter(name -> !name.isEmpty() && !FOR_ALL.contains(name))
        .forEach(headers::remove);
    PER_CONNECTION.forEach(headers::remove);
  }

  /** A client that breaks off its upload is no error of ours, which Vert.x would log it as. */
  private static HttpClientRequest quiet(HttpClientRequest request) {
    return request.exceptionHandler(brokenOff -> {});
  }

  private RequestOptions origin() {
    boolean secure = target.getScheme().equals("https");
    return new RequestOptions()
        .setHost(target.getHost())
        .setPort(target.getPort() < 0 ? (secure ? 443 : 80) : target.getPort())
        .setSsl(secure)
        .setConnectTimeout(CONNECT_TIMEOUT_MS)
        .setIdleTimeout(config.upstreamTimeoutMs());
  }

  private Future<ProxyResponse> answer(ProxyRequest request, Throwable failure) {
    String requestId = request.headers().get(RequestScope.HEADER);
    Problem problem = problem(failure);
    Buffer body = ProblemWriter.json(requestId, problem);
    ProxyResponse response = request.release().response();
    return Future.succeededFuture(
        response
            .setStatusCode(ProblemWriter.status(problem))
            .setBody(Body.body(body, MediaType.parse(ProblemWriter.CONTENT_TYPE))));
  }

  private Problem problem(Throwable failure) {
    return failure instanceof TimeoutException
        ? Problem.of(ProblemKind.UPSTREAM_TIMEOUT, service() + " did not answer in time.")
        : Problem.of(ProblemKind.UPSTREAM_UNREACHABLE, service() + " can't be reached.");
  }

  private String service() {
    return "The " + name + " service";
  }
}
