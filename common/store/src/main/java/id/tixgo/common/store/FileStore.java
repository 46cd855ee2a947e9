package id.tixgo.common.store;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.config.ConfigException;
import id.tixgo.common.metrics.Meters;
import id.tixgo.common.overload.Backlogs;
import id.tixgo.common.problem.Problem;
import id.tixgo.common.store.GroupCommit.Syncing;
import id.tixgo.common.store.wal.WriteAheadLog;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a store in files. One thread takes whatever commits wait, makes their transactions, appends
 * what was decided, syncs once, then answers them all; no event loop ever waits for a disk.
 */
public final class FileStore implements Store, Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(FileStore.class);
  private static final int MOST_WAITING = 1 << 16;
  private static final int TRY_AGAIN_MS = 500;
  private static final long SLOW_NS = TimeUnit.MILLISECONDS.toNanos(2);

  private final Vertx vertx;
  private final Path directory;
  private final boolean synced;
  private final long slowNs;
  private final Projection projection;
  private final CommitQueue<PendingCommit<?>> waiting = new CommitQueue<>(MOST_WAITING);
  private final Promise<Void> opened = Promise.promise();
  private final Promise<Void> closed = Promise.promise();
  private volatile boolean filled;
  private volatile boolean failing;
  private volatile boolean closing;
  private WriteAheadLog log;
  private GroupCommit storing;
  private Compaction compaction;
  private long restedAt;

  public FileStore(Vertx vertx, Path dataDirectory, boolean synced, Projection projection) {
    this(vertx, dataDirectory, synced, projection, SLOW_NS);
  }

  /**
   * @param slowNs how long a sync may take before the next batch doesn't wait for it
   */
  FileStore(Vertx vertx, Path dataDirectory, boolean synced, Projection projection, long slowNs) {
    this.vertx = requireNonNull(vertx);
    this.directory = requireNonNull(dataDirectory).resolve(projection.types().store());
    this.synced = synced;
    this.slowNs = slowNs;
    this.projection = requireNonNull(projection);
  }

  @Override
  public Future<Void> open() {
    Thread thread = new Thread(this, "store-" + projection.types().store());
    thread.setDaemon(true);
    thread.start();
    return opened.future();
  }

  @Override
  public <R> Future<R> commit(Context context, Transaction<R> transaction) {
    PendingCommit<R> commit = new PendingCommit<>(context, transaction);
    if (!filled || closing) {
      return Future.failedFuture(Problem.storeUnavailable());
    }
    return commit.in(waiting);
  }

  @Override
  public Future<Void> check() {
    return filled && !failing
        ? Future.succeededFuture()
        : Future.failedFuture(Problem.storeUnavailable());
  }

  @Override
  public boolean isFilled() {
    return filled;
  }

  @Override
  public Future<Void> close() {
    if (!filled) {
      return Future.succeededFuture();
    }
    waiting.offer(new PendingCommit<>(vertx.getOrCreateContext(), entries -> closing = true));
    return closed.future();
  }

  @Override
  public void run() {
    try {
      Replay filling = new Replay(projection);
      RestoreMarker.expectNone(directory.toAbsolutePath().getParent());
      log = WriteAheadLog.open(directory, projection.types(), filling::take);
      filling.finish();
      Syncing syncing = new Syncing(synced, slowNs, log::force);
      storing = new GroupCommit(projection, log, syncing, waiting, meters());
      Backlogs.put(vertx, projection.types().store(), new StoreBacklog(waiting));
      compaction = new Compaction(projection, log);
      filled = true;
      opened.complete();
    } catch (IOException | RuntimeException e) {
      opened.fail(new ConfigException("DATA_DIR: " + e.getMessage()));
      return;
    }
    serve();
  }

  private StoreMeters meters() {
    Meters all = Meters.of(vertx);
    String store = projection.types().store();
    all.gauge(
        "tixgo.store.free.bytes",
        "What is free on the disk of the store",
        directory.toFile()::getUsableSpace,
        "store",
        store);
    return StoreMeters.of(all, store, waiting);
  }

  private void serve() {
    try {
      while (!closing) {
        step();
      }
      finish();
      closed.complete();
    } catch (IOException | InterruptedException | RuntimeException e) {
      LOG.error("{}: nothing more can be stored before the next start", directory, e);
      failing = true;
      closing = true;
      closed.fail(e);
    }
  }

  private void step() {
    boolean idle = !store();
    if (idle || System.nanoTime() - restedAt > TimeUnit.MILLISECONDS.toNanos(restEveryMs())) {
      rest();
    }
  }

  /** False when there was nothing to store. */
  private boolean store() {
    try {
      return storing.step(log.isSynced() ? TRY_AGAIN_MS : StoreConfig.LATEST_SYNC_MS);
    } catch (IOException e) {
      LOG.error("{} can't be written: {}", directory, e.getMessage());
      failing(true);
    } catch (RuntimeException e) {
      LOG.error("{}: a change failed", directory, e);
    }
    return true;
  }

  private int restEveryMs() {
    return synced ? TRY_AGAIN_MS : StoreConfig.LATEST_SYNC_MS;
  }

  /** Now and then: tries a failing disk, syncs what was answered before, compacts. */
  private void rest() {
    restedAt = System.nanoTime();
    try {
      storing.settleAll();
      if (!log.isSynced()) {
        log.sync();
      }
      if (failing) {
        log.preallocate();
        log.sync();
      }
      failing(false);
      compaction.step();
    } catch (IOException e) {
      LOG.debug("{} can't be written: {}", directory, e.getMessage());
      failing(true);
      if (synced) {
        log.undo();
      }
    }
  }

  private void failing(boolean now) {
    if (failing && !now) {
      LOG.info("{} can be written again", directory);
    }
    failing = now;
  }

  private void finish() throws IOException, InterruptedException {
    storing.finish();
    log.finish();
    compaction.finish();
    log.close();
  }
}
