package id.tixgo.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tixgo.common.test.Answer;
import id.tixgo.common.test.RunningSystem;
import id.tixgo.common.test.ServiceApi;
import io.vertx.core.json.JsonObject;
import io.vertx.openapi.contract.Operation;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The finer points of answers: problems, conditions, methods, origins, times. */
class AnswersIT {
  private static final String PAGE = "https://tixgo.id";
  private static RunningSystem system;
  private static ServiceApi admin;
  private static ServiceApi events;

  @BeforeAll
  static void start() {
    system =
        new RunningSystem(List.of("identity", "event", "attendance"), Map.of("CORS_ORIGINS", PAGE));
    admin = system.identity().as(system.adminToken());
    events = system.attendance().as(system.adminToken());
  }

  @AfterAll
  static void stop() {
    system.close();
  }

  static Stream<ServiceApi> services() {
    return Stream.of(system.identity(), system.attendance(), system.event());
  }

  @Test
  void aProblemShouldHaveItsMembersAndNoOther() {
    JsonObject problem = system.attendance().get("/checkins").expect(401).json();
    assertEquals(
        Set.of("type", "title", "status", "detail", "code", "request_id"), problem.fieldNames());
    assertEquals(401, problem.getInteger("status"));
    assertEquals("about:blank", problem.getString("type"));
  }

  @ParameterizedTest
  @MethodSource("services")
  void everyPathShouldRefuseTheMethodsItDoesNotHave(ServiceApi api) {
    Map<String, Set<String>> pathToMethods =
        api.contract().contract().operations().stream()
            .collect(
                Collectors.groupingBy(
                    Operation::getOpenAPIPath,
                    Collectors.mapping(o -> o.getHttpMethod().name(), Collectors.toSet())));
    pathToMethods.forEach((path, methods) -> refusesOthers(api, path, methods));
  }

  private static void refusesOthers(ServiceApi api, String path, Set<String> methods) {
    Set<String> allowed = new TreeSet<>(methods);
    if (methods.contains("GET")) {
      allowed.add("HEAD");
    }
    Stream.of("GET", "POST", "PUT", "PATCH", "DELETE", "PROPFIND")
        .filter(method -> !allowed.contains(method))
        .map(method -> api.send(method, path.replaceAll("\\{\\w+}", "x"), ""))
        .map(answer -> answer.expect(405).header("Allow").orElse(""))
        .forEach(allow -> assertEquals(String.join(", ", allowed), allow));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/auth/me", "/auth/users/admin", "/docs", "/redoc", "/"})
  void whatIdentityTagsShouldBe304WhenUnchanged(String path) {
    assertConditional(admin, path);
  }

  @Test
  void whatIsReadOfAnEventShouldBe304WhenUnchanged() {
    String path = create();
    ServiceApi event = system.event().as(system.adminToken());
    for (ServiceApi api : List.of(events, event)) {
      assertConditional(api, path);
      assertConditional(api, path + "/attendance");
      assertConditional(api, path + "/attendance?limit=1");
      assertConditional(api, path + "/attendance?records=false");
    }
    String tag = events.get(path + "/attendance").header("ETag").orElseThrow();
    events.post(path + "/checkins", new JsonObject().put("ticket_id", "T")).expect(201);
    events.with("If-None-Match", tag).get(path + "/attendance").expect(200);
  }

  private static void assertConditional(ServiceApi api, String path) {
    String tag = api.get(path).expect(200).header("ETag").orElseThrow();
    Answer same = api.with("If-None-Match", "\"other\", W/" + tag).get(path).expect(304);
    assertEquals("", same.body());
    assertEquals(tag, same.header("ETag").orElse(""));
    api.with("If-None-Match", "\"other\"").get(path).expect(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/health", "/events", "/events/nothing", "/attendance/x", "/nothing"})
  void aPageShouldBeLetInOnceWhateverAnswers(String path) {
    for (ServiceApi api : List.of(system.attendance(), events)) {
      Answer answer = api.with("Origin", PAGE).get(path);
      assertEquals(
          List.of(PAGE),
          answer.response().headers().allValues("Access-Control-Allow-Origin"),
          answer.body());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/checkins", "/events", "/events/x", "/attendance/x"})
  void aPreflightShouldBeAnsweredWithoutAToken(String path) {
    Answer answer =
        system
            .attendance()
            .with("Origin", PAGE)
            .with("Access-Control-Request-Method", "PATCH")
            .with("Access-Control-Request-Headers", "authorization,if-match")
            .send("OPTIONS", path, "")
            .expect(204);
    assertTrue(answer.header("Access-Control-Allow-Methods").orElse("").contains("PATCH"));
    String headers = answer.header("Access-Control-Allow-Headers").orElse("");
    assertTrue(headers.toLowerCase(Locale.ROOT).contains("if-match"), headers);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "now",
        "2026-12-31",
        "2026-02-30T12:00:00Z",
        "2026-12-31T25:00:00Z",
        "2026-12-31T12:00:00+99:00",
        "+1000000000-01-01T00:00:00Z",
        "999999999999-01-01T00:00:00Z",
        "0000-00-00T00:00:00Z",
        "2026-12-31T12:00:00Z "
      })
  void timesThatAreNoneShouldBeRefused(String time) {
    JsonObject body = new JsonObject().put("title", "x").put("start_time", time);
    events.post("/events", body).expect(422, "VALIDATION_ERROR");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-12-31T12:00:00Z",
        "2026-12-31T19:00:00+07:00",
        "2026-12-31T12:00:00.000000Z",
        "2026-12-31T12:00:00.0000009Z"
      })
  void timesShouldBeToldInUtcAndMicroseconds(String time) {
    JsonObject body = new JsonObject().put("title", "x").put("start_time", time);
    Answer answer = events.post("/events", body);
    assertEquals("2026-12-31T12:00:00.000000Z", answer.expect(201).text("start_time"));
  }

  @Test
  void readinessShouldNameWhatIsMissingAndComeBack() {
    events.get("/health/ready").expect(200);
    try (RunningSystem alone = new RunningSystem(List.of("event"), Map.of())) {
      JsonObject body = alone.event().get("/health/ready").expect(503).json();
      assertEquals("unavailable", body.getString("status"));
      assertEquals(3, body.getJsonArray("checks").size());
      assertFalse(alone.event().get("/health/live").expect(200).body().isEmpty());
    }
  }

  private static String create() {
    JsonObject body = new JsonObject().put("title", "x").put("start_time", "2026-12-31T12:00:00Z");
    return events.post("/events", body).expect(201).header("Location").orElseThrow();
  }
}
