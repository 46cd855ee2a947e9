package id.tixgo.common.store;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.config.ConfigException;
import id.tixgo.common.metrics.Meters;
import id.tixgo.common.overload.Backlogs;
import id.tixgo.common.problem.Problem;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a store in a log that it shares with other nodes. One thread takes whatever commits wait,
 * stores them in one turn and follows the others in between; no event loop ever waits for the log.
 * While that can't be reached readers see what was stored, and changes fail after a moment.
 */
public final class SharedStore implements Store, Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(SharedStore.class);
  private static final int MOST_WAITING = 1 << 16;

  /** How often it looks when no bell rings. */
  private static final int LOOK_MS = 1000;

  private static final long PAUSE_NS = TimeUnit.MILLISECONDS.toNanos(100);

  private static final long PATIENCE_NS = TimeUnit.SECONDS.toNanos(3);

  private final Vertx vertx;
  private final SharedLog log;
  private final Projection projection;
  private final long patienceNs;
  private final LogFollower follower;
  private final CommitQueue<PendingCommit<?>> waiting = new CommitQueue<>(MOST_WAITING);
  private final Promise<Void> opened = Promise.promise();
  private final Promise<Void> closed = Promise.promise();
  private volatile boolean filled;
  private volatile boolean failing;
  private volatile boolean closing;
  private long failingSince;
  private SharedCommit storing;
  private SharedSnapshots snapshots;

  public SharedStore(Vertx vertx, SharedLog log, Projection projection) {
    this(vertx, log, projection, PATIENCE_NS);
  }

  /**
   * @param patienceNs for how long changes wait for a log that can't be reached
   */
  SharedStore(Vertx vertx, SharedLog log, Projection projection, long patienceNs) {
    this.vertx = requireNonNull(vertx);
    this.log = requireNonNull(log);
    this.projection = requireNonNull(projection);
    this.patienceNs = patienceNs;
    this.follower = new LogFollower(projection, log);
  }

  /** Completes when it is filled, however long the log can't be reached. */
  @Override
  public Future<Void> open() {
    Thread thread = new Thread(this, "store-" + name());
    thread.setDaemon(true);
    thread.start();
    return opened.future();
  }

  @Override
  public <R> Future<R> commit(Context context, Transaction<R> transaction) {
    PendingCommit<R> commit = new PendingCommit<>(context, transaction);
    return filled && !closing
        ? commit.in(waiting)
        : Future.failedFuture(Problem.storeUnavailable());
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
    closing = true;
    waiting.wake();
    return filled ? closed.future() : Future.succeededFuture();
  }

  @Override
  public void run() {
    try {
      fill();
      serve();
      finish();
      closed.complete();
    } catch (RuntimeException | Error e) {
      broken(e);
    } finally {
      log.close();
    }
  }

  private void fill() {
    log.listen(waiting::wake);
    while (!filled && !closing) {
      try {
        follower.fill();
        begin();
      } catch (IOException e) {
        failed(e);
      }
    }
  }

  private void begin() {
    StoreMeters meters = StoreMeters.of(Meters.of(vertx), name(), waiting);
    storing = new SharedCommit(projection, follower, waiting, meters);
    snapshots = new SharedSnapshots(projection, log);
    Backlogs.put(vertx, name(), new StoreBacklog(waiting));
    reached();
    filled = true;
    opened.complete();
  }

  private void serve() {
    while (!closing) {
      try {
        if (!storing.step(LOOK_MS)) {
          snapshots.step(follower.position());
        }
        reached();
      } catch (IOException e) {
        failed(e);
        if (System.nanoTime() - failingSince > patienceNs) {
          storing.giveUp();
        }
      }
    }
  }

  private void reached() {
    if (failing) {
      LOG.info("{}: the database can be used again", name());
    }
    failing = false;
  }

  private void failed(IOException e) {
    if (!failing) {
      failingSince = System.nanoTime();
      LOG.warn("{}: the database can't be used: {}", name(), e.getMessage());
    }
    failing = true;
    LockSupport.parkNanos(PAUSE_NS);
  }

  private void finish() {
    if (!filled) {
      return;
    }
    try {
      storing.finish();
    } catch (IOException e) {
      LOG.warn("{}: what waited can't be stored: {}", name(), e.getMessage());
    }
    storing.giveUp();
  }

  /** Whoever comes later is refused at once. */
  private void broken(Throwable e) {
    failing = true;
    closing = true;
    if (filled) {
      LOG.error("{}: nothing more can be stored before the next start", name(), e);
      storing.giveUp();
      closed.complete();
    } else {
      opened.fail(
          e instanceof BrokenLogException
              ? new ConfigException("DATABASE_URL: " + e.getMessage())
              : e);
    }
  }

  private String name() {
    return projection.types().store();
  }
}
