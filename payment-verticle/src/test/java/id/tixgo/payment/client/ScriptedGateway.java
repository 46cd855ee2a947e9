package id.tixgo.payment.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.tixgo.common.json.JsonFormat;
import id.tixgo.common.test.FreePort;
import id.tixgo.common.test.RunningSystem;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A gateway that answers what a test wrote for a call, and remembers what it was asked. */
final class ScriptedGateway implements AutoCloseable {
  static final GatewaySecret KEY = new GatewaySecret("SB-Mid-server-TEST");
  static final int TIMEOUT_MS = 20_000;

  private final Vertx vertx = Vertx.vertx();
  private final String port = FreePort.next();
  private final Map<String, Answer> callToAnswer = new ConcurrentHashMap<>();
  private final List<Asked> asked = new CopyOnWriteArrayList<>();

  /** A client that nobody holds is closed, whatever it is doing. */
  private final List<GatewayHttp> kept = new CopyOnWriteArrayList<>();

  private record Answer(int status, String body) {}

  /** A request that came. */
  record Asked(String call, MultiMap headers, Buffer body) {
    JsonObject json() {
      return body.toJsonObject();
    }
  }

  ScriptedGateway() {
    JsonFormat.install();
    RunningSystem.await(
        vertx
            .createHttpServer()
            .requestHandler(this::take)
            .listen(Integer.parseInt(port), "127.0.0.1"));
  }

  private void take(HttpServerRequest request) {
    String call = request.method() + " " + request.uri();
    request
        .body()
        .onSuccess(
            body -> {
              asked.add(new Asked(call, request.headers(), body));
              Answer answer = callToAnswer.getOrDefault(call, new Answer(404, "no such page"));
              request.response().setStatusCode(answer.status()).end(answer.body());
            });
  }

  /** From now on. */
  void answers(String call, int status, String body) {
    callToAnswer.put(call, new Answer(status, body));
  }

  /** As the Core API does: the code is in the body. */
  void answers(String call, String body) {
    answers(call, 200, body);
  }

  List<String> calls() {
    return asked.stream().map(Asked::call).toList();
  }

  /** The one request that came. */
  Asked only() {
    assertEquals(1, asked.size(), () -> calls().toString());
    return asked.get(0);
  }

  Asked last() {
    return asked.get(asked.size() - 1);
  }

  URI base() {
    return URI.create("http://127.0.0.1:" + port);
  }

  GatewayHttp http(String name) {
    return http(name, base(), TIMEOUT_MS);
  }

  GatewayHttp http(String name, URI base, int timeoutMs) {
    GatewayHttp http = new GatewayHttp(vertx, name, base, KEY, timeoutMs);
    kept.add(http);
    return http;
  }

  MidtransGateway midtrans() {
    return new MidtransGateway(http("Midtrans"), http("Midtrans"), Optional.empty());
  }

  XenditGateway xendit() {
    return new XenditGateway(http("Xendit"));
  }

  Vertx vertx() {
    return vertx;
  }

  @Override
  public void close() {
    RunningSystem.await(vertx.close());
  }
}
