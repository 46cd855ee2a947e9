package id.tixgo.loadtest;

import static java.util.Objects.requireNonNull;

import java.util.concurrent.locks.LockSupport;

/** Announces arrivals at their due times, however long the answers take. */
final class Pacer {
  private final Plan plan;
  private final Arrivals arrivals;

  /** Told of the arrivals from {@code first} up to, not including, {@code end}. */
  @FunctionalInterface
  interface Arrivals {
    void due(long startNanos, int first, int end);
  }

  Pacer(Plan plan, Arrivals arrivals) {
    this.plan = requireNonNull(plan);
    this.arrivals = requireNonNull(arrivals);
  }

  /** Returns when the last arrival has been announced. */
  void run() {
    long start = System.nanoTime();
    int next = 0;
    while (next < plan.arrivals()) {
      long elapsed = System.nanoTime() - start;
      int end = firstNotDue(next, elapsed);
      if (end > next) {
        arrivals.due(start, next, end);
        next = end;
      } else {
        LockSupport.parkNanos(plan.dueNanos(next) - elapsed);
      }
    }
  }

  private int firstNotDue(int from, long elapsed) {
    int arrival = from;
    while (arrival < plan.arrivals() && plan.dueNanos(arrival) <= elapsed) {
      arrival++;
    }
    return arrival;
  }
}
