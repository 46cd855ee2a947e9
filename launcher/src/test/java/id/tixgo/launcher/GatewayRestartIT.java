package id.tixgo.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tixgo.common.test.Eventually;
import id.tixgo.common.test.FreePort;
import id.tixgo.common.test.RunningSystem;
import id.tixgo.common.test.Wire;
import io.vertx.core.Future;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.net.BindException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A gateway whose neighbour is stopped and started again. */
class GatewayRestartIT {
  private final String port = FreePort.next();
  private final AtomicInteger heard = new AtomicInteger();
  private final AtomicInteger askedIfReady = new AtomicInteger();
  private final AtomicBoolean isReady = new AtomicBoolean(true);
  private RunningSystem system;

  @BeforeEach
  void start() {
    system = gateway("20000");
  }

  @AfterEach
  void stop() {
    system.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "POST"})
  void whatCouldNotBeSentShouldWaitAndBeSentOnce(String method) {
    CompletableFuture<Wire.Reply> reply = CompletableFuture.supplyAsync(() -> send(method));
    Eventually.await("the gateway has asked", () -> askedWithoutAnswer(reply));
    listen(false);
    assertEquals(200, reply.join().status());
    assertEquals(1, heard.get());
  }

  @Test
  void whoLeavesShouldBeLeftAloneAndNobodyToldSo() {
    HttpServer leaving = listen(true);
    Wire.Reply last = send("GET");
    assertEquals(200, last.status());
    assertFalse(last.headers().containsKey("x-leaving"), last.headers().toString());
    long asked = System.nanoTime();
    CompletableFuture<Wire.Reply> next = CompletableFuture.supplyAsync(() -> send("POST"));
    RunningSystem.await(leaving.close());
    listen(false);
    assertEquals(200, next.join().status());
    assertTrue(System.nanoTime() - asked > 300_000_000, "it was sent before the other had closed");
    assertEquals(2, heard.get());
  }

  @Test
  void whoReadsItsStoreShouldBeWaitedFor() {
    isReady.set(false);
    CompletableFuture<Wire.Reply> reply = CompletableFuture.supplyAsync(() -> send("POST"));
    Eventually.await("the gateway has asked", () -> askedWithoutAnswer(reply));
    listen(false);
    Eventually.await("it is asked whether it is ready", () -> askedIfReady.get() > 2);
    assertEquals(0, heard.get());
    isReady.set(true);
    assertEquals(200, reply.join().status());
    assertEquals(1, heard.get());
  }

  @Test
  void whoStaysAwayShouldBeWaitedForNoLongerThanTheSettingSays() {
    system.close();
    system = gateway("300");
    assertEquals(502, send("POST").status());
    long asked = System.nanoTime();
    assertEquals(502, send("POST").status());
    assertTrue(System.nanoTime() - asked < 5_000_000_000L);
  }

  private RunningSystem gateway(String waitMs) {
    return new RunningSystem(
        List.of("gateway"),
        Map.of("EVENT_PORT", port, "RESTART_WAIT_MS", waitMs),
        Clock.systemUTC(),
        1);
  }

  /** Half a second is more than an answer takes. */
  private static boolean askedWithoutAnswer(CompletableFuture<Wire.Reply> reply) {
    return reply
        .<Boolean>thenApply(early -> false)
        .completeOnTimeout(true, 500, TimeUnit.MILLISECONDS)
        .join();
  }

  private HttpServer listen(boolean leaves) {
    return RunningSystem.await(listening(leaves));
  }

  /** A server that is closed has its port for a moment more, until its event loop looks again. */
  private Future<HttpServer> listening(boolean leaves) {
    return system
        .vertx()
        .createHttpServer()
        .requestHandler(request -> answer(request, leaves))
        .listen(Integer.parseInt(port), "127.0.0.1")
        .recover(
            failure ->
                failure instanceof BindException
                    ? system.vertx().timer(10).compose(due -> listening(leaves))
                    : Future.failedFuture(failure));
  }

  private void answer(HttpServerRequest request, boolean leaves) {
    if (request.path().equals("/health/ready")) {
      askedIfReady.incrementAndGet();
      request.response().setStatusCode(isReady.get() ? 200 : 503).end();
      return;
    }
    heard.incrementAndGet();
    if (leaves) {
      request.response().putHeader("X-Leaving", "1");
    }
    request.response().end();
  }

  private Wire.Reply send(String method) {
    try (Wire wire = new Wire(system.gateway().port())) {
      wire.send(Wire.head(method + " /events HTTP/1.1", "Host: x", "Content-Length: 0"));
      return wire.read();
    }
  }
}
