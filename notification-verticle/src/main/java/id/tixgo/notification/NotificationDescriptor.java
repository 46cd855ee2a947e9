package id.tixgo.notification;

import id.tixgo.common.config.Env;
import id.tixgo.common.service.Exposure;
import id.tixgo.common.service.SampleRequest;
import id.tixgo.common.service.Service;
import id.tixgo.common.store.Projection;
import id.tixgo.common.store.StoredServiceDescriptor;
import id.tixgo.notification.store.NotificationState;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Notification: who is told what, by mail. */
public final class NotificationDescriptor implements StoredServiceDescriptor {
  @Override
  public String name() {
    return "notification";
  }

  @Override
  public Set<String> startsAfter() {
    return Set.of("identity", "event", "ticketing", "payment", "wallet");
  }

  @Override
  public Optional<Exposure> exposure() {
    return Optional.of(Exposure.internal(5003, List.of("/notifications")));
  }

  @Override
  public Service service(Env env, Clock clock) {
    return new NotificationService(NotificationConfig.from(env), clock);
  }

  @Override
  public Projection projection(Vertx vertx) {
    return new NotificationState(vertx);
  }

  @Override
  public List<SampleRequest> samples() {
    return List.of(SampleRequest.get("/notifications"));
  }
}
