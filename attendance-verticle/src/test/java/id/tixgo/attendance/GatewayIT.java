package id.tixgo.attendance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tixgo.common.test.Answer;
import id.tixgo.common.test.FreePort;
import id.tixgo.common.test.RunningSystem;
import id.tixgo.common.test.ServiceApi;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The gateway, with a fake Event behind it. */
class GatewayIT {
  private final String eventPort = FreePort.next();
  private final RunningSystem system =
      new RunningSystem(
          List.of("attendance"), Map.of("EVENT_PORT", eventPort, "UPSTREAM_TIMEOUT_MS", "3000"));

  @AfterEach
  void stop() {
    system.close();
  }

  @Test
  void pathAndQueryShouldArriveAsTheyWereSent() {
    echo();
    for (String uri :
        List.of(
            "/events",
            "/events?q=a%20b+c&x=%25&x=2",
            "/events/a%2Fb/c",
            "/events/%C3%A9%20?q=%F0%9F%8E%AB",
            "/events/a;b=c,d'e(f)*!$&g")) {
      assertEquals(uri, echoed("GET", uri, "").getString("uri"));
    }
  }

  @Test
  void methodAndBodyShouldArriveAndAnyStatusComeBack() {
    echo();
    for (String method : List.of("POST", "PUT", "PATCH", "DELETE")) {
      JsonObject echo = echoed(method, "/events/x", "{\"a\":1}");
      assertEquals(method, echo.getString("method"));
      assertEquals("{\"a\":1}", echo.getString("body"));
    }
    assertEquals(418, system.attendance().with("X-Status", "418").get("/events/x").status());
  }

  @Test
  void headersShouldBeThoseThatConcernTheOrigin() {
    echo();
    JsonObject headers =
        echoed(
                system
                    .attendance()
                    .with("X-Request-Id", "id-1")
                    .with("X-Deadline-Ms", "999999")
                    .with("X-Forwarded-For", "203.0.113.7")
                    .with("TE", "trailers")
                    .with("X-Service-Token", RunningSystem.SERVICE_TOKEN)
                    .with("Accept-Language", "id"),
                "GET",
                "/events",
                "")
            .getJsonObject("headers");
    assertEquals("id-1", headers.getString("x-request-id"));
    assertEquals("127.0.0.1", headers.getString("x-forwarded-for"));
    assertEquals("http", headers.getString("x-forwarded-proto"));
    assertEquals("127.0.0.1:" + system.attendance().port(), headers.getString("x-forwarded-host"));
    assertEquals("id", headers.getString("accept-language"));
    assertTrue(Integer.parseInt(headers.getString("x-deadline-ms")) <= 10_000);
    assertNull(headers.getString("te"));
    assertNull(headers.getString("x-service-token"));
  }

  @Test
  void answersShouldKeepTheirHeadersButNotThoseOfTheConnection() {
    echo();
    Answer answer = system.attendance().get("/events");
    assertEquals("yes", answer.header("X-From-Event").orElse(""));
    assertEquals(1, answer.response().headers().allValues("X-Request-Id").size());
    assertTrue(answer.header("Keep-Alive").isEmpty());
  }

  @Test
  void aLongBodyShouldPassBothWays() {
    echo();
    String body = UUID.randomUUID().toString().repeat(1500);
    assertEquals(body, echoed("POST", "/events", body).getString("body"));
  }

  @Test
  void anUnreachableEventShouldBeSaidSo() {
    system.attendance().get("/events").expect(502, "UPSTREAM_UNREACHABLE");
    system.attendance().post("/events", new JsonObject()).expect(502, "UPSTREAM_UNREACHABLE");
    system.attendance().get("/health").expect(200);
  }

  @Test
  void aSilentEventShouldBeSaidSo() throws IOException {
    try (ServerSocket silent = new ServerSocket(Integer.parseInt(eventPort))) {
      assertTrue(silent.isBound());
      system.attendance().get("/events").expect(504, "UPSTREAM_TIMEOUT");
      system.attendance().get("/health").expect(200);
    }
  }

  private JsonObject echoed(String method, String uri, String body) {
    return echoed(system.attendance(), method, uri, body);
  }

  private static JsonObject echoed(ServiceApi api, String method, String uri, String body) {
    return api.send(method, uri, body).expect(200).json();
  }

  private void echo() {
    RunningSystem.await(
        system
            .vertx()
            .createHttpServer()
            .requestHandler(GatewayIT::echo)
            .listen(Integer.parseInt(eventPort), "127.0.0.1"));
  }

  private static void echo(HttpServerRequest request) {
    JsonObject headers = new JsonObject();
    request.headers().forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
    request
        .body()
        .map(body -> answer(request, headers, body))
        .onSuccess(
            json ->
                request
                    .response()
                    .setStatusCode(Integer.parseInt(headers.getString("x-status", "200")))
                    .putHeader("Content-Type", "application/json")
                    .putHeader("X-From-Event", "yes")
                    .putHeader("X-Request-Id", "from-event")
                    .putHeader("Keep-Alive", "timeout=5")
                    .end(json.toBuffer()));
  }

  private static JsonObject answer(HttpServerRequest request, JsonObject headers, Buffer body) {
    return new JsonObject()
        .put("method", request.method().name())
        .put("uri", request.uri())
        .put("headers", headers)
        .put("body", body.toString());
  }
}
