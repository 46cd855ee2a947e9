package id.tixgo.common.test;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.store.Store;
import id.tixgo.common.test.Shelf.Book;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;

/** A store with books that was opened. */
public final class OpenShelf implements AutoCloseable {
  private final Shelf shelf;
  private final Store store;
  private final Context context;

  /** Returns when it is filled. */
  public OpenShelf(Vertx vertx, Shelf shelf, Store store) {
    this.shelf = requireNonNull(shelf);
    this.store = requireNonNull(store);
    this.context = vertx.getOrCreateContext();
    RunningSystem.await(store.open());
  }

  public Shelf shelf() {
    return shelf;
  }

  public Store store() {
    return store;
  }

  /** Completes with how many there are then. */
  public Future<Integer> add(Record entry) {
    return store.commit(
        context,
        entries -> {
          entries.add(entry);
          return shelf.count();
        });
  }

  /** Completes with whether nobody had taken the title. */
  public Future<Boolean> claim(String title) {
    return store.commit(
        context,
        entries -> {
          boolean free = !shelf.isTaken(title);
          if (free) {
            entries.add(new Book(title, ""));
          }
          return free;
        });
  }

  @Override
  public void close() {
    RunningSystem.await(store.close());
  }
}
