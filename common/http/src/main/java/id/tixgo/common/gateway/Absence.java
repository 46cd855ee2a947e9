package id.tixgo.common.gateway;

import id.tixgo.common.http.Leaving;
import java.util.concurrent.TimeUnit;

/**
 * A neighbour that is stopped and started again, as an update does: it says that it leaves, can't
 * be reached for some seconds, and is back. Of one event loop.
 */
final class Absence {
  /** Until it has closed: what is sent while it does so would be lost. */
  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(Leaving.MOMENT_MS + 300);

  private final long longestNanos;
  private long leftAt;
  private boolean isLeaving;
  private long goneAt;
  private boolean isGone;

  /**
   * @param longestMs how long requests wait, from the first that couldn't be sent on; 0 for not at
   *     all
   */
  Absence(int longestMs) {
    this.longestNanos = TimeUnit.MILLISECONDS.toNanos(longestMs);
  }

  /** It has said so. */
  void leaves() {
    if (longestNanos > 0 && !isLeaving()) {
      isLeaving = true;
      leftAt = System.nanoTime();
    }
  }

  /** Whether nothing should be sent to it for now. */
  boolean isLeaving() {
    isLeaving = isLeaving && System.nanoTime() - leftAt < PAUSE_NANOS;
    return isLeaving;
  }

  /** It couldn't be reached; says whether it may be in a moment. */
  boolean isWorthWaiting() {
    if (!isGone) {
      isGone = true;
      goneAt = System.nanoTime();
    }
    return System.nanoTime() - goneAt < longestNanos;
  }

  void isReached() {
    isGone = false;
  }
}
