package id.tixgo.ticketing;

import id.tixgo.common.clients.ticketing.AvailabilityChange;
import id.tixgo.common.config.Env;
import id.tixgo.common.service.Exposure;
import id.tixgo.common.service.SampleRequest;
import id.tixgo.common.service.Service;
import id.tixgo.common.store.Projection;
import id.tixgo.common.store.StoredServiceDescriptor;
import id.tixgo.ticketing.http.QueueChange;
import id.tixgo.ticketing.store.TicketingState;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Ticketing: what is sold, to whom. */
public final class TicketingDescriptor implements StoredServiceDescriptor {
  @Override
  public String name() {
    return "ticketing";
  }

  @Override
  public Set<String> startsAfter() {
    return Set.of("identity", "event");
  }

  @Override
  public Optional<Exposure> exposure() {
    return Optional.of(
        Exposure.internal(
            8003,
            List.of(
                "/shop",
                "/ticket-types",
                "/bookings",
                "/tickets",
                "/ticket-keys",
                "/vouchers",
                "/waiting-list",
                "/waiting-rooms",
                "/reports/sales")));
  }

  @Override
  public Service service(Env env, Clock clock) {
    return new TicketingService(TicketingConfig.from(env), clock);
  }

  @Override
  public Projection projection(Vertx vertx) {
    return new TicketingState(vertx);
  }

  @Override
  public List<Class<? extends Record>> busRecords() {
    return List.of(AvailabilityChange.class, QueueChange.class);
  }

  @Override
  public List<SampleRequest> samples() {
    return List.of(SampleRequest.get("/ticket-types"), SampleRequest.get("/bookings"));
  }
}
