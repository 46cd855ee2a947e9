package id.tixgo.common.store;

import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * A queue for one taker, who takes as many at once as is worth it. Clients who wait for an answer
 * come back soon after it, one after the other: what took the first of them alone made all the
 * others wait for a second sync. So the taker sleeps until those who were answered are back beside
 * those who came meanwhile, but no longer than storing them takes, and not at all for one alone.
 * Where they are stored in turns, each turn takes its share of them, and one that finds the disk
 * idle does not wait for all of its share. Turns keep their distance: those that begin together end
 * together, and then the processor rests while all are being stored.
 */
final class CommitQueue<T> {
  private static final long LONGEST_NS = TimeUnit.MILLISECONDS.toNanos(5);

  private final Queue<T> waiting = new ConcurrentLinkedQueue<>();
  private final AtomicInteger size = new AtomicInteger();
  private final int most;
  private volatile Thread taker;
  private volatile int wanted = Integer.MAX_VALUE;
  private volatile boolean woken;
  private int sizeSeen;

  /** How many were answered and haven't come back. */
  private int due;

  private long longestNs;
  private long takenAt;

  /**
   * @param most how many may wait
   */
  CommitQueue(int most) {
    this.most = most;
  }

  /** False when too many wait. Wakes the taker only for the one that makes it enough. */
  boolean offer(T item) {
    if (size.get() >= most) {
      return false;
    }
    waiting.add(item);
    if (size.incrementAndGet() == wanted) {
      LockSupport.unpark(taker);
    }
    return true;
  }

  int size() {
    return size.get();
  }

  /** The one that has waited the longest. */
  Optional<T> first() {
    return Optional.ofNullable(waiting.peek());
  }

  boolean isEmpty() {
    return size.get() == 0;
  }

  /** Lets the taker go with nothing, now or when it comes. */
  void wake() {
    woken = true;
    LockSupport.unpark(taker);
  }

  /**
   * Puts what there is into the list; nothing if nothing comes for so long.
   *
   * @param turns in which all who come and go are stored
   * @param inFlight how many are being stored
   */
  void takeInto(List<T> batch, int atMost, long pauseMs, int turns, int inFlight) {
    taker = Thread.currentThread();
    boolean any = sleepUntil(1, TimeUnit.MILLISECONDS.toNanos(pauseMs));
    keepApart(turns, inFlight);
    look();
    int share = Math.min(part(sizeSeen + due + inFlight, turns), atMost);
    if (any && !sleepUntil(enough(share, turns, inFlight), longestNs) && !woken) {
      due = 0;
    }
    wanted = Integer.MAX_VALUE;
    if (woken) {
      woken = false;
    } else {
      take(batch, turns == 1 ? atMost : share);
    }
  }

  /** Puts what there is into the list, and waits for nobody. */
  void takeNow(List<T> batch, int atMost) {
    taker = Thread.currentThread();
    take(batch, atMost);
    due = 0;
  }

  /** So many were answered, after it took so long to store them. */
  void stored(int count, long tookNs) {
    look();
    due += count;
    longestNs = Math.min(LONGEST_NS, tookNs);
  }

  /** Whoever came meanwhile is taken for one of those who were answered. */
  private void look() {
    int now = size.get();
    due = Math.max(0, due - (now - sizeSeen));
    sizeSeen = now;
  }

  private void keepApart(int turns, int inFlight) {
    if (inFlight > 0) {
      sleepUntil(Integer.MAX_VALUE, takenAt + longestNs / turns - System.nanoTime());
    }
  }

  private void take(List<T> batch, int atMost) {
    takenAt = System.nanoTime();
    look();
    while (batch.size() < atMost && size.get() > 0) {
      batch.add(waiting.remove());
      size.decrementAndGet();
      sizeSeen--;
    }
  }

  private int enough(int share, int turns, int inFlight) {
    return inFlight == 0 ? part(share, turns) : Math.min(share, sizeSeen + due);
  }

  private static int part(int all, int parts) {
    return (all + parts - 1) / parts;
  }

  private boolean sleepUntil(int enough, long longest) {
    long end = System.nanoTime() + longest;
    wanted = enough;
    long rest = longest;
    while (size.get() < enough && rest > 0 && !woken) {
      LockSupport.parkNanos(this, rest);
      rest = end - System.nanoTime();
    }
    return size.get() >= enough;
  }
}
