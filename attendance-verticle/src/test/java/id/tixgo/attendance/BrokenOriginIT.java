package id.tixgo.attendance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tixgo.common.test.FreePort;
import id.tixgo.common.test.RawOrigin;
import id.tixgo.common.test.RunningSystem;
import id.tixgo.common.test.Wire;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The gateway before an Event that breaks off, talks nonsense or speaks of its connection. */
class BrokenOriginIT {
  private static final String OK = "HTTP/1.1 200 OK\r\n";
  private final String eventPort = FreePort.next();
  private RunningSystem system;
  private RawOrigin origin;

  @BeforeEach
  void start() {
    system =
        new RunningSystem(
            List.of("attendance"),
            Map.of(
                "EVENT_PORT",
                eventPort,
                "UPSTREAM_TIMEOUT_MS",
                "5000",
                "IDLE_TIMEOUT_SECONDS",
                "3"));
  }

  @AfterEach
  void stop() {
    system.attendance().get("/health").expect(200);
    system.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Length: 100\r\n\r\nhalf",
        "Transfer-Encoding: chunked\r\n\r\n4\r\nhalf\r\n"
      })
  void aBodyThatBreaksOffShouldNotLookWhole(String answer) {
    says(OK + answer, true);
    assertBroken();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Length: 100\r\n\r\nhalf",
        "Transfer-Encoding: chunked\r\n\r\n4\r\nhalf\r\n"
      })
  void aBodyThatStallsShouldBeCutOffAndNotLookWhole(String answer) {
    says(OK + answer, false);
    assertBroken();
  }

  private void assertBroken() {
    try (Wire wire = new Wire(port())) {
      String answer = wire.send("GET /events HTTP/1.1\r\nHost: x\r\n\r\n").rest();
      assertTrue(answer.startsWith(OK) || answer.startsWith("HTTP/1.1 50"), answer);
      boolean whole = answer.startsWith(OK) && answer.endsWith("0\r\n\r\n");
      assertFalse(whole || answer.contains("content-length: 4\r\n"), answer);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "HTTP/1.1 abc\r\n\r\n", "SSH-2.0-OpenSSH_9.2\r\n", "\0\0\0\0"})
  void nonsenseShouldBeABadGateway(String answer) {
    says(answer, true);
    system.attendance().get("/events").expect(502, "UPSTREAM_UNREACHABLE");
  }

  @Test
  void anUnreadBodyShouldNotSpoilTheConnection() {
    try (Wire wire = new Wire(port())) {
      String body = "x".repeat(1000);
      wire.send("POST /events HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n" + body);
      assertEquals(502, wire.read().status());
      wire.send("GET /health HTTP/1.1\r\nHost: x\r\n\r\n");
      assertEquals(200, wire.read().status());
    }
  }

  @Test
  void whatConcernsTheClientsConnectionShouldStayThere() {
    says(OK + "Content-Length: 0\r\n\r\n", false);
    Wire.exchange(
        port(),
        Wire.head(
            "GET /events HTTP/1.1",
            "Host: x",
            "Connection: X-Mine, close",
            "Connection: x-too",
            "X-Mine: 1",
            "X-Too: 2",
            "X-Kept: 3",
            "TE: trailers",
            "Keep-Alive: 5",
            "Proxy-Authorization: Basic eDp5",
            "Proxy-Connection: keep-alive"));
    String head = origin.heard();
    assertTrue(head.contains("\r\nx-kept: 3\r\n"), head);
    for (String name :
        List.of("x-mine", "x-too", "te", "keep-alive", "proxy-authorization", "proxy-connection")) {
      assertFalse(head.contains("\r\n" + name + ":"), name);
    }
    assertFalse(head.contains("connection: x-mine"), head);
  }

  @Test
  void whatConcernsEventsConnectionShouldStayThere() {
    says(
        Wire.head(
            "HTTP/1.1 200 OK",
            "Content-Length: 0",
            "Connection: X-Mine",
            "Connection: X-Too",
            "X-Mine: 1",
            "X-Too: 2",
            "Keep-Alive: timeout=5",
            "Proxy-Authenticate: Basic",
            "Set-Cookie: a=1",
            "Set-Cookie: b=2"),
        false);
    Wire.Reply reply = Wire.exchange(port(), "GET /events HTTP/1.1\r\nHost: x\r\n\r\n");
    assertEquals(200, reply.status());
    assertEquals("a=1 | b=2", reply.headers().get("set-cookie"));
    for (String name : List.of("x-mine", "x-too", "keep-alive", "proxy-authenticate")) {
      assertFalse(reply.headers().containsKey(name), name);
    }
  }

  @Test
  void theBodysFramingShouldNotBeTheConnectionsToName() {
    says(OK + "Content-Length: 0\r\n\r\n", false);
    Wire.exchange(
        port(),
        Wire.head(
                "POST /events HTTP/1.1",
                "Host: x",
                "Connection: Content-Length, Host",
                "Content-Length: 36")
            + "GET /events/smuggled HTTP/1.1\r\nX: y\r\n");
    String request = origin.heard();
    assertTrue(
        request.contains("content-length: 36\r\n") || request.contains("chunked\r\n"), request);
    assertTrue(request.contains("\r\nhost: "), request);
  }

  @Test
  void webSocketsShouldNotBeOpened() {
    says("HTTP/1.1 426 Upgrade Required\r\nContent-Length: 0\r\n\r\n", false);
    Wire.Reply reply =
        Wire.exchange(
            port(),
            Wire.head(
                "GET /events HTTP/1.1",
                "Host: x",
                "Connection: Upgrade",
                "Upgrade: websocket",
                "Sec-WebSocket-Version: 13",
                "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=="));
    assertEquals(426, reply.status());
    assertFalse(origin.heard().contains("\r\nupgrade:"));
  }

  private int port() {
    return system.attendance().port();
  }

  private void says(String answer, boolean hangsUp) {
    origin = RawOrigin.listen(system.vertx(), eventPort);
    if (hangsUp) {
      origin.saysAndHangsUp(answer);
    } else {
      origin.says(answer);
    }
  }
}
