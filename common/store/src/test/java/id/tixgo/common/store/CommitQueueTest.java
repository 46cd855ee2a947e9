package id.tixgo.common.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class CommitQueueTest {
  private static final int MANY = 100;
  private static final long FOR_EVER_MS = TimeUnit.MINUTES.toMillis(1);

  private final CommitQueue<Integer> gathering = new CommitQueue<>(MANY);

  @Test
  void itShouldTakeWhatThereIs() {
    offer(3);
    assertEquals(List.of(1, 2, 3), take(1, 0));
    assertTrue(gathering.isEmpty());
  }

  @Test
  void itShouldTakeNothingWhenNothingComes() {
    assertEquals(List.of(), take(1, 0));
  }

  @Test
  void itShouldRefuseMoreThanItHolds() {
    offer(MANY);
    assertFalse(gathering.offer(MANY + 1));
  }

  /** Three were answered: whoever comes first waits for the others. */
  @Test
  void itShouldWaitForThoseWhoWereAnswered() {
    offer(3);
    take(1, 0);
    gathering.stored(3, Long.MAX_VALUE);
    offer(1);
    CompletableFuture<List<Integer>> taken = CompletableFuture.supplyAsync(() -> take(1, 0));
    offer(2);
    assertEquals(3, taken.join().size() + take(1, 0).size());
  }

  @Test
  void aTurnShouldTakeItsShare() {
    offer(8);
    assertEquals(4, take(2, 0).size());
    assertEquals(4, take(2, 4).size());
  }

  /** Two are back of eight; those inFlight have a turn of their own. */
  @Test
  void aTurnShouldNotWaitForThoseWhoAreUnderway() {
    offer(8);
    take(2, 0);
    take(2, 4);
    gathering.stored(4, Long.MAX_VALUE);
    offer(4);
    assertEquals(4, take(2, 4).size());
  }

  @Test
  void wakingShouldLetItGoWithNothing() {
    offer(1);
    gathering.wake();
    assertEquals(List.of(), take(1, 0));
    assertEquals(List.of(1), take(1, 0));
  }

  /** Three were answered, and a bell rings: whoever is there waits for none of them. */
  @Test
  void whatIsThereShouldBeTakenNow() {
    offer(3);
    take(1, 0);
    gathering.stored(3, Long.MAX_VALUE);
    offer(1);
    List<Integer> batch = new ArrayList<>();
    gathering.takeNow(batch, MANY);
    assertEquals(List.of(1), batch);
    offer(1);
    assertEquals(List.of(1), take(1, 0));
  }

  @Test
  void wakingShouldEndALongSleep() {
    CompletableFuture<List<Integer>> taken =
        CompletableFuture.supplyAsync(() -> take(1, 0, FOR_EVER_MS));
    gathering.wake();
    assertEquals(List.of(), taken.join());
  }

  private void offer(int count) {
    IntStream.rangeClosed(1, count).forEach(i -> assertTrue(gathering.offer(i)));
  }

  private List<Integer> take(int turns, int inFlight) {
    return take(turns, inFlight, 1);
  }

  private List<Integer> take(int turns, int inFlight, long pauseMs) {
    List<Integer> batch = new ArrayList<>();
    gathering.takeInto(batch, MANY, pauseMs, turns, inFlight);
    return batch;
  }
}
