package id.tixgo.payment;

import id.tixgo.common.config.Env;
import id.tixgo.common.service.Exposure;
import id.tixgo.common.service.SampleRequest;
import id.tixgo.common.service.Service;
import id.tixgo.common.store.Projection;
import id.tixgo.common.store.StoredServiceDescriptor;
import id.tixgo.payment.store.PaymentBooks;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Payment: what is paid, by whom, and given back. */
public final class PaymentDescriptor implements StoredServiceDescriptor {
  @Override
  public String name() {
    return "payment";
  }

  @Override
  public Set<String> startsAfter() {
    return Set.of("identity", "ticketing");
  }

  @Override
  public Optional<Exposure> exposure() {
    return Optional.of(
        Exposure.internal(
            8005,
            List.of(
                "/orders",
                "/transactions",
                "/payments",
                "/refunds",
                "/checkout",
                "/webhooks",
                "/suspense",
                "/reports/transactions",
                "/reports/revenue",
                "/reports/refunds",
                "/reports/reconciliation")));
  }

  @Override
  public Service service(Env env, Clock clock) {
    return new PaymentService(PaymentConfig.from(env), clock);
  }

  @Override
  public Projection projection(Vertx vertx) {
    return new PaymentBooks(vertx);
  }

  @Override
  public List<SampleRequest> samples() {
    return List.of(SampleRequest.get("/orders"), SampleRequest.get("/transactions"));
  }
}
