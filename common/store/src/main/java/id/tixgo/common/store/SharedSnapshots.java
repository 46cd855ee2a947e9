package id.tixgo.common.store;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes a snapshot to a shared log, on a thread of its own, once a start would have to read many
 * entries after the last one that somebody wrote.
 */
final class SharedSnapshots {
  private static final Logger LOG = LoggerFactory.getLogger(SharedSnapshots.class);
  private static final long FEW = 50_000;
  private static final long PAUSE_NS = TimeUnit.SECONDS.toNanos(10);

  private final Projection projection;
  private final SharedLog log;
  private Optional<Thread> running = Optional.empty();
  private long written;
  private long triedAt = System.nanoTime() - PAUSE_NS;

  SharedSnapshots(Projection projection, SharedLog log) {
    this.projection = requireNonNull(projection);
    this.log = requireNonNull(log);
  }

  /** Begins one when it's time: everything up to the position is shown, and nothing is staged. */
  void step(long position) throws IOException {
    boolean busy = running.filter(Thread::isAlive).isPresent();
    if (busy || !isDue(position) || System.nanoTime() - triedAt < PAUSE_NS) {
      return;
    }
    triedAt = System.nanoTime();
    written = log.snapshotNumber();
    if (isDue(position)) {
      begin(position);
    }
  }

  private boolean isDue(long position) {
    return position - written > FEW + projection.snapshotSize() / 2;
  }

  private void begin(long position) {
    Thread thread = new Thread(() -> write(position), "snapshot-" + projection.types().store());
    thread.setDaemon(true);
    thread.start();
    running = Optional.of(thread);
  }

  private void write(long position) {
    try {
      log.writeSnapshot(position, new SnapshotParts(projection.types(), projection.snapshot()));
    } catch (IOException e) {
      LOG.warn("{}: no snapshot was written: {}", projection.types().store(), e.getMessage());
    }
  }
}
