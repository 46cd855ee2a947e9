package id.tixgo.report;

import id.tixgo.common.config.Env;
import id.tixgo.common.service.Exposure;
import id.tixgo.common.service.SampleRequest;
import id.tixgo.common.service.Service;
import id.tixgo.common.store.Projection;
import id.tixgo.common.store.StoredServiceDescriptor;
import id.tixgo.report.store.ReportState;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Report: what other services' facts add up to. */
public final class ReportDescriptor implements StoredServiceDescriptor {
  @Override
  public String name() {
    return "report";
  }

  @Override
  public Set<String> startsAfter() {
    return Set.of("identity", "event", "ticketing", "payment", "wallet");
  }

  @Override
  public Optional<Exposure> exposure() {
    return Optional.of(
        Exposure.internal(5004, List.of("/reports", "/summaries", "/sync")).below("/report"));
  }

  @Override
  public Service service(Env env, Clock clock) {
    return new ReportService(ReportConfig.from(env), clock);
  }

  @Override
  public Projection projection(Vertx vertx) {
    return new ReportState(vertx);
  }

  @Override
  public List<SampleRequest> samples() {
    return List.of(
        SampleRequest.get("/reports/user/1"),
        SampleRequest.get("/reports/events"),
        SampleRequest.get("/summaries/user/1"));
  }
}
