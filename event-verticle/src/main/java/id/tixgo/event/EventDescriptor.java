package id.tixgo.event;

import id.tixgo.common.config.Env;
import id.tixgo.common.service.Exposure;
import id.tixgo.common.service.SampleRequest;
import id.tixgo.common.service.Service;
import id.tixgo.common.store.Projection;
import id.tixgo.common.store.StoredServiceDescriptor;
import id.tixgo.event.store.EventState;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Event: what takes place where and when. */
public final class EventDescriptor implements StoredServiceDescriptor {
  @Override
  public String name() {
    return "event";
  }

  @Override
  public Set<String> startsAfter() {
    return Set.of("identity");
  }

  @Override
  public Optional<Exposure> exposure() {
    return Optional.of(Exposure.internal(8000, List.of("/events", "/venues")));
  }

  @Override
  public Service service(Env env, Clock clock) {
    return new EventService(EventConfig.from(env), clock);
  }

  @Override
  public Projection projection(Vertx vertx) {
    return new EventState(vertx);
  }

  @Override
  public List<SampleRequest> samples() {
    JsonObject event =
        new JsonObject().put("title", "Sample").put("start_time", "2026-01-01T00:00:00Z");
    return List.of(
        SampleRequest.post("/events", event),
        SampleRequest.get("/events"),
        SampleRequest.get("/venues"));
  }
}
