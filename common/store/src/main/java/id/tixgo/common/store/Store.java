package id.tixgo.common.store;

import io.vertx.core.Context;
import io.vertx.core.Future;

/** Makes the changes of one service's store, one after another, and keeps them. */
public interface Store {
  /** Fills the store; fails with a sentence for the operator when it can't be read. */
  Future<Void> open();

  /**
   * Makes a transaction and completes on the context once everything that it saw and added is
   * stored. Fails with {@code STORE_UNAVAILABLE} when it can't be: then nothing has changed.
   */
  <R> Future<R> commit(Context context, Transaction<R> transaction);

  /** Fails with {@code STORE_UNAVAILABLE} until the store is filled and can be written. */
  Future<Void> check();

  /** Whether the store is filled, so that it can be read. */
  boolean isFilled();

  /** Stores what waits, and leaves the files compact. */
  Future<Void> close();
}
