package id.tixgo.common.test;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** For what becomes so a moment later, on its own. */
public final class Eventually {
  private static final long LONGEST_NS = Duration.ofSeconds(30).toNanos();
  private static final long BETWEEN_LOOKS_NS = Duration.ofMillis(10).toNanos();

  private Eventually() {}

  /** Looks again and again until it is so; fails after half a minute. */
  public static void await(String what, BooleanSupplier condition) {
    long end = System.nanoTime() + LONGEST_NS;
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("not so after half a minute: " + what);
      }
      LockSupport.parkNanos(BETWEEN_LOOKS_NS);
    }
  }
}
