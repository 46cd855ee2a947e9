package id.tixgo.common.http.limits;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import id.tixgo.common.caller.Caller;
import id.tixgo.common.caller.Limits;
import id.tixgo.common.caller.Role;
import id.tixgo.common.metrics.Meters;
import id.tixgo.common.problem.Problem;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RateLimitsTest {
  private final SetClock clock = new SetClock();
  private Vertx vertx;
  private RateLimits limits;

  @BeforeEach
  void start() {
    vertx = Vertx.vertx();
    limits = new RateLimits(Meters.of(vertx), clock);
  }

  @AfterEach
  void stop() {
    vertx.close().await();
  }

  private static Optional<Caller> caller(long id) {
    return caller(id, "token " + id);
  }

  private static Optional<Caller> caller(long id, String token) {
    return Optional.of(
        new Caller(id, "user" + id, Role.USER, token, Optional.empty(), Limits.NONE));
  }

  private int taken(RateLimit limit, Optional<Caller> caller, String address, int tries) {
    return (int) IntStream.range(0, tries).filter(i -> isTaken(limit, caller, address)).count();
  }

  private boolean isTaken(RateLimit limit, Optional<Caller> caller, String address) {
    try {
      limits.take(limit, caller, () -> address, 1);
      return true;
    } catch (Problem refusal) {
      return false;
    }
  }

  /** Twenty scans a second each, all night, and everything that a door asks besides. */
  @Test
  void sixtyScannersBehindOneAddressShouldNeverBeRefused() {
    for (int second = 0; second < 3600; second++) {
      for (int scanner = 0; scanner < 60; scanner++) {
        Optional<Caller> device = caller(scanner);
        assertEquals(20, taken(RateLimit.SCAN, device, "10.0.0.1", 20));
        assertEquals(20, taken(RateLimit.TOKEN, device, "10.0.0.1", 20));
      }
      clock.advance(Duration.ofSeconds(1));
    }
  }

  @Test
  void aGateShouldBeRefusedNothingThatAMachineTakes() {
    for (int second = 0; second < 20; second++) {
      assertEquals(100_000, taken(RateLimit.SCAN, caller(1), "10.0.0.1", 100_000));
      clock.advance(Duration.ofSeconds(1));
    }
  }

  @Test
  void aBuyerShouldBeCountedWhereverHeIs() {
    int taken =
        IntStream.range(0, 1000)
            .map(i -> taken(RateLimit.BOOKING, caller(1, "token " + i), "10.0.0." + i, 1))
            .sum();
    assertEquals(100, taken);
    assertEquals(1, taken(RateLimit.BOOKING, caller(2), "10.0.0.1", 1));
  }

  @Test
  void anAddressShouldBeCountedWhoeverIsThere() {
    int taken =
        IntStream.range(0, 5000).map(i -> taken(RateLimit.BOOKING, caller(i), "10.0.0.1", 1)).sum();
    assertEquals(2000, taken);
    assertEquals(1, taken(RateLimit.BOOKING, caller(5000), "10.0.0.2", 1));
  }

  @Test
  void oneLimitShouldNotUseUpAnother() {
    taken(RateLimit.SHOP, Optional.empty(), "10.0.0.1", 10_000);
    assertEquals(1, taken(RateLimit.ADDRESS, Optional.empty(), "10.0.0.1", 1));
  }

  @Test
  void whatHasNoLimitShouldNeverBeRefused() {
    assertEquals(100_000, taken(RateLimit.NONE, Optional.empty(), "10.0.0.1", 100_000));
  }

  @Test
  void aCostShouldCountAsSoMany() {
    Optional<Caller> nobody = Optional.empty();
    for (int i = 0; i < 20; i++) {
      limits.take(RateLimit.GRAPHQL, nobody, () -> "10.0.0.1", 1000);
    }
    Problem refusal =
        assertThrows(
            Problem.class, () -> limits.take(RateLimit.GRAPHQL, nobody, () -> "10.0.0.1", 500));
    assertEquals("Too many queries; try again in 1 s.", refusal.getMessage());
    clock.advance(Duration.ofMillis(500));
    assertDoesNotThrow(() -> limits.take(RateLimit.GRAPHQL, nobody, () -> "10.0.0.1", 500));
  }

  @Test
  void refusalsShouldBeCountedByLimit() {
    taken(RateLimit.SHOP, Optional.empty(), "10.0.0.1", 1_007);
    assertEquals(7, Meters.of(vertx).counter("tixgo.rate.limited", "", "limit", "shop").sum());
  }
}
