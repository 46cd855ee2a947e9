package id.tixgo.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tixgo.common.test.Answer;
import id.tixgo.common.test.RunningSystem;
import id.tixgo.common.test.ServiceApi;
import id.tixgo.common.test.Wire;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Pages of other origins, and this house's own, at services that know who may call. */
class CorsIT {
  private static final String PAGE = "https://tixgo.id";

  /** What pages may send and read without being told so (Fetch, "CORS-safelisted"). */
  private static final Set<String> SAFE =
      Set.of("cache-control", "content-language", "content-length", "content-type", "expires");

  /** For caches and for services among each other. */
  private static final Set<String> FOR_NO_PAGE = Set.of("vary", "x-service-token");

  private static RunningSystem system;
  private static RunningSystem behindProxy;

  @BeforeAll
  static void start() {
    system =
        new RunningSystem(
            List.of("identity", "event", "attendance", "portal"), Map.of("CORS_ORIGINS", PAGE));
    behindProxy =
        new RunningSystem(
            List.of("identity"), Map.of("CORS_ORIGINS", PAGE, "TRUSTED_PROXIES", "127.0.0.1"));
  }

  @AfterAll
  static void stop() {
    behindProxy.close();
    system.close();
  }

  private static List<ServiceApi> services() {
    return List.of(system.identity(), system.attendance(), system.event(), system.portal());
  }

  /** Gateways let through what the others document, so that each service allows all. */
  @Test
  void everyHeaderThatAContractTakesShouldBeAllowed() {
    Set<String> wanted = new TreeSet<>(Set.of("authorization", "content-type", "x-request-id"));
    wanted.addAll(Set.of("traceparent", "tracestate"));
    services().forEach(api -> wanted.addAll(headerParameters(document(api))));
    for (ServiceApi api : services()) {
      Answer answer =
          api.with("Origin", PAGE)
              .with("Access-Control-Request-Method", "POST")
              .with("Access-Control-Request-Headers", String.join(",", wanted))
              .send("OPTIONS", "/health", "")
              .expect(204);
      assertEquals(wanted, names(answer, "Access-Control-Allow-Headers"));
      assertEquals(
          Set.of("get", "post", "put", "patch", "delete"),
          names(answer, "Access-Control-Allow-Methods"));
    }
  }

  @Test
  void everyHeaderThatAContractAnswersWithShouldBeExposed() {
    Set<String> wanted = new TreeSet<>(Set.of("accept", "allow", "traceresponse", "x-request-id"));
    services().forEach(api -> wanted.addAll(responseHeaders(document(api))));
    assertTrue(
        wanted.containsAll(Set.of("x-last-seq", "retry-after", "location")), wanted::toString);
    for (ServiceApi api : services()) {
      Answer answer = api.with("Origin", PAGE).get("/health").expect(200);
      assertEquals(wanted, names(answer, "Access-Control-Expose-Headers"));
    }
  }

  private static JsonObject document(ServiceApi api) {
    return api.contract().contract().document();
  }

  private static Set<String> headerParameters(JsonObject document) {
    Set<String> names = new TreeSet<>();
    objects(document)
        .filter(object -> "header".equals(object.getValue("in")) && object.containsKey("schema"))
        .forEach(parameter -> names.add(lower(parameter.getString("name"))));
    names.removeAll(FOR_NO_PAGE);
    return names;
  }

  private static Set<String> responseHeaders(JsonObject document) {
    Set<String> names = new TreeSet<>();
    objects(document)
        .filter(object -> object.containsKey("description"))
        .filter(object -> object.getValue("headers") instanceof JsonObject)
        .flatMap(response -> response.getJsonObject("headers").fieldNames().stream())
        .forEach(name -> names.add(lower(name)));
    names.removeAll(SAFE);
    names.removeAll(FOR_NO_PAGE);
    return names;
  }

  /** All objects of a document, at whatever depth. */
  private static Stream<JsonObject> objects(Object json) {
    if (json instanceof JsonArray array) {
      return array.stream().flatMap(CorsIT::objects);
    }
    return json instanceof JsonObject object
        ? Stream.concat(
            Stream.of(object), object.stream().map(Map.Entry::getValue).flatMap(CorsIT::objects))
        : Stream.of();
  }

  private static Set<String> names(Answer answer, String header) {
    Set<String> names = new TreeSet<>();
    Stream.of(answer.header(header).orElse("").split(",", -1)).forEach(n -> names.add(lower(n)));
    return names;
  }

  @Test
  void aPageOfTheServersOwnShouldBeLetInEverywhere() {
    JsonObject nobody = new JsonObject().put("username", "nobody").put("password", "secret-1");
    for (ServiceApi api : services()) {
      for (String scheme : List.of("http", "https")) {
        ServiceApi page = api.with("Origin", scheme + "://127.0.0.1:" + api.port());
        page.get("/docs").expect(200);
        page.get("/openapi.json").expect(200);
        page.post("/auth/login", nobody).expect(api.equals(system.identity()) ? 401 : 404);
      }
    }
    ServiceApi portal =
        system.portal().with("Origin", "http://127.0.0.1:" + system.portal().port());
    portal.post("/api/auth/login", nobody).expect(401);
    portal.post("/gateway/identity/auth/login", nobody).expect(401);
    portal.post("/gateway/attendance/checkins", nobody).expect(401);
    portal.post("/gateway/attendance/events", nobody).expect(401);
  }

  @Test
  void aPageOfAnotherOriginShouldBeRefusedEverywhere() {
    for (ServiceApi api : services()) {
      for (String origin :
          List.of("https://evil.example", "http://127.0.0.1:1", "https://tixgo.id.evil", "null")) {
        for (String line : List.of("POST /auth/login", "POST /checkins", "GET /health")) {
          assertEquals(403, status(api, line, "Host: x", "Origin: " + origin), line + origin);
        }
      }
    }
    String neighbour = "Origin: http://x:" + system.attendance().port();
    assertEquals(
        403, status(system.portal(), "POST /gateway/attendance/checkins", "Host: x", neighbour));
  }

  @Test
  void aTrustedProxyShouldSayWhatTheOwnOriginIs() {
    String host = "X-Forwarded-Host: tixgo.example";
    String own = "Origin: https://tixgo.example";
    ServiceApi api = behindProxy.identity();
    assertEquals(403, status(api, "GET /health", "Host: x", own));
    assertEquals(200, status(api, "GET /health", "Host: x", own, host, "X-Forwarded-Proto: https"));
    String forwarded = "Forwarded: host=tixgo.example;proto=https";
    assertEquals(200, status(api, "GET /health", "Host: x", own, forwarded));
    String plain = "Origin: http://tixgo.example";
    assertEquals(200, status(api, "GET /health", "Host: x", plain, host + ":80"));
    assertEquals(403, status(api, "GET /health", "Host: x", plain, host + ":81"));
    assertEquals(403, status(system.identity(), "GET /health", "Host: x", own, host));
  }

  private static int status(ServiceApi api, String line, String... headers) {
    String head = Wire.head(line + " HTTP/1.1", String.join("\r\n", headers));
    return Wire.exchange(api.port(), head).status();
  }

  @Test
  void cachesShouldKeepAnAnswerForItsOriginAlone() {
    for (ServiceApi api : services()) {
      for (String origin : List.of("Origin: " + PAGE, "X: without")) {
        String head = Wire.head("GET /health HTTP/1.1", "Host: x", origin);
        assertEquals("origin", Wire.exchange(api.port(), head).headers().get("vary"));
      }
    }
  }

  @Test
  void anyOriginShouldIncludeThoseWithoutAName() {
    try (RunningSystem any = new RunningSystem(List.of("identity"), Map.of("CORS_ORIGINS", "*"))) {
      for (String origin : List.of("https://any.example", "null", "http://localhost:3000")) {
        Answer answer = any.identity().with("Origin", origin).get("/health").expect(200);
        assertEquals("*", answer.header("Access-Control-Allow-Origin").orElse(""));
        assertEquals("", answer.header("Vary").orElse(""));
      }
    }
  }

  private static String lower(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }
}
