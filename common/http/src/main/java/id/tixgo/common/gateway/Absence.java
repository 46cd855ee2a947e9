package id.tixgo.common.gateway;

import id.tixgo.common.http.Leaving;
import io.vertx.core.Vertx;
import io.vertx.core.shareddata.LocalMap;
import io.vertx.core.shareddata.Shareable;
import java.util.concurrent.TimeUnit;

/**
 * A neighbour that is stopped and started again, as an update does: it says that it leaves, can't
 * be reached for some seconds, listens before it has read its store, and is back when it says that
 * it is ready. What one event loop sees of it counts for all of them.
 */
final class Absence implements Shareable {
  /** Until it has closed: what is sent while it does so would be lost. */
  private static final long CLOSING_NANOS = TimeUnit.MILLISECONDS.toNanos(Leaving.MOMENT_MS + 300);

  private final long longestNanos;
  private volatile boolean isAway;
  private volatile boolean isGivenUp;
  private long since;
  private long closedAt;

  private Absence(int longestMs) {
    this.longestNanos = TimeUnit.MILLISECONDS.toNanos(longestMs);
  }

  /**
   * That of a neighbour, as all of this JVM see it.
   *
   * @param longestMs how long requests wait, from the first that couldn't be sent on; 0 for not at
   *     all
   */
  static Absence of(Vertx vertx, String neighbour, int longestMs) {
    LocalMap<String, Absence> map = vertx.sharedData().getLocalMap("gateway.absences");
    return map.computeIfAbsent(neighbour, first -> new Absence(longestMs));
  }

  /** It has said so; true for the first who hears it, who has to look when it is back. */
  synchronized boolean leaves() {
    boolean first = longestNanos > 0 && !isAway;
    if (first) {
      begin();
      closedAt = since + CLOSING_NANOS;
    }
    return first;
  }

  /** It couldn't be reached; true for the first who sees it, who has to look when it is back. */
  synchronized boolean isGone() {
    boolean first = longestNanos > 0 && !isAway && !isGivenUp;
    if (first) {
      begin();
      closedAt = since;
    }
    return first;
  }

  private void begin() {
    isAway = true;
    isGivenUp = false;
    since = System.nanoTime();
  }

  /** Whether requests should wait now. */
  boolean isWaitedFor() {
    return isAway && isWithinTime();
  }

  private synchronized boolean isWithinTime() {
    if (isAway && System.nanoTime() - since >= longestNanos) {
      isAway = false;
      isGivenUp = true;
    }
    return isAway;
  }

  /** Whether it may be asked if it is back. */
  synchronized boolean isClosed() {
    return System.nanoTime() - closedAt >= 0;
  }

  /** It can answer again. */
  synchronized void isBack() {
    isAway = false;
    isGivenUp = false;
  }

  /** Somebody who doesn't wait for it any more could connect. */
  void isReached() {
    if (isGivenUp) {
      isBack();
    }
  }
}
