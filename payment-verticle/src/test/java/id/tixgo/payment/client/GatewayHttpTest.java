package id.tixgo.payment.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tixgo.common.test.Eventually;
import id.tixgo.common.test.FreePort;
import id.tixgo.common.test.RawOrigin;
import id.tixgo.common.test.RunningSystem;
import io.vertx.core.Future;
import java.net.URI;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GatewayHttpTest {
  private static final String CALL = "GET /v2/1/status";
  private static final String PATH = "/v2/1/status";

  private final ScriptedGateway gateway = new ScriptedGateway();

  @AfterEach
  void close() {
    gateway.close();
  }

  @Test
  void addressShouldKeepItsPath() {
    gateway.answers("GET /a/b" + PATH, "{}");
    GatewayHttp http =
        gateway.http("Midtrans", URI.create(gateway.base() + "/a/b/"), ScriptedGateway.TIMEOUT_MS);

    assertEquals(200, RunningSystem.await(http.get(PATH)).status());
  }

  @Test
  void strangersShouldHearNothingOfOurRequests() {
    gateway.answers(CALL, "{}");
    RunningSystem.await(gateway.http("Midtrans").get(PATH));

    assertFalse(gateway.only().headers().contains("X-Request-Id"));
    assertFalse(gateway.only().headers().contains("X-Deadline-Ms"));
  }

  @Test
  void callShouldEndWhenTheGatewayStalls() {
    String port = FreePort.next();
    RawOrigin.listen(gateway.vertx(), port).says("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{");
    GatewayHttp http = gateway.http("Midtrans", URI.create("http://127.0.0.1:" + port), 2000);

    assertEquals("Midtrans did not answer in time.", failure(http.get(PATH)));
  }

  @Test
  void callShouldHaveNoAnswerWhenTheGatewayHangsUp() {
    String port = FreePort.next();
    RawOrigin.listen(gateway.vertx(), port).saysAndHangsUp("HTTP/1.1 200 OK\r\nContent-Le");
    GatewayHttp http = gateway.http("Midtrans", URI.create("http://127.0.0.1:" + port), 20_000);

    assertEquals("Midtrans can't be reached.", failure(http.get(PATH)));
  }

  @Test
  void callShouldHaveNoAnswerWhenNobodyListens() {
    URI nobody = URI.create("http://127.0.0.1:" + FreePort.next());

    assertEquals(
        "Midtrans can't be reached.",
        failure(gateway.http("Midtrans", nobody, ScriptedGateway.TIMEOUT_MS).get(PATH)));
  }

  @Test
  void callShouldHaveNoAnswerWhenTheGatewayIsInTrouble() {
    for (int status : List.of(429, 500, 502, 503)) {
      gateway.answers(CALL, status, "{}");
      assertEquals(
          "Midtrans answered " + status + ".", failure(gateway.http("Midtrans").get(PATH)));
    }
  }

  @Test
  void callShouldHaveNoAnswerWhenItCantBeRead() {
    for (String garbage : List.of("", "<html>", "{\"a\":", "\0", "{\"a\":1,\"a\":2}")) {
      gateway.answers(CALL, garbage);
      assertEquals(
          "Midtrans answered what can't be read.", failure(gateway.http("Midtrans").get(PATH)));
    }
  }

  @Test
  void redirectShouldNotBeFollowedWithOurKey() {
    gateway.answers(CALL, 302, "{}");

    assertEquals(302, RunningSystem.await(gateway.http("Midtrans").get(PATH)).status());
  }

  @Test
  void gatewayThatFailsShouldNotBeAskedForAWhile() {
    gateway.answers(CALL, 503, "{}");
    GatewayHttp http = gateway.http("Midtrans");

    Eventually.await(
        "isn't asked", () -> failure(http.get(PATH)).contains("isn't asked for some seconds"));

    assertTrue(gateway.calls().size() >= 10);
  }

  @Test
  void refusalsShouldNotCountAsFailures() {
    gateway.answers(CALL, 404, "{}");
    GatewayHttp http = gateway.http("Midtrans");
    Stream.generate(() -> http.get(PATH)).limit(20).forEach(RunningSystem::await);

    assertEquals(20, gateway.calls().size());
  }

  private static String failure(Future<GatewayReply> call) {
    Throwable failure =
        assertThrows(
                ExecutionException.class,
                () -> call.toCompletionStage().toCompletableFuture().get())
            .getCause();
    assertEquals(NoAnswer.class, failure.getClass());
    assertFalse(failure.getMessage().contains(ScriptedGateway.KEY.value()));
    return failure.getMessage();
  }
}
