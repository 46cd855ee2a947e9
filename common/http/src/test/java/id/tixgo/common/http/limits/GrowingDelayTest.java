package id.tixgo.common.http.limits;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class GrowingDelayTest {
  private final SetClock clock = new SetClock();
  private final GrowingDelay delay =
      new GrowingDelay(
          new GrowingDelay.Rule(3, Duration.ofMinutes(10), Duration.ofMinutes(1)), clock);

  /** A try that turns out wrong; the seconds that it would have had to wait, when it had to. */
  private long tryWrongly(String key) {
    long wait = seconds(delay.admit(key));
    if (wait == 0) {
      delay.count(key);
    }
    return wait;
  }

  private static long seconds(long nanos) {
    return Duration.ofNanos(nanos).toSeconds();
  }

  @Test
  void theFirstShouldBeFreeAndTheNextWaitTwiceAsLongEachTime() {
    for (int i = 0; i < 3; i++) {
      assertEquals(0, tryWrongly("a"));
    }
    List<Long> waits =
        LongStream.generate(
                () -> {
                  long wait = tryWrongly("a");
                  clock.advance(Duration.ofSeconds(wait));
                  assertEquals(0, tryWrongly("a"));
                  return wait;
                })
            .limit(9)
            .boxed()
            .toList();
    assertEquals(List.of(1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L, 60L), waits);
  }

  @Test
  void askingWhileItWaitsShouldNotMakeItLonger() {
    IntStream.range(0, 4).forEach(i -> tryWrongly("a"));
    IntStream.range(0, 1000).forEach(i -> assertEquals(1, seconds(delay.admit("a"))));
    clock.advance(Duration.ofSeconds(1));
    assertEquals(0, delay.admit("a"));
  }

  @Test
  void afterTheFreeOnesOneAloneShouldBeLetThroughAtATime() {
    IntStream.range(0, 4).forEach(i -> tryWrongly("a"));
    clock.advance(Duration.ofSeconds(1));
    long admitted = IntStream.range(0, 1000).parallel().filter(i -> delay.admit("a") == 0).count();
    assertEquals(1, admitted);
  }

  @Test
  void withTimeTriesShouldBeForgottenOneByOne() {
    IntStream.range(0, 3).forEach(i -> tryWrongly("a"));
    clock.advance(Duration.ofMinutes(10));
    assertEquals(0, tryWrongly("a"));
    assertEquals(1, tryWrongly("a"));
    clock.advance(Duration.ofMinutes(30));
    IntStream.range(0, 3).forEach(i -> assertEquals(0, tryWrongly("a")));
    assertEquals(1, tryWrongly("a"));
  }

  @Test
  void whatIsForgivenShouldBeFreeAgain() {
    IntStream.range(0, 4).forEach(i -> tryWrongly("a"));
    delay.forgive("a");
    IntStream.range(0, 3).forEach(i -> assertEquals(0, tryWrongly("a")));
    assertEquals(1, tryWrongly("a"));
  }

  @Test
  void aMillionNamesShouldNotFillTheMemory() {
    IntStream.range(0, 1_000_000).forEach(i -> delay.count("name" + i));
    assertTrue(delay.size() <= GrowingDelay.MOST_KEYS, () -> delay.size() + " are kept");
  }
}
