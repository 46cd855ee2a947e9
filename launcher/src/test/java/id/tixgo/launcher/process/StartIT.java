package id.tixgo.launcher.process;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tixgo.common.test.Sse;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Starts that fail with one sentence, and a stop that loses nothing. */
@Alone
class StartIT {
  @Test
  void aBadSettingShouldBeNamedInOneSentence() throws IOException {
    Map<String, String> wrongs =
        Map.of(
            "JWT_SECRET", "short",
            "REGISTRATION_ROLES", "user,king",
            "BCRYPT_COST", "eleven",
            "ADMIN_PASSWORD", "",
            "ADMIN_USERNAME", "12345",
            "LOG_LEVEL", "LOUD",
            "EVENT_BASE_URL", "nowhere",
            "PORTAL_PORT", "70000",
            "CLUSTER", "maybe");
    for (Map.Entry<String, String> wrong : wrongs.entrySet()) {
      String sentence = refusal("all", Tixgo.settings(wrong.getKey(), wrong.getValue()));
      assertTrue(sentence.contains(wrong.getKey()), sentence);
    }
  }

  @Test
  void aMissingSecretOrServiceShouldBeNamed() throws IOException {
    Map<String, String> settings = Tixgo.settings();
    assertTrue(
        refusal("tickets", settings)
            .contains(
                "identity, event, ticketing, attendance, payment, portal, wallet, notification, report, gateway or all"));
    settings.put("JWT_SECRET", "");
    assertTrue(refusal("all", settings).contains("JWT_SECRET is not set"));
  }

  @Test
  void aPortInUseShouldBeNamed() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = String.valueOf(taken.getLocalPort());
      String sentence = refusal("all", Tixgo.settings("ATTENDANCE_PORT", port));
      assertTrue(sentence.contains("ATTENDANCE_PORT: port " + port), sentence);
    }
  }

  @Test
  void aStartWithoutAnyAdminShouldSayHowToMakeOne() throws IOException {
    Map<String, String> settings = Tixgo.settings("ADMIN_USERNAME", "", "ADMIN_PASSWORD", "");
    String port = settings.get("IDENTITY_PORT");
    String sentence = "There is no admin: set ADMIN_USERNAME to a name that nobody has";
    try (Tixgo tixgo = Tixgo.start("identity", settings).awaitHealthy(port)) {
      tixgo.await(() -> tixgo.log().contains("started in"));
      assertTrue(tixgo.log().contains(sentence), tixgo::log);
      String someone = "{\"username\":\"boss\",\"password\":\"secret-1\"}";
      assertEquals(201, Tixgo.status("POST", port, "/auth/register", "", someone));
    }
    settings.putAll(Map.of("ADMIN_USERNAME", "boss", "ADMIN_PASSWORD", "secret-1"));
    try (Tixgo tixgo = Tixgo.start("identity", settings).awaitHealthy(port)) {
      tixgo.await(() -> tixgo.log().contains("started in"));
      assertTrue(tixgo.log().contains(sentence), tixgo::log);
    }
    settings.put("ADMIN_USERNAME", "admin");
    try (Tixgo tixgo = Tixgo.start("identity", settings).awaitHealthy(port)) {
      tixgo.await(() -> tixgo.log().contains("started in"));
      assertFalse(tixgo.log().contains("There is no admin"), tixgo::log);
    }
  }

  /** Costly passwords leave a moment between the filled store and the first admin. */
  @Test
  void theFirstAdminShouldNeverBeUnknown() throws IOException {
    Map<String, String> settings = Tixgo.settings("BCRYPT_COST", "13");
    String port = settings.get("IDENTITY_PORT");
    String admin = "{\"username\":\"admin\",\"password\":\"admin-secret\"}";
    Set<Integer> answers = new TreeSet<>();
    try (Tixgo tixgo = Tixgo.start("identity", settings)) {
      tixgo.await(
          () -> {
            answers.add(Tixgo.status("POST", port, "/auth/login", "", admin));
            return answers.contains(200);
          });
    }
    answers.removeAll(Set.of(-1, 503));
    assertEquals(Set.of(200), answers);
  }

  private static String refusal(String service, Map<String, String> settings) throws IOException {
    try (Tixgo tixgo = Tixgo.start(service, settings)) {
      assertNotEquals(0, tixgo.awaitExit(30));
      String log = tixgo.log();
      assertFalse(log.contains("\tat "), log);
      assertEquals(1, log.lines().filter(line -> line.startsWith("tixgo: ")).count(), log);
      return log;
    }
  }

  @Test
  void aDataDirectoryInUseShouldBeNamed() throws IOException {
    Map<String, String> settings = Tixgo.settings();
    Map<String, String> second = Tixgo.settings("DATA_DIR", settings.get("DATA_DIR"));
    try (Tixgo first = Tixgo.start("all", settings).awaitAll(settings);
        Tixgo tixgo = Tixgo.start("all", second)) {
      assertEquals(2, tixgo.awaitExit(30));
      assertTrue(tixgo.log().contains("tixgo: DATA_DIR: "), tixgo::log);
      assertTrue(tixgo.log().contains("is in use by another TixGo."), tixgo::log);
      assertTrue(first.log().contains("started"), first::log);
    }
  }

  @Test
  void aDamagedFileShouldBeNamedAndLeftAsItIs() throws IOException {
    Map<String, String> settings = Tixgo.settings();
    try (Tixgo first = Tixgo.start("all", settings).awaitAll(settings)) {
      first.kill();
    }
    Path journal = Path.of(settings.get("DATA_DIR"), "identity", "journal-00000001");
    byte[] bytes = Files.readAllBytes(journal);
    bytes[100] ^= 1; // in the first entries
    Files.write(journal, bytes);
    try (Tixgo tixgo = Tixgo.start("all", settings)) {
      assertEquals(2, tixgo.awaitExit(30));
      assertTrue(tixgo.log().contains("journal-00000001 is damaged at byte"), tixgo::log);
      assertFalse(tixgo.log().contains("\tat "), tixgo::log);
    }
    assertArrayEquals(bytes, Files.readAllBytes(journal));
  }

  @Test
  void sigtermShouldLetARequestInFlightEndAndExitWithZero() throws IOException {
    Map<String, String> settings = Tixgo.settings("LOG_FORMAT", "json");
    String port = settings.get("IDENTITY_PORT");
    try (Tixgo tixgo = Tixgo.start("all", settings).awaitAll(settings);
        Socket slow = new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(port))) {
      String token = Tixgo.logIn(port);
      String body = "{\"username\":\"admin\",\"password\":\"admin-secret\"}";
      write(
          slow,
          "POST /auth/login HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
              + "Expect: 100-continue\r\nContent-Length: "
              + body.length()
              + "\r\n\r\n");
      assertEquals("HTTP/1.1 100 Continue\r\n\r\n", read(slow, 25));
      tixgo.terminate();
      tixgo.await(() -> Tixgo.status("GET", port, "/health", "", "") == -1);
      write(slow, body);
      assertEquals("HTTP/1.1 200", read(slow, 12));
      assertEquals(0, tixgo.awaitExit(10));
      assertFalse(tixgo.log().contains(token) || tixgo.log().contains("admin-secret"));
      tixgo
          .log()
          .lines()
          .forEach(line -> assertTrue(new JsonObject(line).containsKey("log.level")));
    }
  }

  @Test
  void sigtermShouldEndStreamsAndExitWithZero() throws IOException {
    Map<String, String> settings = Tixgo.settings("RESTART_WAIT_MS", "8000");
    try (Tixgo tixgo = Tixgo.start("all", settings).awaitAll(settings)) {
      String token = Tixgo.logIn(settings.get("IDENTITY_PORT"));
      int attendance = Integer.parseInt(settings.get("ATTENDANCE_PORT"));
      int gateway = Integer.parseInt(settings.get("GATEWAY_PORT"));
      try (Sse own = Sse.open(attendance, "stop", -1, token);
          Sse handedOn = Sse.open(gateway, "stop", -1, token)) {
        assertTrue(own.lines().lines().anyMatch("retry: 2000"::equals));
        assertTrue(handedOn.lines().lines().anyMatch("retry: 2000"::equals));
        tixgo.terminate();
        assertEquals(0, tixgo.awaitExit(5));
      }
    }
  }

  @Test
  void aRequestThatDoesNotEndShouldBeCutOffAndToldByTheExitCode() throws IOException {
    Map<String, String> settings = Tixgo.settings();
    String port = settings.get("IDENTITY_PORT");
    try (Tixgo tixgo = Tixgo.start("identity", settings);
        Socket stuck = connectOnceUp(tixgo, port)) {
      write(stuck, "POST /auth/login HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\n");
      write(stuck, "Content-Type: application/json\r\nContent-Length: 50\r\n\r\n");
      assertEquals("HTTP/1.1 100 Continue\r\n\r\n", read(stuck, 25));
      tixgo.terminate();
      assertEquals(1, tixgo.awaitExit(14));
      assertTrue(tixgo.log().contains("requests in flight were cut off"), tixgo::log);
    }
  }

  @Test
  void sigtermShouldEndAStartWithZeroToo() throws IOException {
    Map<String, String> settings = Tixgo.settings();
    String first = settings.get("IDENTITY_PORT");
    try (Tixgo tixgo = Tixgo.start("all", settings)) {
      tixgo.await(() -> Tixgo.status("GET", first, "/health", "", "") == 200);
      tixgo.terminate();
      assertEquals(0, tixgo.awaitExit(10));
      assertTrue(tixgo.log().contains("stopped"), tixgo::log);
    }
  }

  private static Socket connectOnceUp(Tixgo tixgo, String port) throws IOException {
    tixgo.await(() -> tixgo.log().contains("started in"));
    return new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(port));
  }

  private static String read(Socket socket, int bytes) throws IOException {
    return new String(socket.getInputStream().readNBytes(bytes), StandardCharsets.UTF_8);
  }

  private static void write(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    socket.getOutputStream().flush();
  }
}
