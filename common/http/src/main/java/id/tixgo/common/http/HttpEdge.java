package id.tixgo.common.http;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.config.HttpConfig;
import id.tixgo.common.metrics.Meters;
import id.tixgo.common.overload.Shedding;
import id.tixgo.common.problem.Problem;
import id.tixgo.common.problem.ProblemKind;
import id.tixgo.common.tls.TlsServer;
import id.tixgo.common.trace.Spans;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.shareddata.LocalMap;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The HTTP server that every service has: request log, CORS, its API, docs, health, errors. */
public final class HttpEdge {
  /** How long requests in flight may take to end; then they are cut off. */
  public static final int DRAIN_SECONDS = 8;

  private static final String SERVING = "serving";

  private final Vertx vertx;
  private final String service;
  private final HttpConfig config;
  private final Optional<TlsServer> tls;
  private final OpenConnections connections;
  private final Leaving leaving;
  private Router router;

  /**
   * Of the verticle that makes it.
   *
   * @param external whether others than services of the house reach it
   * @param secured whether it speaks HTTPS, with the certificate of the settings
   */
  public HttpEdge(
      Vertx vertx, String service, HttpConfig config, boolean external, boolean secured) {
    this.vertx = requireNonNull(vertx);
    this.service = requireNonNull(service);
    this.config = requireNonNull(config);
    this.tls = config.tls().filter(any -> secured).map(files -> new TlsServer(vertx, files));
    this.connections = new OpenConnections(vertx, service, config, external);
    this.leaving = Leaving.make(vertx);
  }

  /** Completes with the listening server. */
  public Future<HttpServer> listen(Api api, Health health, String host, int port) {
    return listen(api, health, none -> {}, host, port);
  }

  /**
   * The same with more routes, for what is no operation of the API: files.
   *
   * @param more mounts them; they get what no operation takes
   */
  public Future<HttpServer> listen(
      Api api, Health health, Consumer<Router> more, String host, int port) {
    health.register(api);
    Docs.register(api);
    router = router(api, more);
    return listenAlso(host, port);
  }

  /** Listens at one more address, once it {@link #listen listens}. */
  public Future<HttpServer> listenAlso(String host, int port) {
    HttpServerOptions options = options(host, port);
    return vertx
        .createHttpServer(options)
        .connectionHandler(this::watch)
        .invalidRequestHandler(new UnreadableRequest(vertx))
        .requestHandler(router)
        .listen()
        .onSuccess(listening -> servers(vertx).merge(SERVING, 1, Integer::sum))
        .onSuccess(listening -> tls.ifPresent(files -> files.follow(listening, options)));
  }

  private void watch(HttpConnection connection) {
    UnreadableBody.watch(connection);
    connections.opened(connection);
  }

  private void hasAsked(RoutingContext context) {
    if (context.request().version() == HttpVersion.HTTP_2) {
      connections.hasAsked(context.request().connection());
    }
    context.next();
  }

  /**
   * Ends streams, takes no new connection and lets the requests in flight end. Where others wait
   * for a service that is started again, they hear of it before.
   */
  public Future<Void> drain(HttpServer server) {
    leaving.begin();
    Future<?> told =
        config.restartWaitMs() > 0 ? vertx.timer(Leaving.MOMENT_MS) : Future.succeededFuture();
    return told.compose(heard -> server.shutdown(DRAIN_SECONDS, TimeUnit.SECONDS))
        .onSuccess(drained -> servers(vertx).merge(SERVING, -1, Integer::sum));
  }

  /** Whether all servers of this JVM have been drained. */
  public static boolean isDrained(Vertx vertx) {
    return servers(vertx).getOrDefault(SERVING, 0) == 0;
  }

  private static LocalMap<String, Integer> servers(Vertx vertx) {
    return vertx.sharedData().getLocalMap("http.servers");
  }

  /** Nobody speaks WebSocket here: what it needs of each connection would slow every answer. */
  private HttpServerOptions options(String host, int port) {
    HttpServerOptions plain =
        new HttpServerOptions()
            .setHost(host)
            .setPort(port)
            .setIdleTimeout(config.idleTimeoutSeconds())
            .setPerFrameWebSocketCompressionSupported(false)
            .setPerMessageWebSocketCompressionSupported(false)
            .setHttp2ClearTextEnabled(false);
    return tls.map(files -> files.options(plain)).orElse(plain);
  }

  private Router router(Api api, Consumer<Router> more) {
    Router router = Router.router(vertx);
    ForwardedHeaders forwarded = new ForwardedHeaders(config);
    Spans spans = Spans.of(vertx, config.tracing());
    RequestTimes times = new RequestTimes(Meters.of(vertx), service);
    router.route().handler(new RequestLog(config, service, spans, forwarded, times));
    router.route().handler(new SecurityHeaders(tls.isPresent()));
    router.route().handler(leaving);
    if (tls.isPresent()) {
      router.route().handler(this::hasAsked);
    }
    router.route().handler(new WithoutChunks());
    router.route().handler(new FramingCheck());
    router.route().handler(UnreadableBody.check());
    if (!config.corsOrigins().isEmpty()) {
      router.route().handler(new Cors(config.corsOrigins(), forwarded));
    }
    router.route().handler(new AddressCheck());
    api.mount(router, new Shedding(vertx, service, config.shedAboveMs()));
    Docs.mountAssets(router);
    more.accept(router);
    router.route().last().handler(context -> ProblemWriter.write(context, notFound()));
    router.route().failureHandler(c -> ProblemWriter.write(c, failureOf(c)));
    return router;
  }

  /** What vertx-web's own handlers refuse has a status and maybe an exception that says less. */
  private static Throwable failureOf(RoutingContext context) {
    return switch (context.statusCode()) {
      case 403 -> Problem.of(ProblemKind.FORBIDDEN, "Pages of this origin may not call here.");
      case 404 -> notFound();
      case 400 -> UnreadableRequest.problem();
      default -> context.failure();
    };
  }

  private static Problem notFound() {
    return Problem.notFound("There is nothing here.");
  }
}
