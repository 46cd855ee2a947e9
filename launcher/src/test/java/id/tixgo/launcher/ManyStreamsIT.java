package id.tixgo.launcher;

import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tixgo.common.test.FreePort;
import id.tixgo.common.test.RunningSystem;
import io.vertx.core.Future;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpResponseExpectation;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.PoolOptions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** More open streams than a gateway has connections for requests. */
class ManyStreamsIT {
  private static final int STREAMS = 600;
  private static final int AT_ONCE = 50;

  private final String port = FreePort.next();
  private RunningSystem system;
  private HttpClient client;

  @BeforeEach
  void start() {
    system =
        new RunningSystem(
            List.of("gateway"), Map.of("TICKETING_PORT", port, "SHED_ABOVE_MS", "off"));
    RunningSystem.await(
        system
            .vertx()
            .createHttpServer()
            .requestHandler(ManyStreamsIT::answer)
            .listen(Integer.parseInt(port), "127.0.0.1"));
    client = system.vertx().createHttpClient(new PoolOptions().setHttp1MaxSize(2 * STREAMS));
  }

  @AfterEach
  void stop() {
    system.close();
  }

  @Test
  void requestsShouldBeAnsweredBesideThem() {
    for (int open = 0; open < STREAMS; open += AT_ONCE) {
      RunningSystem.await(Future.all(IntStream.range(0, AT_ONCE).mapToObj(i -> open()).toList()));
    }
    long asked = System.nanoTime();
    RunningSystem.await(
        Future.all(
            IntStream.range(0, AT_ONCE)
                .mapToObj(i -> ask("/shop/events/1").compose(HttpClientResponse::body))
                .toList()));
    assertTrue(System.nanoTime() - asked < TimeUnit.SECONDS.toNanos(2));
  }

  /** Completes with the first bytes. */
  private Future<Void> open() {
    return ask("/shop/events/1/availability/stream")
        .compose(stream -> Future.future(begun -> stream.handler(bytes -> begun.tryComplete())));
  }

  private Future<HttpClientResponse> ask(String path) {
    return client
        .request(HttpMethod.GET, system.gateway().port(), "127.0.0.1", path)
        .compose(HttpClientRequest::send)
        .expecting(HttpResponseExpectation.SC_OK);
  }

  private static void answer(HttpServerRequest request) {
    if (request.path().endsWith("/stream")) {
      request.response().putHeader("Content-Type", "text/event-stream").setChunked(true);
      request.response().write(": begun\n\n");
    } else {
      request.response().end("{}");
    }
  }
}
