package id.tixgo.common.journal;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Stores batches of commits in their order. On a quick disk one is appended, synced and answered
 * before the next is decided. On a slow one the next is decided and appended while one is being
 * synced, and has a sync of its own beside it; it is answered after the one before it, and fails
 * with it. For one thread.
 */
final class Storing {
  private static final int LARGEST_BATCH = 4096;

  /** How many syncs there may be at once. */
  static final int TURNS = 4;

  private final Fold fold;
  private final Journal journal;
  private final Syncing syncing;
  private final Gathering<Commit<?>> waiting;
  private final Deque<Underway> underway = new ArrayDeque<>();
  private final Deque<Batch> free = new ArrayDeque<>();
  private final ExecutorService syncs;
  private Batch next;
  private boolean slow;
  private long latestNs;

  /**
   * How the journal is synced.
   *
   * @param each whether every batch is, before it is answered
   * @param slowNs the longest that it takes a quick disk
   */
  record Syncing(boolean each, long slowNs, Force force) {}

  /** Brings to the disk what is appended; from any thread. */
  interface Force {
    void force() throws IOException;
  }

  /** A batch that is appended, up to the mark, and how long it took until it was synced. */
  private record Underway(Batch batch, Journal.Mark mark, CompletableFuture<Long> tookNs) {}

  Storing(Fold fold, Journal journal, Syncing syncing, Gathering<Commit<?>> waiting) {
    this.fold = requireNonNull(fold);
    this.journal = requireNonNull(journal);
    this.syncing = requireNonNull(syncing);
    this.waiting = requireNonNull(waiting);
    this.next = new Batch(fold);
    this.syncs = Executors.newCachedThreadPool(this::thread);
  }

  /**
   * Stores what waits, or answers what is stored; false when there was neither for so long.
   *
   * @throws IOException when the disk fails; whomever that concerns has the answer
   */
  boolean step(long pauseMs) throws IOException {
    if (underway.size() == TURNS || (!underway.isEmpty() && underway.peek().tookNs().isDone())) {
      settle();
      return true;
    }
    int onTheirWay = underway.stream().mapToInt(u -> u.batch().commits().size()).sum();
    waiting.takeInto(next.commits(), LARGEST_BATCH, pauseMs, slow ? TURNS : 1, onTheirWay);
    if (next.commits().isEmpty()) {
      return !underway.isEmpty();
    }
    store();
    return true;
  }

  /** Waits until nothing is being synced. */
  void settleAll() throws IOException {
    while (!underway.isEmpty()) {
      settle();
    }
  }

  /** Stores all that waits. */
  void finish() throws IOException {
    while (!waiting.isEmpty() || !underway.isEmpty()) {
      step(0);
    }
    syncs.shutdown();
  }

  private void store() throws IOException {
    long start = System.nanoTime();
    try {
      append();
    } catch (IOException | RuntimeException e) {
      fold.tables().discard();
      next.failed(e instanceof RuntimeException own ? own : Ledger.unavailable());
      throw e;
    }
    underway.add(new Underway(next, journal.mark(), sync(next, start)));
    next = free.isEmpty() ? new Batch(fold) : free.remove();
    if (!slow) {
      settleAll();
    }
  }

  /** Makes the next batch's decisions and appends what comes of them. */
  private void append() throws IOException {
    if (journal.isFull()) {
      settleAll();
      journal.roll();
    }
    fold.tables().seal(underway.size());
    next.decide();
    if (next.entries() > 0) {
      journal.append(next.text(), next.length(), next.entries());
    }
  }

  private CompletableFuture<Long> sync(Batch batch, long start) {
    if (!syncing.each() || batch.entries() == 0) {
      return CompletableFuture.completedFuture(System.nanoTime() - start);
    }
    Executor thread = slow ? this::beside : Runnable::run;
    return CompletableFuture.supplyAsync(() -> force(start), thread);
  }

  /** Runs a sync, and wakes this thread once its outcome is known. */
  private void beside(Runnable sync) {
    syncs.execute(
        () -> {
          sync.run();
          waiting.wake();
        });
  }

  private long force(long start) {
    try {
      syncing.force().force();
      return System.nanoTime() - start;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits for the oldest sync, and answers. */
  private void settle() throws IOException {
    Underway oldest = underway.peek();
    try {
      settled(oldest, oldest.tookNs().join());
    } catch (CompletionException e) {
      fail();
      throw new IOException(e.getCause().getMessage(), e);
    }
  }

  private void settled(Underway oldest, long tookNs) {
    Batch batch = underway.remove().batch();
    if (batch.entries() > 0) {
      latestNs = tookNs;
      synced(oldest.mark());
    }
    waiting.stored(batch.commits().size(), latestNs);
    batch.stored();
    free.add(batch);
  }

  private void synced(Journal.Mark mark) {
    if (syncing.each()) {
      journal.synced(mark);
      slow = latestNs > syncing.slowNs();
    }
  }

  /** What came after a batch that isn't stored can't be, either. */
  private void fail() {
    underway.forEach(later -> later.tookNs().exceptionally(failure -> 0L).join());
    fold.tables().discardAll();
    journal.undo();
    underway.forEach(failed -> failed.batch().failed(Ledger.unavailable()));
    underway.clear();
  }

  private Thread thread(Runnable task) {
    Thread thread = new Thread(task, "sync-" + fold.types().store());
    thread.setDaemon(true);
    return thread;
  }
}
