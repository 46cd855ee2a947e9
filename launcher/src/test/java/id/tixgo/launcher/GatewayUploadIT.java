package id.tixgo.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.tixgo.common.test.RunningSystem;
import id.tixgo.common.test.ServiceApi;
import id.tixgo.common.test.Wire;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies that take their time, stop, aren't wanted, or wait to be wanted, on their way through. */
class GatewayUploadIT {
  private static final int UPSTREAM_MS = 1500;
  private static final int REQUEST_MS = 3000;
  private static final String LIST = "/attendance/slow/tickets";
  private static final String CSV = "Content-Type: text/csv";
  private static RunningSystem system;
  private static String token;

  /** One instance of each, so that all requests share its connections to the neighbour. */
  @BeforeAll
  static void start() {
    system =
        new RunningSystem(
            List.of("identity", "event", "attendance", "portal", "gateway"),
            Map.of(
                "UPSTREAM_TIMEOUT_MS",
                String.valueOf(UPSTREAM_MS),
                "REQUEST_TIMEOUT_MS",
                String.valueOf(REQUEST_MS)),
            Clock.systemUTC(),
            1);
    token = system.adminToken();
  }

  @AfterAll
  static void stop() {
    system.close();
  }

  /** Longer than a neighbour has for its answer, and than a request has in all. */
  @Execution(ExecutionMode.CONCURRENT)
  @ParameterizedTest
  @ValueSource(strings = {"Content-Length: 60", "Transfer-Encoding: chunked"})
  void aBigListOverASlowLineShouldArriveAsItDoesDirectly(String framing) {
    for (ServiceApi api : gateways()) {
      try (Wire wire = new Wire(api.port())) {
        wire.send(head("PUT", mount(api) + LIST, CSV, framing));
        for (String line : List.of("ticket_id\n", "SLOW-0001\n", "SLOW-0002\n", "SLOW-0003\n")) {
          wire.send(chunk(framing, line));
          letPass(REQUEST_MS / 3);
        }
        wire.send(chunk(framing, "SLOW-0004\nSLOW-0005\n"));
        wire.send(framing.contains("chunked") ? "0\r\n\r\n" : "");
        Wire.Reply reply = wire.read();
        assertEquals(200, reply.status(), reply::toString);
      }
    }
  }

  @Execution(ExecutionMode.CONCURRENT)
  @Test
  void aBodyThatStopsShouldBeLateHereAndThere() {
    for (ServiceApi api : gateways()) {
      try (Wire wire = new Wire(api.port())) {
        wire.send(head("PUT", mount(api) + LIST, CSV, "Content-Length: 60") + "ticket_id\n");
        Wire.Reply reply = wire.read();
        assertEquals(408, reply.status(), reply::toString);
        assertEquals("REQUEST_TIMEOUT", new JsonObject(reply.body()).getString("code"));
        assertEquals("close", reply.headers().get("connection"));
        assertEquals("", wire.rest());
      }
    }
  }

  /** What is refused before its body has come isn't held up by it, nor holds up what comes next. */
  @Test
  void aBodyThatNobodyWantsShouldBeAnsweredAtOnceAndLeaveNothingBehind() {
    String rest = "GET /health HTTP/1.1\r\nHost: x\r\n\r\n";
    for (ServiceApi api : gateways()) {
      String path = (api.equals(system.portal()) ? "/gateway/attendance" : "") + "/events";
      for (int i = 0; i < 5; i++) {
        try (Wire wire = new Wire(api.port())) {
          wire.send("POST " + path + " HTTP/1.1\r\nHost: x\r\nContent-Length: 99\r\n\r\n{");
          assertEquals(401, wire.read().status());
        }
        for (int j = 0; j < 5; j++) {
          api.as(token).get(path).expect(200);
        }
      }
      try (Wire wire = new Wire(api.port())) {
        int length = 1 + rest.length();
        wire.send(
            "POST " + path + " HTTP/1.1\r\nHost: x\r\nContent-Length: " + length + "\r\n\r\n{");
        assertEquals(401, wire.read().status());
        wire.send(rest + rest);
        assertEquals(200, wire.read().status());
      }
    }
  }

  @Test
  void aClientThatAsksFirstShouldBeToldToGoOnByWhoTakesTheBody() {
    JsonObject event = new JsonObject().put("title", "x").put("start_time", "2026-12-31T12:00:00Z");
    String expect = "Expect: 100-continue";
    String json = "Content-Type: application/json";
    String length = "Content-Length: " + event.encode().length();
    for (ServiceApi api : gateways()) {
      try (Wire wire = new Wire(api.port())) {
        wire.send(head("POST", eventsAt(api), json, expect, length));
        assertEquals(100, wire.read().status());
        assertEquals(201, wire.send(event.encode()).read().status());
        wire.send(head("POST", eventsAt(api), json, length) + event.encode());
        assertEquals(201, wire.read().status());
      }
    }
  }

  @Test
  void aClientThatAsksFirstShouldBeRefusedWithoutItsBody() {
    String asks = "Host: x\r\nExpect: 100-continue\r\nContent-Length: 9000000\r\n\r\n";
    for (String path : List.of("/events", "/checkins", "/attendance/x/tickets")) {
      for (ServiceApi api : gateways()) {
        String method = path.endsWith("tickets") ? "PUT " : "POST ";
        try (Wire wire = new Wire(api.port())) {
          wire.send(method + mount(api) + path + " HTTP/1.1\r\n" + asks);
          Wire.Reply reply = wire.read();
          assertEquals(401, reply.status(), reply::toString);
          assertEquals("close", reply.headers().get("connection"));
          assertEquals("", wire.rest());
        }
      }
    }
  }

  @Test
  void aBodyThatIsTooLargeShouldBeRefusedAtOnceThroughAllHops() {
    for (String framing : List.of("Content-Length: 9000000", "Transfer-Encoding: chunked")) {
      for (ServiceApi api : gateways()) {
        try (Wire wire = new Wire(api.port())) {
          wire.send(head("POST", eventsAt(api), "Content-Type: application/json", framing));
          wire.send(chunk(framing, "x".repeat(100_000)));
          Wire.Reply reply = wire.read();
          assertEquals(413, reply.status(), reply::toString);
          assertEquals("close", reply.headers().get("connection"));
          assertEquals("", wire.rest());
        }
      }
    }
  }

  @Test
  void aBodyThatBreaksOffShouldNotBeTakenForAWholeOne() {
    int before = events();
    String event = "{\"title\":\"x\",\"start_time\":\"2026-12-31T12:00:00Z\"}";
    for (ServiceApi api : gateways()) {
      try (Wire wire = new Wire(api.port())) {
        wire.send(
            head("POST", eventsAt(api), "Content-Type: application/json", "Content-Length: 99"));
        wire.send(event);
        letPass(200);
      }
    }
    assertEquals(before, events());
  }

  private static List<ServiceApi> gateways() {
    return List.of(system.attendance(), system.portal(), system.gateway());
  }

  private static int events() {
    return system.event().as(token).get("/events").expect(200).array().size();
  }

  private static String chunk(String framing, String bytes) {
    return framing.contains("chunked")
        ? Integer.toHexString(bytes.length()) + "\r\n" + bytes + "\r\n"
        : bytes;
  }

  private static String eventsAt(ServiceApi api) {
    return mount(api) + "/events";
  }

  private static String mount(ServiceApi api) {
    return api.equals(system.portal()) ? "/gateway/attendance" : "";
  }

  private static String head(String method, String path, String... headers) {
    String own = String.join("\r\n", headers);
    return Wire.head(
        method + " " + path + " HTTP/1.1", "Host: x", "Authorization: Bearer " + token, own);
  }

  private static void letPass(int milliseconds) {
    RunningSystem.await(system.vertx().timer(milliseconds, TimeUnit.MILLISECONDS));
  }
}
