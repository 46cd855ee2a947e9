package id.tixgo.common.journal;

import static java.util.Objects.requireNonNull;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;

/** A decision on its way: made, stored, answered. */
final class Commit<R> {
  private final Context context;
  private final Decision<R> decision;
  private final Promise<R> promise = Promise.promise();
  private Future<R> outcome;

  Commit(Context context, Decision<R> decision) {
    this.context = requireNonNull(context);
    this.decision = requireNonNull(decision);
  }

  Context context() {
    return context;
  }

  Future<R> future() {
    return promise.future();
  }

  void decide(Entries entries) {
    boolean[] added = new boolean[1];
    try {
      outcome =
          Future.succeededFuture(
              decision.decide(
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
