package id.tixgo.common.store.audit;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.bus.Bus;
import id.tixgo.common.store.Store;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings a service's audit from its store to the chain's own file: every line at once, and every
 * second, if there is more, to the disk for certain. Then the store needs to keep it no longer.
 */
public final class AuditChain {
  private static final Logger LOG = LoggerFactory.getLogger(AuditChain.class);
  private static final long EVERY_MS = TimeUnit.SECONDS.toMillis(1);

  private final Vertx vertx;
  private final Context context;
  private final Audit audit;
  private final Store store;
  private final AuditTrails trails;
  private volatile long timer;

  /**
   * @param context where answers are wanted
   * @param trails opens where the lines are kept for good
   */
  public AuditChain(Vertx vertx, Context context, Audit audit, Store store, AuditTrails trails) {
    this.vertx = requireNonNull(vertx);
    this.context = requireNonNull(context);
    this.audit = requireNonNull(audit);
    this.store = requireNonNull(store);
    this.trails = requireNonNull(trails);
  }

  /** Call once the store is filled. */
  public Future<Void> open() {
    return context
        .executeBlocking(trails::open)
        .compose(this::goOn)
        .onSuccess(open -> timer = vertx.setPeriodic(EVERY_MS, tick -> settle()));
  }

  /**
   * Call before the store is closed, also when it was never filled. Completes on no context: that
   * may be closed next.
   */
  public Future<Void> close() {
    if (audit.pen().isIdle()) {
      return Future.succeededFuture();
    }
    vertx.cancelTimer(timer);
    Promise<Void> closed = Promise.promise();
    settle().eventually(this::layPen).otherwiseEmpty().onComplete(closed);
    return closed.future();
  }

  private Future<Void> layPen() {
    return context.executeBlocking(
        () -> {
          audit.pen().lay();
          return null;
        });
  }

  private Future<Void> goOn(AuditTrail trail) {
    AuditHead last = trail.last();
    if (last.seq() < audit.written().seq()) {
      LOG.error(
          "{}: the audit's file ends at line {}, but had {}: tixgo verify-audit says more",
          audit.service(),
          last.seq(),
          audit.written().seq());
    }
    Bus bus = new Bus(vertx);
    String feed = AuditGathering.feed(audit.service());
    audit.pen().take(trail, () -> context.runOnContext(now -> bus.ring(feed)));
    audit.pen().write(audit::unwritten);
    return last.seq() > audit.head().seq() ? written(last) : Future.succeededFuture();
  }

  /** What a crash, or a full disk, has left behind is written, too. */
  private Future<Void> settle() {
    AuditTrail trail = audit.pen().trail();
    return context
        .executeBlocking(() -> caughtUp(trail))
        .compose(
            last -> last.seq() > audit.written().seq() ? written(last) : Future.succeededFuture());
  }

  private AuditHead caughtUp(AuditTrail trail) throws IOException {
    audit.pen().write(audit::unwritten);
    AuditHead last = trail.last();
    if (last.seq() > audit.written().seq()) {
      trail.sync();
    }
    return last;
  }

  private Future<Void> written(AuditHead end) {
    return store.commit(
        context,
        entries -> {
          entries.add(end);
          return null;
        });
  }
}
