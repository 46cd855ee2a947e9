package id.tixgo.launcher;

import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tixgo.common.test.RunningSystem;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Bytes that no honest client sends: each is refused or cut off, and nobody else notices. */
class HostileIT {
  private static RunningSystem system;
  private static String token;

  @BeforeAll
  static void start() {
    system =
        new RunningSystem(
            List.of("identity", "event", "attendance"),
            Map.of("REQUEST_TIMEOUT_MS", "3000", "IDLE_TIMEOUT_SECONDS", "3"));
    token = system.tokenOf("committee");
  }

  @AfterAll
  static void stop() {
    system.close();
  }

  @Test
  void smugglingShouldNotGetThrough() {
    String chunked = "Transfer-Encoding: chunked\r\n";
    String smuggled = "0\r\n\r\nGET /events/smuggled HTTP/1.1\r\nHost: x\r\n\r\n";
    refused(post("/checkins", "Content-Length: 4\r\nContent-Length: 5\r\n", "{}{}"));
    refused(post("/events", "Content-Length: 4\r\nContent-Length: 5\r\n", "{}{}"));
    refused(post("/checkins", "Content-Length: 6\r\n" + chunked, smuggled));
    refused(post("/events", "Content-Length: 6\r\n" + chunked, smuggled));
    refused(post("/checkins", "Transfer-Encoding: chunked, identity\r\n", "2\r\n{}\r\n0\r\n\r\n"));
    refused(post("/checkins", "Transfer-Encoding: xchunked\r\n", "2\r\n{}\r\n0\r\n\r\n"));
    refused(post("/checkins", chunked, "zz\r\n{}\r\n0\r\n\r\n"));
    refused(post("/checkins", chunked, "-1\r\n{}\r\n0\r\n\r\n"));
    refused(post("/checkins", "Content-Length: -1\r\n", "{}"));
    refused(post("/checkins", "Content-Length: 1e1\r\n", "{}"));
  }

  @Test
  void oddHeadsShouldBeRefused() {
    refused("GET /health HTTP/1.1\r\n\r\n");
    refused("GET /" + "x".repeat(10_000) + " HTTP/1.1\r\nHost: x\r\n\r\n");
    refused("GET /health HTTP/1.1\r\nHost: x\r\nX: " + "x".repeat(100_000) + "\r\n\r\n");
    refused("\u0000\u0001\u0002\r\n\r\n");
    refused(
        "GET /attendance/%zz HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + token + "\r\n\r\n");
    refused("GET /../../etc/passwd HTTP/1.1\r\nHost: x\r\n\r\n");
    refused("GET /assets/tixgo/..%2f..%2flogback.xml HTTP/1.1\r\nHost: x\r\n\r\n");
    refused("GET /assets/tixgo/../../logback.xml HTTP/1.1\r\nHost: x\r\n\r\n");
  }

  @Test
  void oddBodiesShouldBeRefused() {
    refused(json("{\"event_id\":\"\u0000\",\"ticket_id\":\"x\"}"));
    refused(json("{\"event_id\":\"a\",\"ticket_id\":{\"a\":" + "[".repeat(5000) + "}"));
    refused(json("{\"event_id\":\"a\",\"ticket_id\":1e400}"));
    refused(
        post(
            "/checkins",
            "Content-Type: application/json\r\nContent-Length: 3\r\n",
            "\u00ff\u00fe\u00fd"));
    refused(
        post("/checkins", "Content-Type: application/json\r\nContent-Length: 9000000000\r\n", "x"));
    refused(
        post("/events", "Content-Type: application/json\r\nContent-Length: 9000000000\r\n", "x"));
  }

  @Test
  void aBodyThatTricklesShouldBeCutOff() {
    refused(post("/checkins", "Content-Type: application/json\r\nContent-Length: 50\r\n", "{"));
  }

  @Test
  void aHeadThatNeverEndsShouldBeCutOff() {
    String answer = exchange("GET /health HTTP/1.1\r\nHost:");
    assertTrue(answer.isEmpty() || answer.matches("(?s)HTTP/1\\.[01] 4.*"), answer);
  }

  private static void refused(String request) {
    String answer = exchange(request);
    assertTrue(
        answer.isEmpty() || answer.matches("(?s)HTTP/1\\.[01] 4.*"), () -> request + "\n" + answer);
    assertTrue(!answer.contains("Exception") && !answer.contains("HTTP/1.1 2"), answer);
    JsonObject scan =
        new JsonObject().put("event_id", "x").put("ticket_id", String.valueOf(System.nanoTime()));
    system.attendance().as(token).post("/checkins", scan).expect(201);
  }

  private static String json(String body) {
    int length = body.getBytes(StandardCharsets.ISO_8859_1).length;
    return post(
        "/checkins", "Content-Type: application/json\r\nContent-Length: " + length + "\r\n", body);
  }

  private static String post(String path, String headers, String body) {
    return "POST "
        + path
        + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
        + token
        + "\r\n"
        + headers
        + "\r\n"
        + body;
  }

  /** Everything that comes back until the connection is closed or quiet for twenty seconds. */
  private static String exchange(String request) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), system.attendance().port())) {
      socket.setSoTimeout(20_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      byte[] answer = new byte[8192];
      int length = socket.getInputStream().read(answer);
      return length < 0 ? "" : new String(answer, 0, length, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      return e instanceof java.net.SocketTimeoutException ? "silent" : "";
    }
  }
}
