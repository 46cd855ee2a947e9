package id.tixgo.common.test;

import id.tixgo.common.problem.Problem;
import id.tixgo.common.store.MemoryStore;
import id.tixgo.common.store.Projection;
import id.tixgo.common.store.Store;
import id.tixgo.common.store.Transaction;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;

/** A store that can be empty yet, or unable to store anything. */
public final class FaultyStore implements Store {
  public volatile boolean filled = true;
  public volatile boolean broken;
  private final MemoryStore whole;

  public FaultyStore(Vertx vertx, Projection fold) {
    this.whole = new MemoryStore(vertx, fold);
  }

  @Override
  public Future<Void> open() {
    return whole.open();
  }

  @Override
  public <R> Future<R> commit(Context context, Transaction<R> decision) {
    return broken
        ? Future.failedFuture(Problem.storeUnavailable())
        : whole.commit(context, decision);
  }

  @Override
  public Future<Void> check() {
    return filled && !broken
        ? Future.succeededFuture()
        : Future.failedFuture(Problem.storeUnavailable());
  }

  @Override
  public boolean isFilled() {
    return filled;
  }

  @Override
  public Future<Void> close() {
    return whole.close();
  }
}
