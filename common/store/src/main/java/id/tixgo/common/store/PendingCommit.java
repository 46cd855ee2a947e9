package id.tixgo.common.store;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.problem.Problem;
import id.tixgo.common.problem.ProblemKind;
import id.tixgo.common.scope.RequestScope;
import id.tixgo.common.scope.ScopeLocal;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.internal.ContextInternal;
import java.util.Optional;

/** A transaction on its way: made, stored, answered. */
final class PendingCommit<R> {
  private final Context context;
  private final Transaction<R> transaction;
  private final Optional<RequestScope> scope = ScopeLocal.current();
  private final Context origin;
  private final Promise<R> promise = Promise.promise();
  private final long askedAt = System.nanoTime();
  private Future<R> outcome;

  PendingCommit(Context context, Transaction<R> transaction) {
    this.context = requireNonNull(context);
    this.transaction = requireNonNull(transaction);
    this.origin = Optional.ofNullable(Vertx.currentContext()).orElse(context);
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

  /** Lets it wait; fails when too many do. */
  Future<R> in(CommitQueue<PendingCommit<?>> waiting) {
    return waiting.offer(this) ? future() : Future.failedFuture(overloaded());
  }

  void decide(Appender entries) {
    boolean[] added = new boolean[1];
    try {
      outcome =
          Future.succeededFuture(
              run(
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

  /** What it tells others belongs to whoever asked for it. */
  private R run(Appender entries) {
    return scope.isPresent()
        ? ScopeLocal.during(scope.get(), () -> transaction.run(entries))
        : transaction.run(entries);
  }

  void fail(RuntimeException failure) {
    outcome = Future.failedFuture(failure);
  }

  /** Completes the future, on the context's thread; there what follows belongs to its request. */
  void answer() {
    if (scope.isPresent() && origin instanceof ContextInternal own && own.inThread()) {
      own.dispatch(outcome, decided -> decided.onComplete(promise));
    } else {
      outcome.onComplete(promise);
    }
  }

  private static Problem overloaded() {
    return Problem.of(ProblemKind.OVERLOADED, "Too many changes at once; try again in a second.");
  }
}
