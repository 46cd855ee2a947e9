package id.tixgo.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.tixgo.common.test.FreePort;
import id.tixgo.common.test.RunningSystem;
import id.tixgo.common.test.Wire;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetSocket;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A neighbour that ends the connection instead of an answer, some times or always. */
class GatewayRetryIT {
  private static final String EVENT_PORT = FreePort.next();
  private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";
  private static final Queue<String> HEARD = new ConcurrentLinkedQueue<>();
  private static RunningSystem system;
  private static volatile int silent;

  @BeforeAll
  static void start() {
    system = new RunningSystem(List.of("gateway"), Map.of("EVENT_PORT", EVENT_PORT));
    RunningSystem.await(
        system
            .vertx()
            .createNetServer()
            .connectHandler(socket -> socket.handler(data -> hear(socket, data)))
            .listen(Integer.parseInt(EVENT_PORT), "127.0.0.1"));
  }

  private static void hear(NetSocket socket, Buffer data) {
    HEARD.add(data.toString().split("\r\n", -1)[0]);
    if (HEARD.size() <= silent) {
      socket.close();
    } else {
      socket.write(OK);
    }
  }

  @AfterAll
  static void stop() {
    system.close();
  }

  @BeforeEach
  void forget() {
    HEARD.clear();
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "HEAD"})
  void whatReadsShouldBeSentOnceMore(String method) {
    silent = 1;
    assertEquals(200, send(method, "X: y").status());
    assertEquals(List.of(method + " /events HTTP/1.1", method + " /events HTTP/1.1"), heard());
  }

  @Test
  void whatReadsShouldNotBeSentAThirdTime() {
    silent = 2;
    assertEquals(502, send("GET", "X: y").status());
    assertEquals(2, heard().size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE"})
  void whatChangesShouldBeSentOnce(String method) {
    silent = 1;
    assertEquals(502, send(method, "X: y").status());
    assertEquals(1, heard().size());
  }

  @Test
  void whatHasABodyShouldBeSentOnce() {
    silent = 1;
    assertEquals(502, send("GET", "Content-Length: 1").status());
    assertEquals(1, heard().size());
  }

  private static List<String> heard() {
    return List.copyOf(HEARD);
  }

  private static Wire.Reply send(String method, String header) {
    String body = header.startsWith("Content-Length") ? "x" : "";
    try (Wire wire = new Wire(system.gateway().port())) {
      wire.send(Wire.head(method + " /events HTTP/1.1", "Host: x", header) + body);
      return method.equals("HEAD") ? wire.readHead() : wire.read();
    }
  }
}
