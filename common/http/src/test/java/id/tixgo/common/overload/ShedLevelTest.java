package id.tixgo.common.overload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ShedLevelTest {
  private static final double MUCH = 1;
  private static final double NONE = -1;

  private final ShedLevel level = new ShedLevel(0);
  private long now;

  @Test
  void aPauseShouldMoveNothing() {
    look(MUCH, 3000);
    look(NONE, 20);
    look(MUCH, 3000);
    assertEquals(0, level.level());
  }

  @Test
  void itShouldRiseWhileTooMuchComesLookAfterLook() {
    looks(MUCH, 380);
    assertEquals(0, level.level());
    looks(MUCH, 1000);
    assertTrue(level.level() > 1.5 && level.level() < 2.5, () -> "" + level.level());
    looks(MUCH, 10_000);
    assertEquals(ShedLevel.HIGHEST, level.level());
  }

  @Test
  void itShouldRiseLessForLittleTooMuch() {
    looks(0.1, 1000);
    assertTrue(level.level() > 0 && level.level() < 0.2, () -> "" + level.level());
  }

  @Test
  void oneLongLookShouldCountForLittle() {
    looks(MUCH, 500);
    double before = level.level();
    look(MUCH, 60_000);
    assertTrue(level.level() - before <= 0.5);
  }

  @Test
  void itShouldRiseQuicklyForFarTooMuchButNotOverAClass() {
    looks(20, 500);
    double before = level.level();
    assertTrue(before > 0.5, () -> "" + before);
    look(20, 1000);
    assertEquals(1, level.level() - before, 0.001);
  }

  @Test
  void itShouldStayWhereMoreOrLessWouldChangeNothing() {
    looks(MUCH, 1400);
    double before = level.level();
    looks(0, 10_000);
    assertEquals(before, level.level());
  }

  @Test
  void itShouldBeNothingASecondAfterTheRush() {
    looks(MUCH, 10_000);
    looks(NONE, 900);
    assertEquals(0, level.level());
  }

  @Test
  void onceItShedsItShouldRiseAgainAtOnce() {
    looks(MUCH, 2000);
    look(NONE, 20);
    double before = level.level();
    look(MUCH, 20);
    assertTrue(level.level() > before);
  }

  @Test
  void classesShouldBeShedInTheirOrder() {
    for (double at = 0; at <= ShedLevel.HIGHEST; at += 0.125) {
      double last = 0;
      for (LoadClass load : LoadClass.values()) {
        double part = load.shed(at);
        assertTrue(part == 0 || last == 0 || part == 1 || last < part);
        assertTrue(last == 0 || part == 1, load + " at " + at);
        last = part;
      }
    }
    assertEquals(0, LoadClass.ALWAYS.shed(ShedLevel.HIGHEST));
    assertEquals(1, LoadClass.CHECK_INS.shed(ShedLevel.HIGHEST));
    assertEquals(0, LoadClass.CHECK_INS.shed(ShedLevel.HIGHEST - 1));
    assertEquals(0.5, LoadClass.LOG_INS.shed(0.5));
  }

  private void looks(double excess, long forMs) {
    for (long ms = 0; ms < forMs; ms += 20) {
      look(excess, 20);
    }
  }

  private void look(double excess, long afterMs) {
    now += TimeUnit.MILLISECONDS.toNanos(afterMs);
    level.seen(excess, now);
  }
}
