package id.tixgo.common.gateway;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.config.HttpConfig;
import id.tixgo.common.http.Api;
import id.tixgo.common.http.ForwardedHeaders;
import id.tixgo.common.http.Headers;
import id.tixgo.common.http.Leaving;
import id.tixgo.common.http.ProblemWriter;
import id.tixgo.common.http.RequestContext;
import id.tixgo.common.problem.Problem;
import id.tixgo.common.scope.Deadline;
import id.tixgo.common.scope.RequestScope;
import id.tixgo.common.scope.Trace;
import id.tixgo.common.trace.Span;
import id.tixgo.common.trace.Spans;
import io.vertx.core.AsyncResult;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.RequestOptions;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.proxy.handler.ProxyHandler;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

/**
 * Forwards requests to a neighbour as they come, both ways, streamed (docs/adr/013). What concerns
 * one connection alone is dropped; what our services tell each other can't be sent in; CORS is this
 * edge's to decide. A GET or HEAD whose connection ends before anything is answered is sent once
 * more; what can't be sent waits for a neighbour that is started again. One per verticle instance,
 * made in its {@code start()}.
 */
public final class Gateway {
  private static final Set<String> OWN_TO_THIS_HOP =
      Set.of(
          "host",
          "content-length",
          "expect",
          "origin",
          "access-control-request-method",
          "access-control-request-headers");

  private final Mount mount;
  private final Trouble trouble;
  private final HttpConfig config;
  private final ForwardedHeaders forwarded;
  private final PatientClient client;
  private final Spans spans;
  private final String service;

  /**
   * @param name the neighbour's, for messages
   * @param path the beginning of the path that the neighbour doesn't know and isn't sent: {@code
   *     /gateway/identity}; empty for none
   */
  public Gateway(Vertx vertx, String name, URI target, String path, HttpConfig config) {
    this(
        new Mount(path, target),
        new Trouble(name),
        config,
        new PatientClient(vertx, target, config),
        Spans.of(vertx, config.tracing()),
        Spans.service(vertx));
  }

  private Gateway(
      Mount mount,
      Trouble trouble,
      HttpConfig config,
      PatientClient client,
      Spans spans,
      String service) {
    this.mount = requireNonNull(mount);
    this.trouble = requireNonNull(trouble);
    this.config = requireNonNull(config);
    this.forwarded = new ForwardedHeaders(config);
    this.client = requireNonNull(client);
    this.spans = requireNonNull(spans);
    this.service = requireNonNull(service);
  }

  /** The same neighbour below another beginning of the path, over the same connections. */
  public Gateway below(String path) {
    return new Gateway(
        new Mount(path + mount.path(), mount.target()), trouble, config, client, spans, service);
  }

  /** Takes the contract's operations on a path and below it. */
  public void register(Api api, String path) {
    api.forward(path, this::forward);
  }

  /**
   * Hands one request on as it came. The handler of vertx-web-proxy refuses one whose body was
   * taken by another handler.
   */
  public void forward(RoutingContext context) {
    ProxyHandler.create(new Hop(() -> send(context))).handle(context);
  }

  private void send(RoutingContext context) {
    if (isInternal(context) || !mount.covers(context.request())) {
      ProblemWriter.write(context, Problem.notFound("There is nothing here."));
      return;
    }
    if (Headers.contentLength(context.request()) != 0) {
      context.request().pause();
    }
    attempt(context, isRepeatable(context.request()));
  }

  /** What asks without a body and changes nothing. */
  private static boolean isRepeatable(HttpServerRequest request) {
    boolean reads =
        request.method().equals(HttpMethod.GET) || request.method().equals(HttpMethod.HEAD);
    return reads && Headers.contentLength(request) == 0;
  }

  private void attempt(RoutingContext context, boolean repeatable) {
    client
        .request(neighbour(context.request()), RequestContext.of(context).scope().deadline())
        .onSuccess(outbound -> begin(context, outbound, repeatable))
        .onFailure(failure -> ProblemWriter.write(context, trouble.problem(failure)));
  }

  /** A request may have been refused for its body by now, or its client be gone. */
  private void begin(RoutingContext context, HttpClientRequest outbound, boolean repeatable) {
    if (context.response().ended() || context.response().closed()) {
      outbound.exceptionHandler(reset -> {}).reset();
      return;
    }
    write(context, outbound.headers());
    trace(RequestContext.of(context).scope().trace(), outbound);
    Optional<Runnable> again =
        repeatable ? Optional.of(() -> attempt(context, false)) : Optional.empty();
    Leaving leaving = Leaving.of(context.vertx());
    new Forwarding(context, outbound, mount, config, trouble, again, leaving).begin();
  }

  /** The neighbour's step follows one of ours, which ends when its answer begins. */
  private void trace(Trace own, HttpClientRequest outbound) {
    Trace asking = spans.wants(own) ? own.next() : own;
    Headers.tell(outbound.headers(), asking);
    long begun = System.nanoTime();
    outbound
        .response()
        .onComplete(
            answer -> spans.record(asking, () -> span(asking, System.nanoTime() - begun, answer)));
  }

  private Span span(Trace asking, long nanos, AsyncResult<HttpClientResponse> answer) {
    int status = answer.succeeded() ? answer.result().statusCode() : 0;
    return Span.call(asking, service, trouble.name(), nanos, status);
  }

  /** As the neighbour's router will see the path, whatever dots and escapes are in it. */
  private boolean isInternal(RoutingContext context) {
    return (context.normalizedPath() + "/").startsWith(mount.path() + "/internal/");
  }

  private RequestOptions neighbour(HttpServerRequest request) {
    return client.options().setMethod(request.method()).setURI(mount.local(request));
  }

  private void write(RoutingContext context, MultiMap headers) {
    RequestScope scope = RequestContext.of(context).scope();
    HttpServerRequest request = context.request();
    EndToEndHeaders.copy(
        request.headers(),
        headers,
        name -> OWN_TO_THIS_HOP.contains(name) || BelievedHeaders.contain(name));
    headers.set(RequestScope.HEADER, scope.requestId());
    headers.set(Deadline.HEADER, String.valueOf(scope.deadline().remainingMs()));
    forwarded.tell(request, headers);
  }
}
