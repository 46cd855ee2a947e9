package id.tixgo.report;

import id.tixgo.common.store.Store;
import id.tixgo.common.store.Transaction;
import io.vertx.core.Context;
import io.vertx.core.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** A store of which is known how many entries its largest transaction has added. */
record CountedStore(Store store, AtomicInteger most) implements Store {
  CountedStore(Store store) {
    this(store, new AtomicInteger());
  }

  @Override
  public Future<Void> open() {
    return store.open();
  }

  @Override
  public <R> Future<R> commit(Context context, Transaction<R> transaction) {
    return store.commit(
        context,
        entries -> {
          AtomicInteger added = new AtomicInteger();
          R result =
              transaction.run(
                  entry -> {
                    added.incrementAndGet();
                    entries.add(entry);
                  });
          most.accumulateAndGet(added.get(), Math::max);
          return result;
        });
  }

  @Override
  public Future<Void> check() {
    return store.check();
  }

  @Override
  public boolean isFilled() {
    return store.isFilled();
  }

  @Override
  public Future<Void> close() {
    return store.close();
  }
}
