package id.tixgo.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tixgo.common.test.Answer;
import id.tixgo.common.test.RunningSystem;
import id.tixgo.common.test.ServiceApi;
import id.tixgo.common.test.Wire;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What clients are refused who ask too much; each test is at addresses of its own. */
class LimitsIT {
  private static final AtomicInteger ADDRESSES = new AtomicInteger();
  private static final String GOOD = "secret-1";
  private static final JsonObject NOBODY =
      new JsonObject().put("username", "nobody").put("password", "wrong-1");

  /** Behind a proxy that says whom a request comes from: this machine. */
  private static RunningSystem system;

  private static String admin;

  private final String here = address();

  @BeforeAll
  static void start() {
    system =
        new RunningSystem(
            List.of("identity", "event", "attendance", "ticketing", "payment", "portal", "gateway"),
            Map.of("RATE_LIMITS", "on", "TRUSTED_PROXIES", "127.0.0.1"));
    admin = system.adminToken();
  }

  @AfterAll
  static void stop() {
    system.close();
  }

  private static String address() {
    return "203.0.113." + ADDRESSES.incrementAndGet();
  }

  private static ServiceApi from(String address, ServiceApi service) {
    return service.with("X-Forwarded-For", address);
  }

  private static JsonObject credentials(String name, String password) {
    return new JsonObject().put("username", name).put("password", password);
  }

  private static String register(String name) {
    ServiceApi identity = system.identity().as(admin);
    identity.post("/auth/register", credentials(name, GOOD)).expect(201);
    return name;
  }

  private static Answer logIn(ServiceApi identity, String name, String password) {
    return identity.post("/auth/login", credentials(name, password));
  }

  /** How many requests are answered with a status until one is refused; 1,000 at most. */
  private static int untilRefused(int status, IntFunction<Answer> request) {
    for (int i = 0; i < 1000; i++) {
      Answer answer = request.apply(i);
      if (answer.status() == 429) {
        expectRefusal(answer);
        return i;
      }
      answer.expect(status);
    }
    return 1000;
  }

  /** Time may pass between two requests, and let some through. */
  private static void expectSoonRefused(int status, IntFunction<Answer> request) {
    int answered = untilRefused(status, request);
    assertTrue(answered < 20, answered + " were answered");
  }

  private static void expectRefusal(Answer answer) {
    JsonObject problem = answer.expect(429, "RATE_LIMITED").json();
    String wait = String.valueOf(problem.getInteger("retry_after"));
    assertTrue(Integer.parseInt(wait) >= 1, problem::encode);
    assertEquals(wait, answer.header("Retry-After").orElse(""));
    assertEquals(wait, answer.header("RateLimit-Reset").orElse(""));
    assertEquals("0", answer.header("RateLimit-Remaining").orElse(""));
    assertEquals(
        String.valueOf(problem.getInteger("at_once")), answer.header("RateLimit-Limit").orElse(""));
  }

  @Test
  void aFloodOfWrongLogInsShouldBeStopped() {
    ServiceApi identity = from(here, system.identity());
    AtomicInteger wrong = new AtomicInteger();
    IntStream.range(0, 400)
        .parallel()
        .mapToObj(i -> logIn(identity, "nobody" + i, "wrong-1"))
        .filter(answer -> answer.status() == 401)
        .forEach(answer -> wrong.incrementAndGet());
    assertTrue(wrong.get() >= 100 && wrong.get() <= 200, wrong::toString);
    expectSoonRefused(401, i -> logIn(identity, "other" + i, "wrong-1"));
    logIn(from(address(), system.identity()), "nobody", "x").expect(401);
  }

  @Test
  void whoGuessesAPasswordShouldWaitAndItsOwnerNot() {
    String siti = register("siti-limits");
    ServiceApi stranger = from(here, system.identity());
    int guesses =
        untilRefused(401, i -> logIn(stranger, i % 2 == 0 ? siti : "SITI-limits", "wrong-" + i));
    assertTrue(guesses <= 25, guesses + " guesses");
    logIn(from(address(), system.identity()), siti, GOOD).expect(200);
    logIn(stranger, register("budi-limits"), GOOD).expect(200);
  }

  @Test
  void anotherWayToWriteTheNameShouldBeNoOtherName() {
    register("guessed@example.com");
    ServiceApi identity = from(here, system.identity());
    List<String> ways =
        List.of(" guessed@example.com", "\u200bGUESSED@example.com", "guessed@\uff45xample.com");
    int answered = untilRefused(401, i -> logIn(identity, ways.get(i % 3), "wrong-1"));
    assertTrue(answered >= 20 && answered <= 25, answered + " were answered");
  }

  @Test
  void rightLogInsShouldNotBeHeldAgainstAnybody() {
    String crew = register("crew-limits");
    ServiceApi hall = from(here, system.identity());
    IntStream.range(0, 150).forEach(i -> logIn(hall, crew, GOOD).expect(200));
  }

  @Test
  void registrationsFromOneAddressShouldBeStopped() {
    ServiceApi identity = from(here, system.identity());
    int made =
        untilRefused(
            201,
            i -> identity.post("/auth/register", credentials("flood-" + here + "-" + i, GOOD)));
    assertTrue(made >= 100 && made <= 150, made + " accounts");
    JsonObject another = credentials("late-" + here, GOOD);
    identity.as(admin).post("/auth/register", another).expect(201);
    from(address(), system.identity())
        .post("/auth/register", credentials("elsewhere-" + here, GOOD))
        .expect(201);
  }

  /** The address that counts is the client's, whichever way it comes. */
  @Test
  void gatewaysShouldNotBeTakenForTheirClients() {
    ServiceApi gateway = from(here, system.gateway());
    ServiceApi portal = from(here, system.portal());
    int tried = untilRefused(401, i -> logIn(gateway, "nobody-" + i, "wrong-1"));
    assertTrue(tried <= 130, tried + " log-ins");
    expectSoonRefused(401, i -> portal.post("/api/auth/login", NOBODY));
    expectSoonRefused(401, i -> logIn(from(here, system.identity()), "nobody", "wrong-1"));
    logIn(from(address(), system.gateway()), "nobody", "wrong-1").expect(401);
    String query =
        "mutation { login(email: \"nobody@x.id\", password: \"wrong-1\") { userErrors { code } } }";
    GraphQLApi api = new GraphQLApi(gateway);
    assertTrue(
        IntStream.range(0, 20)
            .mapToObj(i -> api.ask("/graphql", query).encode())
            .anyMatch(answer -> answer.contains("RATE_LIMITED")));
  }

  /** To who isn't believed whatever he says of himself, and whoever he is. */
  @Test
  void forgedHeadersShouldNotHelp() {
    try (RunningSystem wary =
        new RunningSystem(List.of("identity", "portal", "gateway"), Map.of("RATE_LIMITS", "on"))) {
      int port = wary.identity().port();
      int tried = 0;
      while (tried < 1000 && forged(port, "/auth/login", tried) == 401) {
        tried++;
      }
      assertTrue(tried >= 100 && tried <= 130, tried + " log-ins");
      for (int way : List.of(port, wary.gateway().port(), wary.portal().port())) {
        String path = way == wary.portal().port() ? "/api/auth/login" : "/auth/login";
        long wrong = IntStream.range(0, 30).filter(i -> forged(way, path, 1000 + i) == 401).count();
        assertTrue(wrong < 15, wrong + " log-ins");
      }
    }
  }

  private static int forged(int port, String path, int n) {
    String body = credentials("nobody" + n, "wrong-1").encode();
    String head =
        Wire.head(
            "POST " + path + " HTTP/1.1",
            "Host: x",
            "X-Forwarded-For: 198.51.100." + n,
            "Forwarded: for=198.51.100." + n,
            "X-Forwarded-Proof: " + "0".repeat(64),
            "X-Real-IP: 198.51.100." + n,
            "Content-Type: application/json",
            "Content-Length: " + body.length());
    return Wire.exchange(port, head + body).status();
  }

  @Test
  void sixtyScannersBehindOneAddressShouldNeverBeRefused() {
    ServiceApi admins = system.identity().as(admin);
    List<ServiceApi> scanners =
        IntStream.range(0, 60)
            .mapToObj(i -> new JsonObject().put("name", "Limits " + i))
            .map(device -> admins.post("/auth/devices", device).expect(201).text("access_token"))
            .map(token -> from(here, system.attendance()).as(token))
            .toList();
    IntStream.range(0, 60)
        .parallel()
        .forEach(
            n ->
                IntStream.range(0, 20)
                    .forEach(i -> scan(scanners.get(n), n + "-" + i).expect(201)));
  }

  private static Answer scan(ServiceApi scanner, String ticket) {
    return scanner.post(
        "/checkins", new JsonObject().put("event_id", "limits").put("ticket_id", ticket));
  }

  @Test
  void bookingsAndPaymentsShouldBeCountedByUserWhereverHeIs() {
    String token = logIn(system.identity(), register("buyer-limits"), GOOD).text("access_token");
    JsonObject body = new JsonObject().put("event_id", "none").put("ticket_type_id", "none");
    int tried =
        untilRefused(
            404,
            i -> from(address(), system.service("ticketing")).as(token).post("/bookings", body));
    assertTrue(tried >= 100 && tried <= 200, tried + " bookings");
    expectSoonRefused(404, i -> from(here, system.gateway()).as(token).post("/bookings", body));
    system.identity().as(token).get("/auth/me").expect(200);
  }

  @Test
  void queriesShouldBeCountedByTheirCost() {
    String fields = "id title description location venueId roomId startTime endTime status";
    JsonObject dear =
        new JsonObject()
            .put("query", "{ eventsConnection(first: 99) { nodes { " + fields + " } } }");
    JsonObject cheap = new JsonObject().put("query", "{ __typename }");
    ServiceApi gateway = from(here, system.gateway());
    int asked = untilRefused(200, i -> gateway.post("/graphql", dear));
    assertTrue(asked >= 20 && asked <= 60, asked + " queries");
    gateway.post("/graphql", cheap).expect(200);
    gateway.as(admin).post("/graphql", dear).expect(200);
    from(address(), system.gateway()).post("/graphql", dear).expect(200);
  }

  @Test
  void offShouldLimitNothing() {
    try (RunningSystem off = new RunningSystem(List.of("identity"), Map.of())) {
      IntStream.range(0, 250).forEach(i -> logIn(off.identity(), "nobody", "x").expect(401));
    }
  }
}
