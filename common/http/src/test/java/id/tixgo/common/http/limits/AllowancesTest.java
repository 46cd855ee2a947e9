package id.tixgo.common.http.limits;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AllowancesTest {
  private final SetClock clock = new SetClock();
  private final Allowances allowances = allowances(10, 2);

  private Allowances allowances(int atOnce, int rate) {
    return new Allowances(Allowance.perSecond(atOnce, rate), clock);
  }

  private int taken(String key, int tries) {
    return (int) IntStream.range(0, tries).filter(i -> allowances.take(key, 1) == 0).count();
  }

  @Test
  void asManyAsMayBeAtOnceShouldBeThere() {
    assertEquals(10, taken("a", 100));
    assertEquals(Duration.ofMillis(500).toNanos(), allowances.take("a", 1));
  }

  @Test
  void withTimeThereShouldBeMore() {
    taken("a", 10);
    clock.advance(Duration.ofMillis(499));
    assertEquals(0, taken("a", 100));
    clock.advance(Duration.ofMillis(1));
    assertEquals(1, taken("a", 100));
    clock.advance(Duration.ofSeconds(2));
    assertEquals(4, taken("a", 100));
  }

  @Test
  void howeverMuchTimePassesThereShouldBeNoMoreThanAtOnce() {
    taken("a", 10);
    clock.advance(Duration.ofDays(1000));
    assertEquals(10, taken("a", 100));
  }

  @Test
  void refusalsShouldCostNothing() {
    taken("a", 1_000_000);
    clock.advance(Duration.ofMillis(500));
    assertEquals(1, taken("a", 1));
  }

  @Test
  void eachShouldHaveItsOwn() {
    taken("a", 10);
    assertEquals(10, taken("b", 100));
  }

  @Test
  void severalShouldBeTakenTogetherOrNotAtAll() {
    assertEquals(0, allowances.take("a", 7));
    assertEquals(Duration.ofSeconds(2).toNanos(), allowances.take("a", 7));
    assertEquals(0, allowances.take("a", 3));
  }

  @Test
  void manyAtTheSameTimeShouldNotGetMore() {
    AtomicInteger taken = new AtomicInteger();
    IntStream.range(0, 100_000)
        .parallel()
        .filter(i -> allowances.take("a", 1) == 0)
        .forEach(i -> taken.incrementAndGet());
    assertEquals(10, taken.get());
  }

  @Test
  void aMillionAddressesShouldNotFillTheMemory() {
    taken("often", 10);
    for (int i = 0; i < 1_000_000; i++) {
      allowances.take("2001:db8::" + i, 1);
      if (i % 100 == 0) {
        assertTrue(allowances.take("often", 1) > 0, "who asks all the time is not forgotten");
      }
    }
    assertTrue(allowances.size() <= Allowances.MOST_KEYS, () -> allowances.size() + " are kept");
  }
}
