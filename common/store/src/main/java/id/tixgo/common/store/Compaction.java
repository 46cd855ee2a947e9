package id.tixgo.common.store;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.store.wal.WriteAheadLog;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Replaces a log by a snapshot of what lives in it, on a thread of its own, once more than half of
 * it is superseded.
 */
final class Compaction {
  private static final Logger LOG = LoggerFactory.getLogger(Compaction.class);
  private static final long FEW = 10_000;
  private static final long PAUSE_NS = TimeUnit.SECONDS.toNanos(10);

  private final Projection projection;
  private final WriteAheadLog log;
  private Optional<Running> running = Optional.empty();
  private long triedAt = System.nanoTime() - PAUSE_NS;

  Compaction(Projection projection, WriteAheadLog log) {
    this.projection = requireNonNull(projection);
    this.log = requireNonNull(log);
  }

  /** A snapshot on its way. */
  private static final class Running {
    private final Thread thread;
    private final long superseded;
    private volatile long written = -1;

    Running(Projection projection, WriteAheadLog log, int upTo, long superseded) {
      this.superseded = superseded;
      this.thread = thread(() -> write(projection, log, upTo), projection.types().store());
      thread.start();
    }

    /** A snapshot can wait; what its service does meanwhile can't. */
    @SuppressWarnings("ThreadPriorityCheck")
    private static Thread thread(Runnable work, String store) {
      Thread thread = new Thread(work, "snapshot-" + store);
      thread.setPriority(Thread.MIN_PRIORITY);
      return thread;
    }

    private void write(Projection projection, WriteAheadLog log, int upTo) {
      try {
        written = log.writeSnapshot(upTo, projection.snapshot());
      } catch (IOException e) {
        LOG.warn(
            "{}: no snapshot could be written: {}", projection.types().store(), e.getMessage());
      }
    }
  }

  /** Begins a snapshot when it's time, or takes note of one that has ended. */
  void step() throws IOException {
    if (running.isPresent()) {
      running.filter(run -> !run.thread.isAlive()).ifPresent(this::ended);
    } else if (isDue(2, FEW) && System.nanoTime() - triedAt > PAUSE_NS) {
      begin();
    }
  }

  /** Leaves the log without much that is superseded. */
  void finish() throws IOException, InterruptedException {
    if (running.isPresent()) {
      running.get().thread.join();
      ended(running.get());
    }
    if (isDue(1.1, FEW / 100)) {
      log.writeSnapshot(log.startNextSegment(), projection.snapshot());
    }
  }

  private boolean isDue(double factor, long few) {
    return log.isOutdated() || log.entries() > factor * projection.snapshotSize() + few;
  }

  private void begin() throws IOException {
    triedAt = System.nanoTime();
    long superseded = log.entries();
    running = Optional.of(new Running(projection, log, log.startNextSegment(), superseded));
  }

  private void ended(Running run) {
    running = Optional.empty();
    if (run.written >= 0) {
      log.superseded(run.superseded, run.written);
    }
  }
}
