package id.tixgo.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tixgo.common.auth.Claims;
import id.tixgo.common.auth.TokenCodec;
import id.tixgo.common.auth.TokenConfig;
import id.tixgo.common.clients.identity.IdentityChange;
import id.tixgo.common.clients.identity.IdentityChanges;
import id.tixgo.common.config.Env;
import id.tixgo.common.test.Answer;
import id.tixgo.common.test.FakeIdentity;
import id.tixgo.common.test.FreePort;
import id.tixgo.common.test.MutableClock;
import id.tixgo.common.test.RunningSystem;
import id.tixgo.common.test.ServiceApi;
import id.tixgo.common.test.Wire;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * How Attendance and Event keep Identity's word on a token: one instance of each, a fake Identity
 * that counts, and a clock that the test moves.
 */
class TokenCacheIT {
  private static final int CACHE_SECONDS = 30;
  private static final int GRACE_SECONDS = 60;
  private static final int FAILURES_TO_OPEN = 20;
  private static final int UPSTREAM_MS = 10_000;

  private final MutableClock clock = new MutableClock();
  private final FakeIdentity identity = new FakeIdentity();
  private RunningSystem system;
  private String token;

  @BeforeEach
  void start() {
    Map<String, String> settings =
        Map.of(
            "IDENTITY_PORT", FreePort.next(),
            "TOKEN_CACHE_SECONDS", String.valueOf(CACHE_SECONDS),
            "IDENTITY_GRACE_SECONDS", String.valueOf(GRACE_SECONDS),
            "UPSTREAM_TIMEOUT_MS", String.valueOf(UPSTREAM_MS));
    system = new RunningSystem(List.of("event", "attendance"), settings, clock, 1);
    identity.listen(system.vertx(), settings.get("IDENTITY_PORT"));
    token = newToken();
  }

  @AfterEach
  void stop() {
    system.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"attendance", "event"})
  void oneQuestionShouldServeAllWhoWaitForIt(String service) {
    identity.hold();
    List<Wire> wires =
        IntStream.range(0, 100).mapToObj(i -> new Wire(api(service).port())).toList();
    wires.forEach(wire -> wire.send(request(service)));
    letPass(service);
    identity.release();
    wires.forEach(wire -> assertEquals(200, wire.read().status()));
    wires.forEach(Wire::close);
    assertEquals(1, identity.questions());
  }

  @ParameterizedTest
  @ValueSource(strings = {"attendance", "event"})
  void aWordShouldBeKeptForAsLongAsIsSet(String service) {
    ask(service).expect(200);
    clock.advance(Duration.ofSeconds(CACHE_SECONDS - 1));
    ask(service).expect(200);
    assertEquals(1, identity.questions());
    clock.advance(Duration.ofSeconds(2));
    ask(service).expect(200);
    assertEquals(2, identity.questions());
  }

  @ParameterizedTest
  @ValueSource(strings = {"attendance", "event"})
  void aChangeShouldBeAskedForAtOnceAndAnotherUsersNot(String service) {
    ask(service).expect(200);
    say(IdentityChange.ofUser("budi"), service);
    ask(service).expect(200);
    assertEquals(1, identity.questions());
    identity.answer(401);
    say(IdentityChange.ofUser("SITI"), service);
    ask(service).expect(401, "UNAUTHORIZED");
    assertEquals(2, identity.questions());
  }

  @ParameterizedTest
  @ValueSource(strings = {"attendance", "event"})
  void aWordGivenBeforeAChangeShouldNotCountAfterIt(String service) {
    identity.hold();
    try (Wire wire = new Wire(api(service).port())) {
      wire.send(request(service));
      letPass(service);
      say(IdentityChange.ofUser("siti"), service);
      identity.answerFirst(200);
      identity.answer(401);
      identity.release();
      assertEquals(401, wire.read().status());
    }
    assertEquals(2, identity.questions());
  }

  @ParameterizedTest
  @ValueSource(strings = {"attendance", "event"})
  void aTokenShouldEndWhenItSaysSo(String service) {
    ask(service).expect(200);
    clock.advance(Duration.ofHours(3));
    assertEquals("Invalid or expired token", ask(service).expect(401).text("detail"));
    assertEquals(1, identity.questions());
  }

  @ParameterizedTest
  @ValueSource(strings = {"attendance", "event"})
  void aKnownTokenShouldHaveItsGraceWhileIdentityIsDownAndNoMore(String service) {
    String unknown = newToken();
    ask(service).expect(200);
    identity.goAway();
    clock.advance(Duration.ofSeconds(CACHE_SECONDS + 1));
    ask(service).expect(200);
    clock.advance(Duration.ofSeconds(GRACE_SECONDS - 2));
    ask(service).expect(200);
    token = unknown;
    ask(service).expect(502, "UPSTREAM_UNREACHABLE");
  }

  @ParameterizedTest
  @ValueSource(strings = {"attendance", "event"})
  void graceShouldEnd(String service) {
    ask(service).expect(200);
    identity.goAway();
    clock.advance(Duration.ofSeconds(CACHE_SECONDS + GRACE_SECONDS + 1));
    ask(service).expect(502, "UPSTREAM_UNREACHABLE");
  }

  @ParameterizedTest
  @ValueSource(strings = {"attendance", "event"})
  void theBreakerShouldSpareAnIdentityThatFailsAndTryAgain(String service) {
    identity.hangUp(true);
    for (int i = 0; i < FAILURES_TO_OPEN; i++) {
      ask(service).expect(502, "UPSTREAM_UNREACHABLE");
    }
    assertEquals(FAILURES_TO_OPEN, identity.questions());
    ask(service).expect(502, "UPSTREAM_UNREACHABLE");
    assertEquals(FAILURES_TO_OPEN, identity.questions());
    identity.hangUp(false);
    assertTrue(Stream.generate(() -> ask(service).status()).limit(20_000).anyMatch(s -> s == 200));
    ask(service).expect(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"attendance", "event"})
  void whatTheCallerHasLeftShouldGoAlong(String service) {
    api(service).as(token).with("X-Request-Id", "door-7").get(path(service)).expect(200);
    assertTrue(identity.lastDeadlineMs() <= UPSTREAM_MS && identity.lastDeadlineMs() > 0);
    assertEquals("door-7", identity.lastRequestId());
    token = newToken();
    api(service).as(token).with("X-Deadline-Ms", "5000").get(path(service)).expect(200);
    assertTrue(identity.lastDeadlineMs() <= 5000, () -> "" + identity.lastDeadlineMs());
  }

  @ParameterizedTest
  @ValueSource(strings = {"attendance", "event"})
  void impatientCallersShouldNotOpenTheBreakerForOthers(String service) {
    identity.hold();
    for (int i = 0; i < FAILURES_TO_OPEN; i++) {
      token = newToken();
      api(service).as(token).with("X-Deadline-Ms", "1").get(path(service)).expect(504);
    }
    identity.release();
    token = newToken();
    ask(service).expect(200);
  }

  private Answer ask(String service) {
    return api(service).as(token).get(path(service));
  }

  private ServiceApi api(String service) {
    return service.equals("event") ? system.event() : system.attendance();
  }

  private static String path(String service) {
    return service.equals("event") ? "/events" : "/attendance/x";
  }

  private String request(String service) {
    return "GET "
        + path(service)
        + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
        + token
        + "\r\n\r\n";
  }

  /** Its one event loop has seen to everything that was there before. */
  private void letPass(String service) {
    IntStream.range(0, 5).forEach(i -> api(service).get("/health").expect(200));
  }

  private void say(IdentityChange change, String service) {
    new IdentityChanges(system.vertx()).publish(change);
    letPass(service);
  }

  private String newToken() {
    TokenConfig config = TokenConfig.from(new Env(Map.of("JWT_SECRET", RunningSystem.SECRET)));
    Claims claims =
        new Claims(
            "siti",
            "committee",
            UUID.randomUUID().toString(),
            clock.instant().plus(Duration.ofHours(2)));
    return new TokenCodec(system.vertx(), config, clock).sign(claims);
  }
}
