package id.tixgo.wallet;

import id.tixgo.common.config.Env;
import id.tixgo.common.service.Exposure;
import id.tixgo.common.service.SampleRequest;
import id.tixgo.common.service.Service;
import id.tixgo.common.store.Projection;
import id.tixgo.common.store.StoredServiceDescriptor;
import id.tixgo.wallet.store.WalletBooks;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Wallet: money that users have, and give each other. */
public final class WalletDescriptor implements StoredServiceDescriptor {
  @Override
  public String name() {
    return "wallet";
  }

  @Override
  public Set<String> startsAfter() {
    return Set.of("identity");
  }

  @Override
  public Optional<Exposure> exposure() {
    return Optional.of(
        Exposure.internal(5001, List.of("/auth", "/users", "/transactions")).below("/wallet"));
  }

  @Override
  public Service service(Env env, Clock clock) {
    return new WalletService(WalletConfig.from(env), clock);
  }

  @Override
  public Projection projection(Vertx vertx) {
    return new WalletBooks(vertx);
  }

  @Override
  public List<SampleRequest> samples() {
    return List.of(SampleRequest.get("/users"), SampleRequest.get("/transactions"));
  }
}
