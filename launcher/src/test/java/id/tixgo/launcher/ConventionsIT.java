package id.tixgo.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tixgo.common.test.Answer;
import id.tixgo.common.test.RunningSystem;
import id.tixgo.common.test.ServiceApi;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.openapi.contract.Operation;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What holds on every service. */
class ConventionsIT {
  private static RunningSystem system;

  @BeforeAll
  static void start() {
    system =
        new RunningSystem(
            List.of("identity", "event", "attendance", "portal"),
            Map.of("CORS_ORIGINS", "https://tixgo.id"));
  }

  @AfterAll
  static void stop() {
    system.close();
  }

  private static Stream<ServiceApi> services() {
    return Stream.of(system.identity(), system.attendance(), system.event(), system.portal());
  }

  @Test
  void everyDocumentedOperationShouldBeServed() {
    services()
        .forEach(
            api ->
                api.contract()
                    .contract()
                    .operations()
                    .forEach(operation -> isServed(api, operation)));
  }

  private static void isServed(ServiceApi api, Operation operation) {
    String path =
        operation.getOpenAPIPath().replace("{path}", rest(operation)).replaceAll("\\{\\w+}", "x");
    Answer answer = api.send(operation.getHttpMethod().name(), path, "");
    assertFalse(answer.body().contains("There is nothing here."), operation.getOperationId());
    boolean forwarded = operation.getOperationId().startsWith("forward");
    assertTrue(forwarded || answer.status() != 405, operation.getOperationId());
  }

  /** A path below a gateway that is shown, as the contract gives one. */
  private static String rest(Operation operation) {
    return operation.getParameters().stream()
        .filter(parameter -> parameter.getName().equals("path"))
        .map(parameter -> parameter.getOpenAPIModel().getString("example"))
        .findFirst()
        .orElse("");
  }

  @Test
  void unknownPathsAndMethodsShouldSaySo() {
    services()
        .forEach(
            api -> {
              api.get("/nothing").expect(404, "NOT_FOUND");
              Answer answer = api.delete("/health").expect(405, "METHOD_NOT_ALLOWED");
              assertEquals("GET, HEAD", answer.header("Allow").orElse(""));
            });
  }

  @Test
  void badBodiesShouldEachHaveTheirAnswer() {
    ServiceApi json = system.identity().with("Content-Type", "application/json");
    for (String bad : List.of("{", "nope", "{\"a\":1}{", "[".repeat(10_000), "{\"a\":\"\uD800")) {
      json.send("POST", "/auth/login", bad).expect(400, "MALFORMED_JSON");
    }
    json.send("POST", "/auth/login", "[]").expect(422, "VALIDATION_ERROR");
    json.send("POST", "/auth/login", "null").expect(422, "VALIDATION_ERROR");
    json.send("POST", "/auth/login", "").expect(422, "VALIDATION_ERROR");
    json.send("POST", "/auth/login", "\"" + "x".repeat(70_000) + "\"")
        .expect(413, "BODY_TOO_LARGE");
    for (String type :
        List.of("text/plain", "application/xml", "application/json; charset=utf-16")) {
      ServiceApi other = system.identity().with("Content-Type", type);
      other.send("POST", "/auth/login", "{}").expect(415, "UNSUPPORTED_MEDIA_TYPE");
    }
  }

  @Test
  void violationsShouldSayWhereWhatAndWhy() {
    Answer answer = system.identity().post("/auth/login", new JsonObject().put("username", 7));
    JsonArray errors = answer.expect(422, "VALIDATION_ERROR").json().getJsonArray("errors");
    assertEquals(2, errors.size());
    errors.forEach(e -> assertEquals(Set.of("loc", "msg", "type"), ((JsonObject) e).fieldNames()));
  }

  @Test
  void requestIdShouldBeTakenOrMade() {
    ServiceApi api = system.attendance();
    assertEquals(
        "abc-1",
        api.with("X-Request-Id", "abc-1").get("/health").header("X-Request-Id").orElse(""));
    assertEquals(
        "abc-1", api.with("X-Request-Id", "abc-1").get("/events").expect(401).text("request_id"));
    for (String bad : List.of("a b", "x".repeat(129))) {
      String made = api.with("X-Request-Id", bad).get("/health").header("X-Request-Id").orElse("");
      assertTrue(made.matches("[0-9a-f]{16}"), made);
    }
  }

  @Test
  void tokensShouldBeAskedForInTheStandardWay() {
    services()
        .map(api -> api.get(guarded(api)))
        .forEach(
            answer -> {
              answer.expect(401, "UNAUTHORIZED");
              assertEquals("Missing Authorization header", answer.text("detail"));
              assertEquals("Bearer", answer.header("WWW-Authenticate").orElse(""));
            });
  }

  private static String guarded(ServiceApi api) {
    if (api.equals(system.portal())) {
      return "/api/checkins";
    }
    return api.equals(system.identity()) ? "/auth/me" : "/events";
  }

  @Test
  void healthShouldNameTheServiceAndReadinessWhatIsMissing() {
    assertEquals("identity-service", system.identity().get("/health").expect(200).text("service"));
    assertEquals("ready", system.attendance().get("/health/ready").expect(200).text("status"));
    try (RunningSystem alone = new RunningSystem(List.of("attendance"), Map.of())) {
      alone.attendance().get("/health").expect(200);
      Answer answer = alone.attendance().get("/health/ready").expect(503);
      assertTrue(
          answer.body().contains("{\"id\":\"identity\",\"status\":\"DOWN\"}")
              || answer.body().contains("{\"status\":\"DOWN\",\"id\":\"identity\"}"),
          answer.body());
    }
  }

  @Test
  void headShouldBeAGetWithoutItsBody() {
    Answer head = system.identity().send("HEAD", "/health", "").expect(200);
    assertEquals("", head.body());
    ServiceApi staff = system.attendance().as(system.tokenOf("committee"));
    assertEquals("", staff.send("HEAD", "/attendance/x", "").expect(200).body());
    assertEquals("", staff.send("HEAD", "/events", "").expect(200).body());
  }

  @Test
  void pagesShouldTakeEveryAssetFromTheServiceItself() {
    services()
        .forEach(
            api -> {
              api.get("/openapi.json").expect(200);
              Stream.of("/", "/docs", "/redoc").forEach(page -> assetsAreThere(api, page));
            });
  }

  private static void assetsAreThere(ServiceApi api, String page) {
    String html = api.get(page).expect(200).body();
    assertFalse(html.contains("http://") || html.contains("https://"), page);
    Pattern.compile("(?:src|href)=\"(/assets/[^\"]+)\"")
        .matcher(html)
        .results()
        .forEach(match -> assertFalse(api.get(match.group(1)).expect(200).body().isEmpty()));
  }

  @Test
  void browsersShouldBeLetInFromTheOriginsThatAreSet() {
    ServiceApi page = system.attendance().with("Origin", "https://tixgo.id");
    assertEquals(
        "https://tixgo.id", page.get("/health").header("Access-Control-Allow-Origin").orElse(""));
    Answer preflight =
        page.with("Access-Control-Request-Method", "POST").send("OPTIONS", "/checkins", "");
    assertEquals(204, preflight.status());
    ServiceApi stranger = system.attendance().with("Origin", "https://evil.example");
    assertTrue(
        stranger
            .get("/checkins")
            .expect(403, "FORBIDDEN")
            .header("Access-Control-Allow-Origin")
            .isEmpty());
  }
}
