package id.tixgo.common.overload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(VertxExtension.class)
class SheddingTest {
  private static final int TARGET_MS = 50;
  private static final int CROWD = 100;
  private static final int FEW = 10;

  private final AtomicLong now = new AtomicLong();

  @Test
  void aCrowdThatQueuesShouldBeShedTheLeastUrgentFirst(Vertx vertx) throws Exception {
    Shedding shedding = shedding(vertx, TARGET_MS);
    until(vertx, () -> rush(shedding, LoadClass.CHECK_INS, CROWD), () -> isShed(shedding));
    assertFalse(shedding.letsIn(LoadClass.LOG_INS));
    assertTrue(shedding.letsIn(LoadClass.CHECK_INS));
    assertTrue(shedding.letsIn(LoadClass.ALWAYS));
    long before = now.get();
    until(vertx, () -> now.addAndGet(ms(20)), () -> shedding.letsIn(LoadClass.LOG_INS));
    assertTrue(now.get() - before < ms(1000));
  }

  @Test
  void aFloodThatIsRefusedShouldCostNobodyElse(Vertx vertx) throws Exception {
    Shedding shedding = shedding(vertx, TARGET_MS);
    long end = ms(6_000);
    Runnable flood =
        () -> {
          come(shedding, LoadClass.CHECK_INS, FEW);
          rush(shedding, LoadClass.LOG_INS, 10 * CROWD);
        };
    until(vertx, flood, () -> now.get() > end);
    assertFalse(shedding.letsIn(LoadClass.LOG_INS));
    assertTrue(shedding.letsIn(LoadClass.READS));
    assertTrue(shedding.letsIn(LoadClass.CHECK_INS));
  }

  @Test
  void aFewWhoAreAnsweredSlowlyShouldBeNoCrowd(Vertx vertx) throws Exception {
    Shedding shedding = shedding(vertx, TARGET_MS);
    long end = ms(6_000);
    until(vertx, () -> rush(shedding, LoadClass.LOG_INS, FEW), () -> now.get() > end);
    assertTrue(shedding.letsIn(LoadClass.LOG_INS));
  }

  @Test
  void aCrowdThatIsAnsweredInTimeShouldBeLetIn(Vertx vertx) throws Exception {
    Shedding shedding = shedding(vertx, TARGET_MS);
    AtomicLong rounds = new AtomicLong();
    until(
        vertx,
        () -> {
          rounds.incrementAndGet();
          come(shedding, LoadClass.LOG_INS, CROWD);
          now.addAndGet(ms(40));
        },
        () -> rounds.get() > 40);
    assertTrue(shedding.letsIn(LoadClass.LOG_INS));
  }

  @Test
  void aBacklogShouldCountThatIsTheServicesOwn(Vertx vertx) throws Exception {
    Shedding own = shedding(vertx, TARGET_MS);
    Backlogs.put(vertx, "other", new Waiting(1000, ms(10_000)));
    AtomicLong rounds = new AtomicLong();
    Runnable quiet =
        () -> {
          rounds.incrementAndGet();
          come(own, LoadClass.CHECK_INS, 1);
          now.addAndGet(ms(20));
        };
    until(vertx, quiet, () -> rounds.get() > 40);
    assertTrue(own.letsIn(LoadClass.LOG_INS));
    Backlogs.put(vertx, "own", new Waiting(1000, ms(10_000)));
    until(vertx, quiet, () -> isShed(own));
    assertFalse(own.letsIn(LoadClass.LOG_INS));
  }

  @Test
  void nothingShouldBeShedWhenItIsOff(Vertx vertx) throws Exception {
    Shedding shedding = shedding(vertx, 0);
    long end = ms(6_000);
    until(vertx, () -> rush(shedding, LoadClass.LOG_INS, CROWD), () -> now.get() > end);
    assertTrue(shedding.letsIn(LoadClass.LOG_INS));
    assertEquals(0, Shedding.shed(vertx, "own", LoadClass.LOG_INS).sum());
  }

  private record Waiting(int length, long waitedNanos) implements Backlog {}

  private Shedding shedding(Vertx vertx, int aboveMs) {
    return new Shedding(vertx, "own", aboveMs, now::get, () -> 0.999);
  }

  /** All of a class, by the dice above. */
  private static boolean isShed(Shedding shedding) {
    return !shedding.letsIn(LoadClass.LOG_INS);
  }

  private void rush(Shedding shedding, LoadClass load, int many) {
    come(shedding, load, many);
    now.addAndGet(ms(TARGET_MS * 4));
  }

  private static void come(Shedding shedding, LoadClass load, int many) {
    for (int i = 0; i < many; i++) {
      shedding.letsIn(load);
    }
  }

  /** Again and again on an event loop, which has time for its timers in between. */
  private static void until(Vertx vertx, Runnable step, BooleanSupplier enough) throws Exception {
    Promise<Void> done = Promise.promise();
    next(vertx, step, enough, done);
    done.future().await(60, TimeUnit.SECONDS);
  }

  private static void next(Vertx vertx, Runnable step, BooleanSupplier enough, Promise<Void> done) {
    vertx.setTimer(
        25,
        timer -> {
          step.run();
          if (enough.getAsBoolean()) {
            done.complete();
          } else {
            next(vertx, step, enough, done);
          }
        });
  }

  private static long ms(long ms) {
    return TimeUnit.MILLISECONDS.toNanos(ms);
  }
}
