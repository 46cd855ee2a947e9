package id.tixgo.common.journal;

import static java.util.Objects.requireNonNull;

import io.vertx.core.Context;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/** Keeps nothing beyond the process: a change is done at once, in the caller's thread. */
public final class MemoryLedger implements Ledger {
  private final Fold fold;
  private final ReentrantLock oneAtATime = new ReentrantLock();
  private final List<Record> added = new ArrayList<>();

  public MemoryLedger(Fold fold) {
    this.fold = requireNonNull(fold);
  }

  @Override
  public Future<Void> open() {
    return Future.succeededFuture();
  }

  @Override
  public <R> Future<R> commit(Context context, Decision<R> decision) {
    oneAtATime.lock();
    try {
      R result = decision.decide(this::add);
      fold.tables().publish();
      added.forEach(fold::stored);
      return Future.succeededFuture(result);
    } catch (RuntimeException e) {
      fold.tables().discard();
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

  private void add(Record entry) {
    fold.fold(entry);
    added.add(entry);
  }
}
