package id.tixgo.identity;

import id.tixgo.common.clients.identity.IdentityChange;
import id.tixgo.common.config.Env;
import id.tixgo.common.service.Exposure;
import id.tixgo.common.service.Service;
import id.tixgo.common.store.Projection;
import id.tixgo.common.store.StoredServiceDescriptor;
import id.tixgo.identity.store.IdentityState;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Identity: who someone is. */
public final class IdentityDescriptor implements StoredServiceDescriptor {
  @Override
  public String name() {
    return "identity";
  }

  @Override
  public Set<String> startsAfter() {
    return Set.of();
  }

  @Override
  public Optional<Exposure> exposure() {
    return Optional.of(Exposure.external(18081, List.of("/auth", "/users", "/audit")));
  }

  @Override
  public Service service(Env env, Clock clock) {
    return new IdentityService(IdentityConfig.from(env), clock);
  }

  @Override
  public Projection projection(Vertx vertx) {
    return new IdentityState(vertx);
  }

  @Override
  public List<Class<? extends Record>> busRecords() {
    return List.of(IdentityChange.class);
  }
}
