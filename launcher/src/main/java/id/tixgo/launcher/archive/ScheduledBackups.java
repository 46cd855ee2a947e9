package id.tixgo.launcher.archive;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.metrics.Meters;
import id.tixgo.common.store.wal.DirectoryLock;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Backs up all stores of the data directory whenever the newest backup has become too old, on a
 * thread of its own. Of several processes that share the directory, whichever comes first does so.
 */
public final class ScheduledBackups implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ScheduledBackups.class);
  private static final long LOOK_SECONDS = 20;

  /** What failed isn't tried again before: a disk that is full doesn't get fuller by it. */
  private static final Duration AFTER_FAILURE = Duration.ofMinutes(10);

  private final BackupPlan plan;
  private final BackupFolder folder;
  private final Clock clock;
  private final ScheduledExecutorService thread;
  private LongAdder failures = new LongAdder();
  private volatile Instant newest = Instant.EPOCH;
  private Instant notBefore = Instant.EPOCH;

  public ScheduledBackups(BackupPlan plan, Clock clock) {
    this.plan = requireNonNull(plan);
    this.folder = new BackupFolder(plan.directory());
    this.clock = requireNonNull(clock);
    this.thread = Executors.newSingleThreadScheduledExecutor(ScheduledBackups::thread);
  }

  /** Begins at once; measures itself by what that Vert.x has for it. */
  public void start(Vertx vertx) {
    Meters meters = Meters.of(vertx);
    failures = meters.counter("tixgo.backup.failures", "Scheduled backups that failed");
    meters.gauge(
        "tixgo.backup.timestamp.seconds",
        "When the newest verified backup began, in Unix time; 0 for none",
        () -> newest.getEpochSecond());
    meters.gauge(
        "tixgo.backup.every.seconds",
        "How old the newest backup may become",
        () -> plan.every().toSeconds());
    Future<?> unused = thread.scheduleWithFixedDelay(this::look, 0, LOOK_SECONDS, TimeUnit.SECONDS);
  }

  /** Ends a backup that is under way; what there is of it is cleared away by the next. */
  @Override
  public void close() {
    thread.shutdownNow();
  }

  /** Never throws: the next look would not take place. */
  void look() {
    try {
      if (isDue() && !clock.instant().isBefore(notBefore)) {
        backUpAlone();
        isDue();
      }
    } catch (IOException | RuntimeException e) {
      failed(e);
    }
  }

  private void failed(Exception e) {
    if (!thread.isShutdown()) {
      failures.increment();
      notBefore = clock.instant().plus(AFTER_FAILURE);
      LOG.error("a backup failed; those before are still there: {}", e.getMessage());
    }
  }

  private boolean isDue() throws IOException {
    newest = folder.newest(clock.instant()).orElse(Instant.EPOCH);
    return !newest.plus(plan.every()).isAfter(clock.instant());
  }

  /** Another process may have been quicker, and is left to it. */
  private void backUpAlone() throws IOException {
    Optional<DirectoryLock> lock = DirectoryLock.tryTake(plan.directory());
    if (lock.isEmpty()) {
      return;
    }
    try {
      if (isDue()) {
        new VerifiedBackup(plan, folder).write(clock.instant());
      }
    } finally {
      lock.get().close();
    }
  }

  /** The low priority keeps check-ins quick; nothing that must be right depends on it. */
  @SuppressWarnings("ThreadPriorityCheck")
  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "backup");
    thread.setPriority(Thread.MIN_PRIORITY);
    thread.setDaemon(true);
    return thread;
  }
}
