package id.tixgo.common.store;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.problem.Problem;
import id.tixgo.common.store.wal.WriteAheadLog;
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
final class GroupCommit {
  private static final int LARGEST_BATCH = 4096;

  private final Projection projection;
  private final WriteAheadLog log;
  private final Syncing syncing;
  private final CommitQueue<PendingCommit<?>> waiting;
  private final StoreMeters meters;
  private final Deque<InFlight> inFlight = new ArrayDeque<>();
  private final Deque<CommitBatch> free = new ArrayDeque<>();
  private final ExecutorService syncs;
  private CommitBatch next;
  private boolean slow;
  private long latestNs;

  /**
   * How the log is synced.
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
  private record InFlight(
      CommitBatch batch, WriteAheadLog.Mark mark, CompletableFuture<Long> tookNs) {}

  GroupCommit(
      Projection projection,
      WriteAheadLog log,
      Syncing syncing,
      CommitQueue<PendingCommit<?>> waiting,
      StoreMeters meters) {
    this.projection = requireNonNull(projection);
    this.log = requireNonNull(log);
    this.syncing = requireNonNull(syncing);
    this.waiting = requireNonNull(waiting);
    this.meters = requireNonNull(meters);
    this.next = new CommitBatch(projection);
    this.syncs = Executors.newCachedThreadPool(this::thread);
  }

  /**
   * Stores what waits, or answers what is stored; false when there was neither for so long.
   *
   * @throws IOException when the disk fails; whomever that concerns has the answer
   */
  boolean step(long pauseMs) throws IOException {
    if (inFlight.size() == WriteAheadLog.MAX_SYNCS_IN_FLIGHT
        || (!inFlight.isEmpty() && inFlight.peek().tookNs().isDone())) {
      settle();
      return true;
    }
    int onTheirWay = inFlight.stream().mapToInt(u -> u.batch().commits().size()).sum();
    waiting.takeInto(
        next.commits(),
        LARGEST_BATCH,
        pauseMs,
        slow ? WriteAheadLog.MAX_SYNCS_IN_FLIGHT : 1,
        onTheirWay);
    if (next.commits().isEmpty()) {
      return !inFlight.isEmpty();
    }
    store();
    return true;
  }

  /** Waits until nothing is being synced. */
  void settleAll() throws IOException {
    while (!inFlight.isEmpty()) {
      settle();
    }
  }

  /** Stores all that waits. */
  void finish() throws IOException {
    while (!waiting.isEmpty() || !inFlight.isEmpty()) {
      step(0);
    }
    syncs.shutdown();
  }

  private void store() throws IOException {
    long start = System.nanoTime();
    try {
      append();
    } catch (IOException | RuntimeException e) {
      projection.maps().discard();
      next.failed(e instanceof RuntimeException own ? own : Problem.storeUnavailable());
      throw e;
    }
    inFlight.add(new InFlight(next, log.mark(), sync(next, start)));
    next = free.isEmpty() ? new CommitBatch(projection) : free.remove();
    if (!slow) {
      settleAll();
    }
  }

  /** Makes the next batch's transactions and appends what comes of them. */
  private void append() throws IOException {
    if (log.isFull()) {
      settleAll();
      log.startNextSegment();
    }
    projection.maps().seal(inFlight.size());
    next.decide();
    if (next.entries() > 0) {
      long end = log.mark().end();
      log.append(next.text(), next.length(), next.entries());
      meters.bytes().add(log.mark().end() - end);
    }
  }

  private CompletableFuture<Long> sync(CommitBatch batch, long start) {
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
      long begin = System.nanoTime();
      syncing.force().force();
      long end = System.nanoTime();
      meters.syncs().accept(end - begin);
      return end - start;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits for the oldest sync, and answers. */
  private void settle() throws IOException {
    InFlight oldest = inFlight.peek();
    try {
      settled(oldest, oldest.tookNs().join());
    } catch (CompletionException e) {
      fail();
      throw new IOException(e.getCause().getMessage(), e);
    }
  }

  private void settled(InFlight oldest, long tookNs) {
    CommitBatch batch = inFlight.remove().batch();
    if (batch.entries() > 0) {
      latestNs = tookNs;
      synced(oldest.mark());
    }
    waiting.stored(batch.commits().size(), latestNs);
    meters.commits().add(batch.commits().size());
    meters.entries().add(batch.entries());
    batch.stored();
    free.add(batch);
  }

  private void synced(WriteAheadLog.Mark mark) {
    if (syncing.each()) {
      log.synced(mark);
      slow = latestNs > syncing.slowNs();
    }
  }

  /** What came after a batch that isn't stored can't be, either. */
  private void fail() {
    inFlight.forEach(later -> later.tookNs().exceptionally(failure -> 0L).join());
    projection.maps().discardAll();
    log.undo();
    inFlight.forEach(failed -> failed.batch().failed(Problem.storeUnavailable()));
    inFlight.clear();
  }

  private Thread thread(Runnable task) {
    Thread thread = new Thread(task, "sync-" + projection.types().store());
    thread.setDaemon(true);
    return thread;
  }
}
