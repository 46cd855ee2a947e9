package id.tixgo.launcher;

import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tixgo.common.test.Answer;
import id.tixgo.common.test.FreePort;
import id.tixgo.common.test.RunningSystem;
import id.tixgo.common.test.ServiceApi;
import io.vertx.core.Future;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Attendance and Event with an Identity that is slow, wrong, down and up again. */
class NeighboursIT {
  private final String identityPort = FreePort.next();
  private final AtomicInteger questions = new AtomicInteger();
  private RunningSystem system;
  private String token;

  @BeforeEach
  void start() {
    try (RunningSystem issuer = new RunningSystem(List.of("identity"), Map.of())) {
      token = issuer.tokenOf("committee");
    }
    system =
        new RunningSystem(
            List.of("event", "attendance"),
            Map.of("IDENTITY_PORT", identityPort, "UPSTREAM_TIMEOUT_MS", "3000"));
  }

  @AfterEach
  void stop() {
    system.close();
  }

  @Test
  void manyRequestsWithOneNewTokenShouldAskOnceAnInstance() throws Exception {
    listen(200);
    ExecutorService clients = Executors.newFixedThreadPool(20);
    try {
      List<Callable<Answer>> calls =
          Stream.<Callable<Answer>>generate(() -> () -> ask(system.attendance()))
              .limit(100)
              .toList();
      for (var call : clients.invokeAll(calls)) {
        call.get().expect(200);
      }
    } finally {
      clients.shutdownNow();
    }
    assertTrue(questions.get() <= 2, () -> questions + " questions");
  }

  @Test
  void anUnknownTokenShouldBe502WhileIdentityIsDownAndFineAfterwards() {
    ask(system.attendance()).expect(502, "UPSTREAM_UNREACHABLE");
    ask(system.event()).expect(502, "UPSTREAM_UNREACHABLE");
    listen(200);
    ask(system.attendance()).expect(200);
    ask(system.event()).expect(200);
  }

  @Test
  void aSlowIdentityShouldBe504() {
    RunningSystem.await(
        system
            .vertx()
            .createHttpServer()
            .requestHandler(r -> {})
            .listen(Integer.parseInt(identityPort)));
    ask(system.attendance()).expect(504, "UPSTREAM_TIMEOUT");
    ask(system.event()).expect(504, "UPSTREAM_TIMEOUT");
    system.attendance().get("/health").expect(200);
  }

  @Test
  void aWrongIdentityShouldBe502() {
    listen(500);
    ask(system.attendance()).expect(502, "UPSTREAM_UNREACHABLE");
  }

  @Test
  void aTokenThatIdentityDisownsShouldBe401() {
    listen(401);
    ask(system.attendance()).expect(401, "UNAUTHORIZED");
    ask(system.event()).expect(401, "UNAUTHORIZED");
  }

  private Answer ask(ServiceApi api) {
    return api.as(token).get(api.equals(system.event()) ? "/events" : "/attendance/x");
  }

  private HttpServer listen(int status) {
    Future<HttpServer> listening =
        system
            .vertx()
            .createHttpServer()
            .requestHandler(request -> answer(request, status))
            .listen(Integer.parseInt(identityPort), "127.0.0.1");
    return RunningSystem.await(listening);
  }

  private void answer(HttpServerRequest request, int status) {
    questions.incrementAndGet();
    JsonObject body =
        new JsonObject()
            .put("valid", true)
            .put("id", 2)
            .put("sub", "siti")
            .put("role", "committee")
            .put("exp", 1);
    request.response().setStatusCode(status).end(body.toBuffer());
  }
}
