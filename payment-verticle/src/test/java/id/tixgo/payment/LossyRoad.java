package id.tixgo.payment;

import id.tixgo.common.test.FreePort;
import id.tixgo.common.test.RunningSystem;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.RequestOptions;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

/** The road to a service, where requests and answers get lost or come late, as a test says. */
final class LossyRoad implements AutoCloseable {
  private final Vertx vertx = Vertx.vertx();
  private final HttpClient client =
      vertx.httpClientBuilder().withConnectHandler(LossyRoad::bearBreaks).build();
  private final int port = Integer.parseInt(FreePort.next());
  private final int target;
  private final Queue<Loss> losses = new ConcurrentLinkedQueue<>();
  private final Queue<Supplier<Future<Integer>>> late = new ConcurrentLinkedQueue<>();

  /** What happens to a request that would move money. */
  enum Loss {
    REQUEST,
    ANSWER,
    /** It arrives when the test says so; nobody waits for the answer any more. */
    DELAY
  }

  LossyRoad(String target) {
    this.target = Integer.parseInt(target);
    RunningSystem.await(
        vertx
            .createHttpServer()
            .connectionHandler(LossyRoad::bearBreaks)
            .requestHandler(this::take)
            .listen(port, "127.0.0.1"));
  }

  private static void bearBreaks(HttpConnection connection) {
    connection.exceptionHandler(broken -> {});
  }

  String url() {
    return "http://127.0.0.1:" + port;
  }

  /** The next request that would move money gets lost so. */
  void lose(Loss loss) {
    losses.add(loss);
  }

  /** How much is still to be lost. */
  int lost() {
    return losses.size();
  }

  /** What was delayed arrives; the status that nobody hears of. */
  int arrive() {
    return RunningSystem.await(late.remove().get());
  }

  private void take(HttpServerRequest request) {
    Loss loss = request.method().name().equals("PUT") ? losses.poll() : null;
    request
        .body()
        .compose(body -> loss == null ? pass(request, body) : lose(loss, request, body))
        .onFailure(broken -> request.connection().close());
  }

  private Future<Void> pass(HttpServerRequest request, Buffer body) {
    return forward(request, body)
        .compose(
            answer ->
                answer
                    .body()
                    .compose(
                        text -> {
                          answer
                              .headers()
                              .forEach(
                                  header -> {
                                    if (!header.getKey().equalsIgnoreCase("content-length")) {
                                      request
                                          .response()
                                          .putHeader(header.getKey(), header.getValue());
                                    }
                                  });
                          return request.response().setStatusCode(answer.statusCode()).end(text);
                        }));
  }

  private Future<Void> lose(Loss loss, HttpServerRequest request, Buffer body) {
    if (loss == Loss.DELAY) {
      late.add(() -> forward(request, body).map(HttpClientResponse::statusCode));
    }
    return loss == Loss.ANSWER
        ? forward(request, body).compose(answer -> request.connection().close())
        : request.connection().close();
  }

  private Future<HttpClientResponse> forward(HttpServerRequest request, Buffer body) {
    RequestOptions to =
        new RequestOptions()
            .setMethod(request.method())
            .setHost("127.0.0.1")
            .setPort(target)
            .setURI(request.uri())
            .setHeaders(request.headers());
    return client.request(to).compose(out -> out.send(body));
  }

  @Override
  public void close() {
    RunningSystem.await(vertx.close());
  }
}
