package id.tixgo.common.gateway;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.config.HttpConfig;
import id.tixgo.common.http.Leaving;
import id.tixgo.common.scope.Deadline;
import id.tixgo.common.tls.OwnCertificate;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;

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

  private final Vertx vertx;
  private final HttpClient requests;
  private final HttpClient streams;
  private final Absence absence;

  PatientClient(Vertx vertx, HttpConfig config) {
    this.vertx = requireNonNull(vertx);
    this.requests = client(vertx, config, CONNECTIONS);
    this.streams = client(vertx, config, STREAMS);
    this.absence = new Absence(config.restartWaitMs());
  }

  private static HttpClient client(Vertx vertx, HttpConfig config, int connections) {
    return vertx.createHttpClient(
        OwnCertificate.trusted(
            vertx, config, new HttpClientOptions().setKeepAliveTimeout(config.keepAliveSeconds())),
        new PoolOptions().setHttp1MaxSize(connections).setMaxWaitQueueSize(QUEUE));
  }

  /** Completes when it can be sent; within the deadline, or hardly later. */
  Future<HttpClientRequest> request(RequestOptions options, Deadline deadline) {
    if (absence.isLeaving()) {
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
    if (answer.headers().contains(Leaving.HEADER)) {
      absence.leaves();
    }
  }

  private Future<HttpClientRequest> unsent(
      Throwable failure, RequestOptions options, Deadline deadline) {
    boolean busy = failure instanceof ConnectionPoolTooBusyException;
    boolean late = deadline.remainingMs() <= NEXT_TRY_MS;
    return busy || late || !absence.isWorthWaiting()
        ? Future.failedFuture(failure)
        : later(options, deadline);
  }

  private Future<HttpClientRequest> later(RequestOptions options, Deadline deadline) {
    return vertx.timer(NEXT_TRY_MS).compose(due -> request(options, deadline));
  }
}
