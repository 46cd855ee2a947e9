package id.tixgo.common.overload;

import java.util.concurrent.TimeUnit;

/**
 * How much is refused (docs/adr/021): 0 is nothing, 1 all log-ins, 2 all reads besides, up to 5.
 * Between them it is a part of the next class. It rises while requests queue for too long, look
 * after look, and falls as soon as they don't; one long pause, as a collection of garbage makes it,
 * moves nothing. For one event loop.
 */
final class ShedLevel {
  static final double HIGHEST = 5;

  /** How long it must have been too much before anything is refused. */
  private static final long PATIENCE_NS = TimeUnit.MILLISECONDS.toNanos(400);

  /** What one look counts for at most, however long it took. */
  private static final long LONGEST_LOOK_NS = TimeUnit.MILLISECONDS.toNanos(250);

  /** One look alone refuses no class that was let in whole. */
  private static final double HIGHEST_STEP = 1;

  private static final double MOST_EXCESS = 4;
  private static final double UP_PER_SECOND = 2;
  private static final double DOWN_PER_SECOND = 6;
  private static final double SECOND_NS = TimeUnit.SECONDS.toNanos(1);

  private double level;
  private long movedAt;
  private boolean crowded;
  private long crowdedSince;

  ShedLevel(long now) {
    this.movedAt = now;
  }

  double level() {
    return level;
  }

  /**
   * What a look has shown.
   *
   * @param excess by how much requests queue for longer than they may, as a part of that: 1 for
   *     twice as long, 0 where more or less of them would change nothing, -1 for not at all
   */
  void seen(double excess, long now) {
    double bounded = Math.max(-1, Math.min(MOST_EXCESS, excess));
    if (bounded > 0) {
      rise(bounded, now);
    } else {
      fall(-bounded, now);
    }
    movedAt = now;
  }

  private void rise(double excess, long now) {
    if (!crowded) {
      crowded = true;
      crowdedSince = now;
    }
    if (level > 0 || now - crowdedSince >= PATIENCE_NS) {
      long since = Math.min(LONGEST_LOOK_NS, now - movedAt);
      double step = Math.min(HIGHEST_STEP, UP_PER_SECOND * excess * since / SECOND_NS);
      level = Math.min(HIGHEST, level + step);
    }
  }

  private void fall(double slack, long now) {
    crowded = false;
    level = Math.max(0, level - DOWN_PER_SECOND * slack * (now - movedAt) / SECOND_NS);
  }
}
