package id.tixgo.common.journal;

import id.tixgo.common.problem.Problem;
import id.tixgo.common.problem.ProblemKind;
import io.vertx.core.Context;
import io.vertx.core.Future;

/** Makes the changes of one service's store, one after another, and keeps them. */
public interface Ledger {
  /** Fills the store; fails with a sentence for the operator when it can't be read. */
  Future<Void> open();

  /**
   * Makes a decision and completes on the context once everything that it saw and added is stored.
   * Fails with {@code STORE_UNAVAILABLE} when it can't be: then nothing has changed.
   */
  <R> Future<R> commit(Context context, Decision<R> decision);

  /** Fails with {@code STORE_UNAVAILABLE} until the store is filled and can be written. */
  Future<Void> check();

  /** Whether the store is filled, so that it can be read. */
  boolean isFilled();

  /** Stores what waits, and leaves the files compact. */
  Future<Void> close();

  static Problem unavailable() {
    return Problem.of(
        ProblemKind.OVERLOADED,
        "STORE_UNAVAILABLE",
        "The store can't be used at the moment; nothing was changed. Try again.");
  }
}
