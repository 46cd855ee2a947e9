package id.tixgo.portal;

import id.tixgo.common.config.Env;
import id.tixgo.common.service.SampleRequest;
import id.tixgo.common.service.Service;
import id.tixgo.common.service.ServiceDescriptor;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.util.List;
import java.util.Set;

/** Portal: what people see. It keeps nothing. */
public final class PortalDescriptor implements ServiceDescriptor {
  @Override
  public String name() {
    return "portal";
  }

  @Override
  public Set<String> startsAfter() {
    return Set.of("identity", "event", "attendance", "ticketing");
  }

  @Override
  public Service service(Env env, Clock clock) {
    return new PortalService(PortalConfig.from(env), clock);
  }

  @Override
  public List<SampleRequest> samples() {
    return List.of(
        SampleRequest.get("/"),
        SampleRequest.post(
            "/api/checkins", new JsonObject().put("event_id", "evt1").put("ticket_id", "T2")),
        SampleRequest.get("/gateway/attendance/events"));
  }
}
