package id.tixgo.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tixgo.common.test.RunningSystem;
import id.tixgo.common.test.Wire;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The framing of messages, byte by byte: what is odd is refused, what is allowed works. */
class WireIT {
  private static final String JSON = "Content-Type: application/json";
  private static RunningSystem system;
  private static String token;

  @BeforeAll
  static void start() {
    system =
        new RunningSystem(
            List.of("identity", "event", "attendance"), Map.of("REQUEST_TIMEOUT_MS", "3000"));
    token = system.tokenOf("admin");
  }

  @AfterAll
  static void stop() {
    system.close();
  }

  @AfterEach
  void allShouldBeWellAfterwards() {
    JsonObject scan =
        new JsonObject().put("event_id", "after").put("ticket_id", UUID.randomUUID().toString());
    system.attendance().as(token).post("/checkins", scan).expect(201);
    system.attendance().as(token).get("/events").expect(200);
  }

  static Stream<String> oddHeads() {
    return Stream.of(
        "GET /health HTTP/1.1\nHost: x\n\n",
        "GET /health HTTP/1.1\r\nHost: x\r\n folded: yes\r\n\r\n",
        Wire.head("GET /health HTTP/1.1", "Host: x", "Content-Length : 0"),
        Wire.head("GET /health HTTP/1.1", "Host: x", "X-\0: 1"),
        Wire.head("GET /health HTTP/1.1", "Host: x", "X: a\0b"),
        Wire.head("GET /health", "Host: x"),
        Wire.head("GET /health HTTP/1.1", "Host: x", "Host: y"),
        Wire.head("GET /health HTTP/1.1", "Host: x", "Host: x"),
        Wire.head("CONNECT evil.example:443 HTTP/1.1", "Host: evil.example:443"),
        Wire.head("TRACE / HTTP/1.1", "Host: x"),
        Wire.head("OPTIONS * HTTP/1.1", "Host: x"),
        "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003\r\n\r\n");
  }

  @ParameterizedTest
  @MethodSource("oddHeads")
  void oddHeadsShouldBeRefused(String head) {
    Wire.Reply reply = Wire.exchange(port(), head);
    assertTrue(reply.isRefusal(), reply::toString);
  }

  @Test
  void http2ShouldBeTurnedDown() {
    assertEquals(501, Wire.exchange(port(), Wire.head("PRI * HTTP/2.0")).status());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/checkins", "/events"})
  void aBodyTooLargeShouldBeToldSoHoweverItIsSent(String path) {
    String body = "x".repeat(2_000_000);
    String declared = head(path, JSON, "Content-Length: " + body.length());
    String chunked = head(path, JSON, "Transfer-Encoding: chunked");
    String chunk = Integer.toHexString(body.length()) + "\r\n" + body + "\r\n0\r\n\r\n";
    for (int i = 0; i < 10; i++) {
      assertProblem(413, "BODY_TOO_LARGE", Wire.exchange(port(), declared + body));
      assertProblem(413, "BODY_TOO_LARGE", Wire.exchange(port(), chunked + chunk));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/checkins", "/events"})
  void aBodyThatTricklesShouldTimeOut(String path) {
    String request = head(path, JSON, "Content-Length: 50") + "{";
    Wire.Reply reply = Wire.exchange(port(), request);
    assertTrue(reply.status() == 408 || reply.status() == 504, reply::toString);
    assertEquals("application/problem+json", reply.headers().get("content-type"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/checkins", "/events"})
  void aClientThatAsksBeforeItSendsShouldBeToldToGoOn(String path) {
    String body = valid(path);
    try (Wire wire = new Wire(port())) {
      wire.send(head(path, JSON, "Expect: 100-continue", "Content-Length: " + body.length()));
      assertEquals(100, wire.read().status());
      assertEquals(201, wire.send(body).read().status());
    }
  }

  @Test
  void manyRequestsAtOnceOnOneConnectionShouldBeAnsweredInTheirOrder() {
    try (Wire wire = new Wire(port())) {
      String requests =
          IntStream.range(0, 50)
              .mapToObj(
                  i ->
                      Wire.head("GET /events HTTP/1.1", "Host: x", "X-Request-Id: id-" + i, auth()))
              .reduce("", String::concat);
      wire.send(requests);
      for (int i = 0; i < 50; i++) {
        Wire.Reply reply = wire.read();
        assertEquals(200, reply.status());
        assertEquals("id-" + i, reply.headers().get("x-request-id"));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/health", "/events", "/attendance/after", "/docs", "/nothing"})
  void headShouldSendNoBodyThatTheNextAnswerStumblesOver(String path) {
    try (Wire wire = new Wire(port())) {
      String request = " HTTP/1.1\r\nHost: x\r\n" + auth() + "\r\n\r\n";
      Wire.Reply head = wire.send("HEAD " + path + request).readHead();
      Wire.Reply get = wire.send("GET " + path + request).read();
      assertEquals(head.status(), get.status());
      assertEquals(head.headers().get("content-type"), get.headers().get("content-type"));
      assertNotEquals("", get.body());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://evil.example/health",
        "/x/../health",
        "/events/../health",
        "//health",
        "/%68ealth"
      })
  void oddWaysToWriteAPathShouldLeadThereAndNowhereElse(String uri) {
    Wire.Reply reply = Wire.exchange(port(), Wire.head("GET " + uri + " HTTP/1.1", "Host: x"));
    assertTrue(
        reply.body().contains("\"attendance-service\"") || reply.isRefusal(), reply::toString);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/events/../../health", "/events/..%2f..%2fhealth", "/events/%2e%2e/health",
        "/events/..;/health", "/events/..\\health", "/x/../events/../health/ready"
      })
  void theGatewayShouldLeadToEventsAlone(String uri) {
    Wire.Reply reply =
        Wire.exchange(port(), Wire.head("GET " + uri + " HTTP/1.1", "Host: x", auth()));
    assertTrue(reply.status() < 500 && !reply.body().contains("event-service"), reply::toString);
  }

  @Test
  void anHttp10ClientShouldBeAnsweredAndLeft() {
    try (Wire wire = new Wire(port())) {
      String answer = wire.send(Wire.head("GET /attendance/after HTTP/1.0", auth())).rest();
      assertTrue(answer.startsWith("HTTP/1.") && answer.contains("{\"event_id\":"), answer);
    }
  }

  private static void assertProblem(int status, String code, Wire.Reply reply) {
    assertEquals(status, reply.status());
    assertEquals(code, new JsonObject(reply.body()).getString("code"));
  }

  private static String valid(String path) {
    JsonObject body =
        path.equals("/events")
            ? new JsonObject().put("title", "x").put("start_time", "2026-12-31T12:00:00Z")
            : new JsonObject().put("event_id", "wire").put("ticket_id", "T");
    return body.encode();
  }

  private static String head(String path, String... more) {
    String own = String.join("\r\n", more);
    return Wire.head("POST " + path + " HTTP/1.1", "Host: x", auth(), own);
  }

  private static String auth() {
    return "Authorization: Bearer " + token;
  }

  private static int port() {
    return system.attendance().port();
  }
}
