package id.tixgo.launcher;

import id.tixgo.common.journal.Decision;
import id.tixgo.common.journal.Fold;
import id.tixgo.common.journal.Ledger;
import id.tixgo.common.journal.MemoryLedger;
import io.vertx.core.Context;
import io.vertx.core.Future;

/** A ledger that can be empty yet, or unable to store anything. */
final class FaultyLedger implements Ledger {
  volatile boolean filled = true;
  volatile boolean broken;
  private final MemoryLedger whole;

  FaultyLedger(Fold fold) {
    this.whole = new MemoryLedger(fold);
  }

  @Override
  public Future<Void> open() {
    return whole.open();
  }

  @Override
  public <R> Future<R> commit(Context context, Decision<R> decision) {
    return broken ? Future.failedFuture(Ledger.unavailable()) : whole.commit(context, decision);
  }

  @Override
  public Future<Void> check() {
    return filled && !broken ? Future.succeededFuture() : Future.failedFuture(Ledger.unavailable());
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
