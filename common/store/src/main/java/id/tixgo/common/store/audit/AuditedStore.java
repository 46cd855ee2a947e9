package id.tixgo.common.store.audit;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.scope.Origin;
import id.tixgo.common.scope.Origins;
import id.tixgo.common.store.Appender;
import id.tixgo.common.store.Store;
import id.tixgo.common.store.Transaction;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A store whose transactions tell the audit who made them, if they are made for a request that is
 * audited. All others, a scan's among them, are made as they are.
 */
public final class AuditedStore implements Store {
  private final Store store;
  private final Audit audit;

  public AuditedStore(Store store, Audit audit) {
    this.store = requireNonNull(store);
    this.audit = requireNonNull(audit);
  }

  /** What one transaction changes, and whether the audit was told. */
  private final class Watched<R> implements Transaction<R> {
    private final Origin origin;
    private final Transaction<R> transaction;
    private volatile boolean told;

    Watched(Origin origin, Transaction<R> transaction) {
      this.origin = requireNonNull(origin);
      this.transaction = requireNonNull(transaction);
    }

    @Override
    public R run(Appender entries) {
      List<AuditChange> changes = new ArrayList<>();
      R result =
          transaction.run(
              entry -> {
                audit.change(entry).ifPresent(changes::add);
                entries.add(entry);
              });
      told = audit.tell(entries, origin, changes);
      return result;
    }

    void stored() {
      if (told) {
        Origins.end();
      }
    }
  }

  @Override
  public Future<Void> open() {
    return store.open();
  }

  @Override
  public <R> Future<R> commit(Context context, Transaction<R> transaction) {
    Optional<Origin> origin = Origins.current();
    return origin.isEmpty()
        ? store.commit(context, transaction)
        : commit(new Watched<>(origin.get(), transaction));
  }

  /** Answered in the request's own context, in which it is known what it is done for. */
  private <R> Future<R> commit(Watched<R> watched) {
    return store.commit(Vertx.currentContext(), watched).onSuccess(stored -> watched.stored());
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
