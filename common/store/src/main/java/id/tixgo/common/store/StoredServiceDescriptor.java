package id.tixgo.common.store;

import id.tixgo.common.service.ServiceDescriptor;
import io.vertx.core.Vertx;

/** A service that keeps something: backups, exports and tests know its store by this. */
public interface StoredServiceDescriptor extends ServiceDescriptor {
  /** Its store, empty. */
  Projection projection(Vertx vertx);
}
