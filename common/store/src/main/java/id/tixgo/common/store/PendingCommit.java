package id.tixgo.common.store;

import static java.util.Objects.requireNonNull;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;

/** A transaction on its way: made, stored, answered. */
final class PendingCommit<R> {
  private final Context context;
  private final Transaction<R> transaction;
  private final Promise<R> promise = Promise.promise();
  private final long askedAt = System.nanoTime();
  private Future<R> outcome;

  PendingCommit(Context context, Transaction<R> transaction) {
    this.context = requireNonNull(context);
    this.transaction = requireNonNull(transaction);
  }

  Context context() {
    return context;
  }

  long waitedNanos() {
    return System.nanoTime() - askedAt;
  }

  Future<R> future() {
    return promise.future();
  }

  void decide(Appender entries) {
    boolean[] added = new boolean[1];
    try {
      outcome =
          Future.succeededFuture(
              transaction.run(
                  entry -> {
                    added[0] = true;
                    entries.add(entry);
                  }));
    } catch (RuntimeException e) {
      if (added[0]) {
        throw e;
      }
      outcome = Future.failedFuture(e);
    }
  }

  void fail(RuntimeException failure) {
    outcome = Future.failedFuture(failure);
  }

  /** Completes the future, on the context's thread. */
  void answer() {
    outcome.onComplete(promise);
  }
}
