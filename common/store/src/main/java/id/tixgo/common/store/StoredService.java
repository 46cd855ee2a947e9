package id.tixgo.common.store;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.http.Contract;
import id.tixgo.common.service.Service;
import id.tixgo.common.service.ServiceVerticle;
import id.tixgo.common.store.audit.AuditChain;
import id.tixgo.common.store.audit.AuditedStore;
import io.vertx.core.Context;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A service with a store: its verticles listen at once, so that health can be asked while the store
 * is filled.
 *
 * @param <P> what is kept
 */
public abstract class StoredService<P extends Projection> implements Service {
  private final Address address;
  private final StoreConfig config;
  private Store store;
  private Optional<AuditChain> audit = Optional.empty();
  private Maintenance maintenance;

  protected StoredService(Address address, StoreConfig config) {
    this.address = requireNonNull(address);
    this.config = requireNonNull(config);
  }

  /** What the parts of a service share in one JVM. */
  public record Shared<P extends Projection>(
      Vertx vertx, Contract contract, P projection, Store store, Context context) {
    public Shared {
      requireNonNull(vertx);
      requireNonNull(contract);
      requireNonNull(projection);
      requireNonNull(store);
      requireNonNull(context);
    }
  }

  /** What it keeps, empty. */
  protected abstract P projection(Vertx vertx);

  /**
   * Whether several nodes may run it over one database at once. Not where a node does something
   * besides answering that must be done once, or knows what isn't in the store.
   */
  protected boolean isShared() {
    return false;
  }

  /** What it answers. */
  protected Future<Contract> contract(Vertx vertx) {
    return Contract.load(vertx, name());
  }

  /** Its verticle, made once a core. */
  protected abstract Supplier<? extends ServiceVerticle> verticles(Shared<P> shared, int cores);

  /** Begins once the store is filled; requests are refused until it has. */
  protected Future<?> filled(Shared<P> shared) {
    return Future.succeededFuture();
  }

  /** Forgets some of what is over; completes with whether there may be more. */
  protected abstract Future<Boolean> forget(Shared<P> shared);

  @Override
  public final Address address() {
    return address;
  }

  @Override
  public final Future<String> deploy(Vertx vertx, int cores) {
    P projection = projection(vertx);
    Context context = vertx.getOrCreateContext();
    store = audited(vertx, context, projection, config.store(vertx, projection, !isShared()));
    return contract(vertx)
        .map(contract -> new Shared<>(vertx, contract, projection, store, context))
        .compose(shared -> deploy(shared, cores));
  }

  private Store audited(Vertx vertx, Context context, P projection, Store kept) {
    audit =
        projection
            .audit()
            .map(part -> new AuditChain(vertx, context, part, kept, config.trails(vertx, name())));
    return projection.audit().<Store>map(part -> new AuditedStore(kept, part)).orElse(kept);
  }

  private Future<String> deploy(Shared<P> shared, int cores) {
    maintenance = new Maintenance(shared.vertx(), () -> forget(shared));
    DeploymentOptions options = new DeploymentOptions().setInstances(cores);
    return shared
        .vertx()
        .deployVerticle(verticles(shared, cores), options)
        .compose(id -> store.open().map(id))
        .compose(id -> audit.map(AuditChain::open).orElseGet(Future::succeededFuture).map(id))
        .compose(id -> filled(shared).map(id))
        .onSuccess(id -> maintenance.start());
  }

  @Override
  public Future<Void> close() {
    if (maintenance != null) {
      maintenance.stop();
    }
    return store == null ? Future.succeededFuture() : closeAudit().eventually(store::close);
  }

  private Future<Void> closeAudit() {
    return audit.map(AuditChain::close).orElseGet(Future::succeededFuture);
  }
}
