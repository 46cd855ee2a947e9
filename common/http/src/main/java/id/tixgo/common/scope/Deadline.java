package id.tixgo.common.scope;

import java.util.concurrent.TimeUnit;

/** The moment by which a request must be answered. What is left of it goes down to neighbours. */
public record Deadline(long atNanos) {
  /** The header in which a service tells a neighbour how many milliseconds are left. */
  public static final String HEADER = "X-Deadline-Ms";

  public static Deadline in(long milliseconds) {
    return new Deadline(System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(milliseconds));
  }

  /** At least 1, so that it can be used as a timeout. */
  public long remainingMs() {
    return Math.max(1, TimeUnit.NANOSECONDS.toMillis(atNanos - System.nanoTime()));
  }

  public boolean isOver() {
    return System.nanoTime() - atNanos >= 0;
  }

  /** What is left, but at most {@code milliseconds}. */
  public long atMostMs(long milliseconds) {
    return Math.min(remainingMs(), milliseconds);
  }
}
