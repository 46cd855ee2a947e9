package id.tixgo.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.tixgo.common.test.RunningSystem;
import id.tixgo.common.test.Wire;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A body whose chunks can't be read is refused as other bytes are that are no HTTP. */
@Execution(ExecutionMode.CONCURRENT)
class UnreadableBodyIT {
  private static final List<String> IDENTITY = List.of("/auth/login");
  private static final List<String> ATTENDANCE = List.of("/checkins", "/events");
  private static final List<String> PORTAL =
      List.of("/api/checkins", "/gateway/identity/auth/login", "/gateway/attendance/checkins");

  private static RunningSystem system;
  private static String token;

  @BeforeAll
  static void start() {
    system = RunningSystem.whole();
    token = system.tokenOf("admin");
  }

  /** Nothing of it is an error of ours in the log. */
  @AfterAll
  static void stop() {
    system.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "zz\r\n{}\r\n0\r\n\r\n",
        "-5\r\n{}\r\n0\r\n\r\n",
        "1000000000000\r\n{}\r\n0\r\n\r\n",
        "2\r\n{}\r\nzz\r\n",
        "2\r\n{}}\r\n0\r\n\r\n"
      })
  void aChunkThatIsNoneShouldBe400(String body) {
    Map.of(system.identity(), IDENTITY, system.attendance(), ATTENDANCE, system.portal(), PORTAL)
        .forEach((api, paths) -> paths.forEach(path -> assertRefused(api.port(), path, body)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "2\r\n{}\r\n"})
  void aChunkThatComesLaterShouldBe400(String before) {
    for (String path : ATTENDANCE) {
      try (Wire wire = new Wire(system.attendance().port())) {
        wire.send(head(path) + before);
        system.attendance().get("/health").expect(200);
        assertRefused(wire.send("zz\r\n"), path);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/checkins", "/events"})
  void whatStandsBeforeItShouldHaveItsOwnAnswer(String path) {
    String health = Wire.head("GET /health HTTP/1.1", "Host: x");
    String whole = head("/auth/unknown") + "2\r\n{}\r\n0\r\n\r\n";
    try (Wire wire = new Wire(system.attendance().port())) {
      wire.send(health + whole + head(path) + "zz\r\n");
      assertEquals(
          List.of(200, 404), Stream.of(wire.read(), wire.read()).map(r -> r.status()).toList());
      assertRefused(wire, path);
    }
  }

  private static void assertRefused(int port, String path, String body) {
    try (Wire wire = new Wire(port)) {
      assertRefused(wire.send(head(path) + body), path + " " + body);
    }
  }

  private static void assertRefused(Wire wire, String what) {
    Wire.Reply reply = wire.read();
    assertEquals(400, reply.status(), () -> what + reply);
    assertEquals("application/problem+json", reply.headers().get("content-type"));
    assertEquals("close", reply.headers().get("connection"));
    assertEquals("BAD_REQUEST", new JsonObject(reply.body()).getString("code"));
    assertEquals("", wire.rest());
  }

  private static String head(String path) {
    return Wire.head(
        "POST " + path + " HTTP/1.1",
        "Host: x",
        "Authorization: Bearer " + token,
        "Content-Type: application/json",
        "Transfer-Encoding: chunked");
  }
}
