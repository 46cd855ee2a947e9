package id.tixgo.common.gateway;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.config.HttpConfig;
import id.tixgo.common.http.Leaving;
import id.tixgo.common.scope.Deadline;
import id.tixgo.common.tls.OwnCertificate;
import id.tixgo.common.upstream.Ports;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxException;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.net.URI;

/**
 * Connections to one neighbour. Streams, each of which has one for hours, have a pool of their own:
 * however many are open, requests are sent. While it is started again, requests wait for it: up to
 * {@code RESTART_WAIT_MS} from the first that couldn't be sent on. Nothing of them has left by
 * then, so that they can be tried again whatever they ask for. Of one event loop.
 */
final class PatientClient {
  private static final int CONNECTIONS = 256;
  private static final int STREAMS = 4096;
  private static final int QUEUE = 2048;
  private static final int NEXT_TRY_MS = 100;
  private static final int CONNECT_TIMEOUT_MS = 2000;

  private final Vertx vertx;
  private final URI target;
  private final HttpClient requests;
  private final HttpClient streams;
  private final Absence absence;

  PatientClient(Vertx vertx, URI target, HttpConfig config) {
    this.vertx = requireNonNull(vertx);
    this.target = requireNonNull(target);
    this.requests = client(vertx, config, CONNECTIONS);
    this.streams = client(vertx, config, STREAMS);
    this.absence = Absence.of(vertx, target.getAuthority(), config.restartWaitMs());
  }

  private static HttpClient client(Vertx vertx, HttpConfig config, int connections) {
    return vertx.createHttpClient(
        OwnCertificate.trusted(
            vertx, config, new HttpClientOptions().setKeepAliveTimeout(config.keepAliveSeconds())),
        new PoolOptions().setHttp1MaxSize(connections).setMaxWaitQueueSize(QUEUE));
  }

  /** A request to the neighbour, whatever it asks for. */
  RequestOptions options() {
    return new RequestOptions()
        .setHost(target.getHost())
        .setPort(Ports.of(target))
        .setSsl(target.getScheme().equals("https"))
        .setConnectTimeout(CONNECT_TIMEOUT_MS);
  }

  /** Completes when it can be sent; within the deadline, or hardly later. */
  Future<HttpClientRequest> request(RequestOptions options, Deadline deadline) {
    if (absence.isWaitedFor()) {
      return later(options, deadline);
    }
    return client(options)
        .request(options)
        .onSuccess(this::watch)
        .recover(failure -> unsent(failure, options, deadline));
  }

  /** Contracts call streams so; anything else of that name is no worse off among them. */
  private HttpClient client(RequestOptions options) {
    String uri = options.getURI();
    int query = uri.indexOf('?');
    return (query < 0 ? uri : uri.substring(0, query)).endsWith("/stream") ? streams : requests;
  }

  private void watch(HttpClientRequest outbound) {
    absence.isReached();
    outbound.response().onSuccess(this::heed);
  }

  private void heed(HttpClientResponse answer) {
    if (answer.headers().contains(Leaving.HEADER) && absence.leaves()) {
      look();
    }
  }

  private Future<HttpClientRequest> unsent(
      Throwable failure, RequestOptions options, Deadline deadline) {
    if (failure instanceof ConnectionPoolTooBusyException) {
      return Future.failedFuture(failure);
    }
    if (absence.isGone()) {
      look();
    }
    return absence.isWaitedFor() ? later(options, deadline) : Future.failedFuture(failure);
  }

  private Future<HttpClientRequest> later(RequestOptions options, Deadline deadline) {
    return deadline.remainingMs() <= NEXT_TRY_MS
        ? Future.failedFuture(new VertxException("The neighbour is away", true))
        : vertx.timer(NEXT_TRY_MS).compose(due -> request(options, deadline));
  }

  /** Asks until it is ready, or nobody waits any more. */
  private void look() {
    if (absence.isWaitedFor()) {
      isReady()
          .onSuccess(
              ready -> {
                if (ready) {
                  absence.isBack();
                } else {
                  vertx.timer(NEXT_TRY_MS).onSuccess(due -> look());
                }
              });
    }
  }

  private Future<Boolean> isReady() {
    return absence.isClosed()
        ? requests
            .request(options().setURI("/health/ready").setIdleTimeout(CONNECT_TIMEOUT_MS))
            .compose(HttpClientRequest::send)
            .compose(answer -> answer.body().map(answer.statusCode() == 200))
            .otherwise(false)
        : Future.succeededFuture(false);
  }
}
