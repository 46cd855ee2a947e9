package id.tixgo.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tixgo.common.test.RunningSystem;
import id.tixgo.common.test.Wire;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What can't be read as a request is refused as everything else is, and its connection ends. */
class UnreadableRequestIT {
  private static RunningSystem system;

  @BeforeAll
  static void start() {
    system = new RunningSystem(List.of("identity"), Map.of());
  }

  @AfterAll
  static void stop() {
    system.close();
  }

  @Test
  void anAddressThatIsTooLongShouldBe414() {
    assertRefused(
        414, "URI_TOO_LONG", Wire.head("GET /" + "x".repeat(5000) + " HTTP/1.1", "Host: x"));
  }

  @Test
  void headersThatAreTooLargeShouldBe431() {
    String large = "X: " + "x".repeat(9000);
    assertRefused(431, "HEADERS_TOO_LARGE", Wire.head("GET /health HTTP/1.1", "Host: x", large));
  }

  @ParameterizedTest
  @ValueSource(strings = {"X-\0: 1", "X: a\0b", "Content-Length : 0", "X\u00e9: 1"})
  void aHeaderThatIsNoneShouldBe400(String header) {
    assertRefused(400, "BAD_REQUEST", Wire.head("GET /health HTTP/1.1", "Host: x", header));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u0016\u0003\u0001\u0002", "GET /health", "GET /health HTTQ"})
  void aRequestLineThatIsNoneShouldBe400(String line) {
    assertRefused(400, "BAD_REQUEST", Wire.head(line, "Host: x"));
  }

  @Test
  void theClientsRequestIdShouldComeBackWhereItWasRead() {
    String head = Wire.head("GET /health HTTP/1.1", "Host: x", "X-Request-Id: abc-1", "X-\0: 1");
    Wire.Reply reply = Wire.exchange(system.identity().port(), head);
    assertEquals("abc-1", reply.headers().get("x-request-id"));
  }

  private static void assertRefused(int status, String code, String head) {
    try (Wire wire = new Wire(system.identity().port())) {
      Wire.Reply reply = wire.send(head).read();
      assertEquals(status, reply.status(), reply::toString);
      assertEquals("application/problem+json", reply.headers().get("content-type"));
      assertEquals("close", reply.headers().get("connection"));
      JsonObject problem = new JsonObject(reply.body());
      assertEquals(code, problem.getString("code"));
      assertEquals(status, problem.getInteger("status"));
      assertTrue(problem.getString("request_id").matches("[0-9a-f]{16}"), reply::toString);
      assertEquals(problem.getString("request_id"), reply.headers().get("x-request-id"));
      assertEquals("", wire.rest());
    }
  }
}
