package id.tixgo.attendance;

import id.tixgo.attendance.store.AttendanceState;
import id.tixgo.common.clients.attendance.AttendanceChanges;
import id.tixgo.common.config.Env;
import id.tixgo.common.service.Exposure;
import id.tixgo.common.service.SampleRequest;
import id.tixgo.common.service.Service;
import id.tixgo.common.store.Projection;
import id.tixgo.common.store.StoredServiceDescriptor;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Attendance: who has been let in. */
public final class AttendanceDescriptor implements StoredServiceDescriptor {
  @Override
  public String name() {
    return "attendance";
  }

  @Override
  public Set<String> startsAfter() {
    return Set.of("identity", "event", "ticketing");
  }

  @Override
  public Optional<Exposure> exposure() {
    return Optional.of(Exposure.external(18082, List.of("/checkins", "/attendance")));
  }

  @Override
  public Service service(Env env, Clock clock) {
    return new AttendanceService(AttendanceConfig.from(env), clock);
  }

  @Override
  public Projection projection(Vertx vertx) {
    return new AttendanceState(vertx);
  }

  @Override
  public List<Class<? extends Record>> busRecords() {
    return List.of(AttendanceChanges.class);
  }

  @Override
  public List<SampleRequest> samples() {
    return List.of(
        SampleRequest.post(
            "/checkins", new JsonObject().put("event_id", "evt1").put("ticket_id", "T1")),
        SampleRequest.get("/attendance/evt1"),
        SampleRequest.get("/events"));
  }
}
