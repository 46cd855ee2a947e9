package id.tixgo.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tixgo.common.test.Answer;
import id.tixgo.common.test.FakeIdentity;
import id.tixgo.common.test.FreePort;
import id.tixgo.common.test.RunningSystem;
import id.tixgo.common.test.ServiceApi;
import id.tixgo.common.test.Wire;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Portal's API with an Attendance that is down, slow and wrong. */
class PortalNeighboursIT {
  private static final String PROBLEM =
      "{\"type\":\"about:blank\",\"title\":\"t\",\"status\":%d,\"detail\":\"said\",\"code\":\"%s\"}";

  private final String identityPort = FreePort.next();
  private final String attendancePort = FreePort.next();
  private final FakeIdentity identity = new FakeIdentity();
  private final ConcurrentLinkedQueue<HttpServerRequest> held = new ConcurrentLinkedQueue<>();
  private RunningSystem system;
  private ServiceApi staff;

  @BeforeEach
  void start() {
    start("20000");
  }

  private void start(String limitMs) {
    String token;
    try (RunningSystem issuer = new RunningSystem(List.of("identity"), Map.of())) {
      token = issuer.tokenOf("committee");
    }
    system =
        new RunningSystem(
            List.of("portal"),
            Map.of(
                "IDENTITY_PORT",
                identityPort,
                "ATTENDANCE_PORT",
                attendancePort,
                "UPSTREAM_TIMEOUT_MS",
                limitMs));
    identity.listen(system.vertx(), identityPort);
    staff = system.portal().as(token);
  }

  @AfterEach
  void stop() {
    system.portal().get("/health").expect(200);
    system.close();
  }

  private Stream<Answer> all() {
    JsonObject scan = new JsonObject().put("event_id", "e").put("ticket_id", "t");
    return Stream.of(
        staff.get("/api/attendance/e"),
        staff.get("/api/checkins"),
        staff.get("/api/checkins?event_id=e"),
        staff.post("/api/checkins", scan));
  }

  @Test
  void anAttendanceThatIsDownShouldBe502() {
    all().forEach(answer -> answer.expect(502, "UPSTREAM_UNREACHABLE"));
    system.portal().get("/health/ready").expect(503);
  }

  @Test
  void aSlowAttendanceShouldBe504() {
    stop();
    start("1000");
    listen(request -> {});
    all().forEach(answer -> answer.expect(504, "UPSTREAM_TIMEOUT"));
  }

  @Test
  void anIdentityThatIsDownShouldBe502() {
    identity.goAway();
    all().forEach(answer -> answer.expect(502, "UPSTREAM_UNREACHABLE"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "<html>", "[]", "null", "7", "{", "{\"records\":7,\"checkins\":7}"})
  void nonsenseShouldBe502(String body) {
    listen(request -> request.response().end(body));
    staff.get("/api/attendance/e").expect(502, "UPSTREAM_UNREACHABLE");
    staff.get("/api/checkins").expect(502, "UPSTREAM_UNREACHABLE");
    JsonObject scan = new JsonObject().put("event_id", "e").put("ticket_id", "t");
    staff.post("/api/checkins", scan).expect(502, "UPSTREAM_UNREACHABLE");
  }

  @Test
  void aCheckInThatSaysNothingShouldBe502() {
    listen(request -> request.response().end("{\"title\":\"Konser\",\"checkins\":[{}]}"));
    staff.get("/api/checkins").expect(502, "UPSTREAM_UNREACHABLE");
    JsonObject scan = new JsonObject().put("event_id", "e").put("ticket_id", "t");
    staff.post("/api/checkins", scan).expect(502, "UPSTREAM_UNREACHABLE");
  }

  @ParameterizedTest
  @ValueSource(ints = {418, 500, 302})
  void aFailureThatIsNoProblemShouldBe502(int status) {
    listen(request -> request.response().setStatusCode(status).end("oh no"));
    all().forEach(answer -> answer.expect(502, "UPSTREAM_UNREACHABLE"));
  }

  @Test
  void aProblemShouldBePassedOn() {
    listen(request -> request.response().setStatusCode(503).end(PROBLEM.formatted(503, "FULL")));
    all().forEach(answer -> assertEquals("1", retryAfter(answer.expect(503, "FULL"))));
  }

  private static String retryAfter(Answer answer) {
    return answer.header("Retry-After").orElse("");
  }

  @Test
  void aTokenThatAttendanceRefusesShouldBe401() {
    listen(
        request ->
            request.response().setStatusCode(401).end(PROBLEM.formatted(401, "UNAUTHORIZED")));
    all().forEach(answer -> answer.expect(401, "UNAUTHORIZED"));
  }

  @Test
  void questionsThatDontNeedEachOtherShouldBeAskedSideBySide() {
    listen(this::holdUntilThree);
    JsonObject shown = staff.get("/api/attendance/e").expect(200).json();
    assertEquals("Konser", shown.getString("event_name"));
    assertEquals(58, shown.getInteger("checkin_percentage"));
  }

  /** Answers none of the three before all of them are here. */
  private void holdUntilThree(HttpServerRequest request) {
    held.add(request);
    if (held.size() == 3) {
      held.forEach(
          one ->
              one.response()
                  .putHeader("X-Total-Count", "87")
                  .end("{\"title\":\"Konser\",\"total_registered\":150,\"records\":[]}"));
    }
  }

  @Test
  void recordsThatBreakOffShouldNotLookWhole() {
    listen(PortalNeighboursIT::breakOff);
    try (Wire wire = new Wire(system.portal().port())) {
      String head = "GET /api/attendance/e HTTP/1.1\r\nHost: x\r\nAuthorization: ";
      String answer = wire.send(head + staff.headers().get(1) + "\r\n\r\n").rest();
      assertTrue(answer.startsWith("HTTP/1.1 200"), answer);
      assertFalse(answer.endsWith("0\r\n\r\n"), answer);
    }
  }

  private static void breakOff(HttpServerRequest request) {
    if (request.uri().contains("cursor=2")) {
      request.response().setStatusCode(500).end();
    } else {
      int next = request.uri().contains("cursor=1") ? 2 : 1;
      request
          .response()
          .putHeader("Link", "</attendance/e?limit=250&cursor=" + next + ">; rel=\"next\"")
          .end("{\"title\":\"Konser\",\"total_registered\":9,\"records\":[{}]}");
    }
  }

  private void listen(Consumer<HttpServerRequest> answer) {
    RunningSystem.await(
        system
            .vertx()
            .createHttpServer()
            .requestHandler(answer::accept)
            .listen(Integer.parseInt(attendancePort), "127.0.0.1"));
  }
}
