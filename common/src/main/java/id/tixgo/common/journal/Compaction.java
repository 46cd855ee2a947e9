package id.tixgo.common.journal;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Replaces a journal by a snapshot of what lives in it, on a thread of its own, once more than half
 * of it is superseded.
 */
final class Compaction {
  private static final Logger LOG = LoggerFactory.getLogger(Compaction.class);
  private static final long FEW = 10_000;
  private static final long PAUSE_NS = TimeUnit.SECONDS.toNanos(10);

  private final Fold fold;
  private final Journal journal;
  private Optional<Running> running = Optional.empty();
  private long triedAt = System.nanoTime() - PAUSE_NS;

  Compaction(Fold fold, Journal journal) {
    this.fold = requireNonNull(fold);
    this.journal = requireNonNull(journal);
  }

  /** A snapshot on its way. */
  private static final class Running {
    private final Thread thread;
    private final long superseded;
    private volatile long written = -1;

    Running(Fold fold, Journal journal, int upTo, long superseded) {
      this.superseded = superseded;
      this.thread =
          new Thread(() -> write(fold, journal, upTo), "snapshot-" + fold.types().store());
      thread.start();
    }

    private void write(Fold fold, Journal journal, int upTo) {
      try {
        written = journal.writeSnapshot(upTo, fold.live());
      } catch (IOException e) {
        LOG.warn("{}: no snapshot could be written: {}", fold.types().store(), e.getMessage());
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

  /** Leaves the journal without much that is superseded. */
  void finish() throws IOException, InterruptedException {
    if (running.isPresent()) {
      running.get().thread.join();
      ended(running.get());
    }
    if (isDue(1.1, FEW / 100)) {
      journal.writeSnapshot(journal.roll(), fold.live());
    }
  }

  private boolean isDue(double factor, long few) {
    return journal.isOutdated() || journal.entries() > factor * fold.liveCount() + few;
  }

  private void begin() throws IOException {
    triedAt = System.nanoTime();
    long superseded = journal.entries();
    running = Optional.of(new Running(fold, journal, journal.roll(), superseded));
  }

  private void ended(Running run) {
    running = Optional.empty();
    if (run.written >= 0) {
      journal.superseded(run.superseded, run.written);
    }
  }
}
