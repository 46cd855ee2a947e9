package id.tixgo.common.clients.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tixgo.common.auth.Claims;
import id.tixgo.common.auth.TokenCodec;
import id.tixgo.common.auth.TokenConfig;
import id.tixgo.common.caller.Caller;
import id.tixgo.common.caller.Limits;
import id.tixgo.common.caller.Role;
import id.tixgo.common.caller.TokenAuthority;
import id.tixgo.common.metrics.Meters;
import id.tixgo.common.problem.Problem;
import id.tixgo.common.problem.ProblemKind;
import id.tixgo.common.scope.Deadline;
import id.tixgo.common.scope.RequestScope;
import id.tixgo.common.test.MutableClock;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(VertxExtension.class)
class CachedTokensTest {
  private static final TokenConfig CONFIG =
      new TokenConfig("0123456789abcdef0123456789abcdef", "HS256", 3600, 30, 300);
  private static final RequestScope SCOPE = new RequestScope("test", Deadline.in(1000));

  private final MutableClock clock = new MutableClock();
  private final Deque<Promise<Optional<Caller>>> questions = new ArrayDeque<>();
  private IdentityChange said;
  private int asked;
  private CachedTokens tokens;
  private String token;

  @BeforeEach
  void setUp(Vertx vertx) {
    TokenCodec codec = new TokenCodec(vertx, CONFIG, Clock.systemUTC());
    TokenAuthority identity = (t, scope) -> ask();
    // The token's own times are real; what the cache keeps goes by the clock under test.
    tokens = new CachedTokens(codec, identity, CONFIG, clock, () -> said, Meters.of(vertx));
    token = codec.sign(new Claims("siti", "user", "1.0.x", Instant.now().plusSeconds(3600)));
  }

  private Future<Optional<Caller>> ask() {
    asked++;
    questions.add(Promise.promise());
    return questions.getLast().future();
  }

  @Test
  void callerOfShouldAskOnceWhenManyWait() {
    List<Future<Optional<Caller>>> waiting = Stream.generate(this::call).limit(100).toList();
    answer(Role.COMMITTEE);
    assertEquals(1, asked);
    waiting.forEach(w -> assertEquals(Role.COMMITTEE, w.result().orElseThrow().role()));
  }

  /** A busy event loop reads the next request before it hears of the change. */
  @Test
  void callerOfShouldAskAnewWhileAChangeIsOnItsWay() {
    call();
    answer(Role.USER);
    said = IdentityChange.ofUser("siti");
    Future<Optional<Caller>> next = call();
    questions.removeFirst().complete(Optional.empty());
    assertEquals(Optional.empty(), next.result());
  }

  @Test
  void callerOfShouldAskAgainWhenAChangeCameDuringTheQuestion() {
    Future<Optional<Caller>> first = call();
    said = IdentityChange.ofUser("siti");
    Future<Optional<Caller>> second = call();
    answer(Role.USER);
    questions.removeFirst().complete(Optional.empty());
    questions.removeFirst().complete(Optional.empty());
    assertEquals(
        List.of(Optional.empty(), Optional.empty()), List.of(first.result(), second.result()));
  }

  @Test
  void aChangeThatWasHeardShouldTouchNoOther() {
    call();
    answer(Role.USER);
    said = IdentityChange.ofUser("budi");
    tokens.onChange(said);
    assertTrue(call().isComplete());
    assertEquals(1, asked);
  }

  @Test
  void callerOfShouldKeepTheAnswerForAWhileAndThenAskAgain() {
    call();
    answer(Role.USER);
    clock.advance(Duration.ofSeconds(29));
    assertTrue(call().isComplete());
    clock.advance(Duration.ofSeconds(2));
    assertFalse(call().isComplete());
    assertEquals(2, asked);
  }

  @Test
  void callerOfShouldGoOnWithWhatItKnowsWhileIdentityIsDown() {
    call();
    answer(Role.USER);
    clock.advance(Duration.ofSeconds(329));
    Future<Optional<Caller>> inGrace = call();
    goDown();
    assertEquals("siti", inGrace.result().orElseThrow().username());
    clock.advance(Duration.ofSeconds(2));
    Future<Optional<Caller>> afterwards = call();
    goDown();
    assertTrue(afterwards.failed());
  }

  @Test
  void callerOfShouldFailWhenIdentityIsDownAndTheTokenUnknown() {
    Future<Optional<Caller>> unknown = call();
    goDown();
    assertEquals(ProblemKind.UPSTREAM_UNREACHABLE, ((Problem) unknown.cause()).kind());
  }

  @Test
  void onPossibleGapShouldAskAnewAndKeepTheGrace() {
    call();
    answer(Role.USER);
    tokens.onPossibleGap();
    Future<Optional<Caller>> inGrace = call();
    goDown();
    assertEquals("siti", inGrace.result().orElseThrow().username());
    call();
    answer(Role.USER);
    assertTrue(call().isComplete());
    assertEquals(3, asked);
  }

  @Test
  void onChangeShouldForgetTheUserWhateverTheCase() {
    call();
    answer(Role.USER);
    tokens.onChange(IdentityChange.ofUser("SITI"));
    assertFalse(call().isComplete());
  }

  @Test
  void onChangeShouldForgetOneTokenAlone() {
    call();
    answer(Role.USER);
    tokens.onChange(IdentityChange.ofToken("siti", "another"));
    assertTrue(call().isComplete());
    tokens.onChange(IdentityChange.ofToken("siti", "1.0.x"));
    assertFalse(call().isComplete());
  }

  @Test
  void onChangeShouldDistrustAnAnswerUnderWay() {
    Future<Optional<Caller>> waiting = call();
    tokens.onChange(IdentityChange.ofUser("siti"));
    answer(Role.ADMIN);
    assertFalse(waiting.isComplete());
    questions.removeFirst().complete(Optional.empty());
    assertTrue(waiting.result().isEmpty());
    assertFalse(call().isComplete());
  }

  @Test
  void callerOfShouldNotAskAboutAForgery() {
    assertTrue(tokens.callerOf(token + "x", SCOPE).result().isEmpty());
    assertEquals(0, asked);
  }

  private Future<Optional<Caller>> call() {
    return tokens.callerOf(token, SCOPE);
  }

  private void answer(Role role) {
    Caller siti = new Caller(2, "siti", role, token, Optional.empty(), Limits.NONE);
    questions.removeFirst().complete(Optional.of(siti));
  }

  private void goDown() {
    questions.removeFirst().fail(Problem.of(ProblemKind.UPSTREAM_UNREACHABLE, "down"));
  }
}
