package id.tixgo.common.store;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.metrics.Meters;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/** Keeps nothing beyond the process: a change is done at once, in the caller's thread. */
public final class MemoryStore implements Store {
  private final Projection projection;
  private final StoreMeters meters;
  private final ReentrantLock oneAtATime = new ReentrantLock();
  private final List<Record> added = new ArrayList<>();

  public MemoryStore(Vertx vertx, Projection projection) {
    this.projection = requireNonNull(projection);
    this.meters = StoreMeters.of(Meters.of(vertx), projection.types().store());
  }

  @Override
  public Future<Void> open() {
    return Future.succeededFuture();
  }

  @Override
  public <R> Future<R> commit(Context context, Transaction<R> transaction) {
    oneAtATime.lock();
    try {
      R result = transaction.run(this::add);
      projection.maps().publish();
      added.forEach(this::committed);
      meters.commits().increment();
      return Future.succeededFuture(result);
    } catch (RuntimeException e) {
      projection.maps().discard();
      return Future.failedFuture(e);
    } finally {
      added.clear();
      oneAtATime.unlock();
    }
  }

  @Override
  public Future<Void> check() {
    return Future.succeededFuture();
  }

  @Override
  public boolean isFilled() {
    return true;
  }

  @Override
  public Future<Void> close() {
    return Future.succeededFuture();
  }

  private void committed(Record entry) {
    projection.committed(entry);
    projection.counted(entry);
    meters.entries().increment();
  }

  private void add(Record entry) {
    projection.apply(entry);
    added.add(entry);
  }
}
