package id.tixgo.common.journal;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Takes from a queue as many at once as is worth it. Clients who wait for an answer come back soon
 * after it, one after the other: what takes the first of them alone makes all the others wait for a
 * second sync. So it waits until as many are there as the last time, but never long, and not at all
 * for one alone.
 */
final class Gathering<T> {
  private static final long STEP_NS = TimeUnit.MICROSECONDS.toNanos(50);
  private static final long LONGEST_NS = TimeUnit.MILLISECONDS.toNanos(2);

  private final BlockingQueue<T> waiting;
  private final int most;
  private int lastTime;

  Gathering(BlockingQueue<T> waiting, int most) {
    this.waiting = requireNonNull(waiting);
    this.most = most;
  }

  /** Puts what there is into the list; nothing if nothing comes for so long. */
  void takeInto(List<T> batch, long pauseMs) throws InterruptedException {
    T first = waiting.poll(pauseMs, TimeUnit.MILLISECONDS);
    if (first != null) {
      awaitOthers();
      batch.add(first);
      waiting.drainTo(batch, most - 1);
    }
    lastTime = batch.size();
  }

  private void awaitOthers() {
    long end = System.nanoTime() + LONGEST_NS;
    while (waiting.size() + 1 < lastTime && System.nanoTime() < end) {
      LockSupport.parkNanos(STEP_NS);
    }
  }
}
