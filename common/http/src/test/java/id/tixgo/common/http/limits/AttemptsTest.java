package id.tixgo.common.http.limits;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tixgo.common.metrics.Meters;
import id.tixgo.common.problem.Problem;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Five wrong log-ins of a name at an address are free, twenty at an address, fifty of a name. */
class AttemptsTest {
  private static Vertx vertx;

  private final SetClock clock = new SetClock();
  private final Attempts attempts =
      new Attempts(
          RateLimit.LOGIN,
          new RateLimits(Meters.of(vertx), clock),
          new Attempts.Rules(rule(5, 900), rule(20, 60), rule(50, 60)),
          clock);

  @BeforeAll
  static void start() {
    vertx = Vertx.vertx();
  }

  @AfterAll
  static void stop() {
    vertx.close().await();
  }

  private static GrowingDelay.Rule rule(int free, int longest) {
    return new GrowingDelay.Rule(free, Duration.ofMinutes(1), Duration.ofSeconds(longest));
  }

  private boolean isAdmitted(String name, String address) {
    try {
      attempts.admit(name, address);
      return true;
    } catch (Problem refusal) {
      assertEquals("RATE_LIMITED", refusal.code());
      return false;
    }
  }

  private int guess(String name, String address, int times) {
    int admitted = 0;
    for (int i = 0; i < times; i++) {
      if (isAdmitted(name, address)) {
        admitted++;
        attempts.count(name, address);
      }
    }
    return admitted;
  }

  @Test
  void aNameShouldBeTheSameInAnyCase() {
    assertEquals(3, guess("siti@example.com", "10.0.0.1", 3));
    assertEquals(2, guess("SITI@Example.COM", "10.0.0.1", 10));
  }

  @Test
  void whoKnowsANameShouldNotKeepItsOwnerOut() {
    guess("siti", "10.0.0.1", 1000);
    assertTrue(isAdmitted("siti", "10.0.0.2"));
  }

  @Test
  void anAddressShouldNotTryOneNameAfterTheOther() {
    int admitted = IntStream.range(0, 1000).map(i -> guess("user" + i, "10.0.0.1", 1)).sum();
    assertEquals(20, admitted);
  }

  @Test
  void aNeighbourWhoTriesNamesShouldNotKeepOutWhoWasThereBefore() {
    attempts.succeeded("siti", "10.0.0.1");
    IntStream.range(0, 1000).forEach(i -> guess("user" + i, "10.0.0.1", 1));
    assertTrue(isAdmitted("Siti", "10.0.0.1"));
    assertEquals(5, guess("siti", "10.0.0.1", 100));
  }

  @Test
  void aNameShouldNotBeTriedFromOneAddressAfterTheOther() {
    attempts.succeeded("siti", "10.1.0.1");
    int admitted = IntStream.range(0, 1000).map(i -> guess("siti", "10.0." + i + ".1", 1)).sum();
    assertEquals(50, admitted);
    assertTrue(isAdmitted("siti", "10.1.0.1"), "where she was before");
    clock.advance(Duration.ofSeconds(1));
    assertTrue(isAdmitted("siti", "10.2.0.1"), "elsewhere, soon");
  }

  @Test
  void anIpv6NetworkShouldBeOneAddress() {
    int admitted = IntStream.range(0, 100).map(i -> guess("siti", "2001:db8:0:1::" + i, 1)).sum();
    assertEquals(5, admitted);
    assertTrue(isAdmitted("siti", "2001:db8:0:2::1"));
  }

  @Test
  void aRightOneShouldClearTheName() {
    guess("siti", "10.0.0.1", 4);
    attempts.succeeded("siti", "10.0.0.1");
    assertEquals(5, guess("siti", "10.0.0.1", 100));
  }

  @Test
  void aRefusalShouldSayHowLong() {
    guess("siti", "10.0.0.1", 5);
    clock.advance(Duration.ofMillis(300));
    Problem refusal = assertThrows(Problem.class, () -> attempts.admit("siti", "10.0.0.1"));
    assertEquals("Too many log-ins; try again in 1 s.", refusal.getMessage());
    assertEquals(1L, refusal.members().get("retry_after"));
    assertEquals(5, refusal.members().get("at_once"));
    assertEquals("login", refusal.members().get("limit"));
  }
}
