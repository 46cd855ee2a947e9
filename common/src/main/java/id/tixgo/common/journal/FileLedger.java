package id.tixgo.common.journal;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.config.ConfigException;
import id.tixgo.common.journal.Storing.Syncing;
import id.tixgo.common.problem.Problem;
import id.tixgo.common.problem.ProblemKind;
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
 * Keeps a store in files. One thread takes whatever commits wait, makes their decisions, appends
 * what was decided, syncs once, then answers them all; no event loop ever waits for a disk.
 */
public final class FileLedger implements Ledger, Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(FileLedger.class);
  private static final int MOST_WAITING = 1 << 16;
  private static final int TRY_AGAIN_MS = 500;
  private static final long SLOW_NS = TimeUnit.MILLISECONDS.toNanos(2);

  private final Vertx vertx;
  private final Path folder;
  private final boolean synced;
  private final long slowNs;
  private final Fold fold;
  private final Gathering<Commit<?>> waiting = new Gathering<>(MOST_WAITING);
  private final Promise<Void> opened = Promise.promise();
  private final Promise<Void> closed = Promise.promise();
  private volatile boolean filled;
  private volatile boolean failing;
  private volatile boolean closing;
  private Journal journal;
  private Storing storing;
  private Compaction compaction;
  private long restedAt;

  public FileLedger(Vertx vertx, Path dataDirectory, boolean synced, Fold fold) {
    this(vertx, dataDirectory, synced, fold, SLOW_NS);
  }

  /**
   * @param slowNs how long a sync may take before the next batch doesn't wait for it
   */
  FileLedger(Vertx vertx, Path dataDirectory, boolean synced, Fold fold, long slowNs) {
    this.vertx = requireNonNull(vertx);
    this.folder = requireNonNull(dataDirectory).resolve(fold.types().store());
    this.synced = synced;
    this.slowNs = slowNs;
    this.fold = requireNonNull(fold);
  }

  @Override
  public Future<Void> open() {
    Thread thread = new Thread(this, "store-" + fold.types().store());
    thread.setDaemon(true);
    thread.start();
    return opened.future();
  }

  @Override
  public <R> Future<R> commit(Context context, Decision<R> decision) {
    Commit<R> commit = new Commit<>(context, decision);
    if (!filled || closing) {
      return Future.failedFuture(Ledger.unavailable());
    }
    return waiting.offer(commit) ? commit.future() : Future.failedFuture(overloaded());
  }

  @Override
  public Future<Void> check() {
    return filled && !failing
        ? Future.succeededFuture()
        : Future.failedFuture(Ledger.unavailable());
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
    waiting.offer(new Commit<>(vertx.getOrCreateContext(), entries -> closing = true));
    return closed.future();
  }

  @Override
  public void run() {
    try {
      Filling filling = new Filling(fold);
      Replacement.expectNone(folder.toAbsolutePath().getParent());
      journal = Journal.open(folder, fold.types(), filling::take);
      filling.finish();
      storing = new Storing(fold, journal, new Syncing(synced, slowNs, journal::force), waiting);
      compaction = new Compaction(fold, journal);
      filled = true;
      opened.complete();
    } catch (IOException | RuntimeException e) {
      opened.fail(new ConfigException("DATA_DIR: " + e.getMessage()));
      return;
    }
    serve();
  }

  private void serve() {
    try {
      while (!closing) {
        step();
      }
      finish();
      closed.complete();
    } catch (IOException | InterruptedException | RuntimeException e) {
      LOG.error("{}: nothing more can be stored before the next start", folder, e);
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
      return storing.step(journal.isSynced() ? TRY_AGAIN_MS : StoreConfig.LATEST_SYNC_MS);
    } catch (IOException e) {
      LOG.error("{} can't be written: {}", folder, e.getMessage());
      failing(true);
    } catch (RuntimeException e) {
      LOG.error("{}: a change failed", folder, e);
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
      if (!journal.isSynced()) {
        journal.sync();
      }
      if (failing) {
        journal.makeRoom();
        journal.sync();
      }
      failing(false);
      compaction.step();
    } catch (IOException e) {
      LOG.debug("{} can't be written: {}", folder, e.getMessage());
      failing(true);
      if (synced) {
        journal.undo();
      }
    }
  }

  private void failing(boolean now) {
    if (failing && !now) {
      LOG.info("{} can be written again", folder);
    }
    failing = now;
  }

  private void finish() throws IOException, InterruptedException {
    storing.finish();
    journal.finish();
    compaction.finish();
    journal.close();
  }

  private static Problem overloaded() {
    return Problem.of(ProblemKind.OVERLOADED, "Too many changes at once; try again in a second.");
  }
}
