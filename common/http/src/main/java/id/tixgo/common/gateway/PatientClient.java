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
 * Connections to one neighbour. While it is started again, requests wait for it: up to {@code
 * RESTART_WAIT_MS} from the first that couldn't be sent on. Nothing of them has left by then, so
 * that they can be tried again whatever they ask for. Of one event loop.
 */
final class PatientClient {
  private static final int CONNECTIONS = 256;
  private static final int QUEUE = 2048;
  private static final int NEXT_TRY_MS = 100;

  private final Vertx vertx;
  private final HttpClient client;
  private final Absence absence;

  PatientClient(Vertx vertx, HttpConfig config) {
    this.vertx = requireNonNull(vertx);
    this.client =
        vertx.createHttpClient(
            OwnCertificate.trusted(
                vertx,
                config,
                new HttpClientOptions().setKeepAliveTimeout(config.keepAliveSeconds())),
            new PoolOptions().setHttp1MaxSize(CONNECTIONS).setMaxWaitQueueSize(QUEUE));
    this.absence = new Absence(config.restartWaitMs());
  }

  /** Completes when it can be sent; within the deadline, or hardly later. */
  Future<HttpClientRequest> request(RequestOptions options, Deadline deadline) {
    if (absence.isLeaving()) {
      return later(options, deadline);
    }
    return client
        .request(options)
        .onSuccess(this::watch)
        .recover(failure -> unsent(failure, options, deadline));
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
