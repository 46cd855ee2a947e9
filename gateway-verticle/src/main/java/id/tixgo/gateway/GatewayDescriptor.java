package id.tixgo.gateway;

import static java.util.stream.Collectors.toUnmodifiableSet;

import id.tixgo.common.config.Env;
import id.tixgo.common.service.SampleRequest;
import id.tixgo.common.service.Service;
import id.tixgo.common.service.ServiceDescriptor;
import java.time.Clock;
import java.util.List;
import java.util.Set;

/** Gateway: one public address for programs. It keeps nothing. */
public final class GatewayDescriptor implements ServiceDescriptor {
  private static final String NAME = "gateway";

  @Override
  public String name() {
    return NAME;
  }

  /** All others: at a stop it drains while those that it forwards to still answer. */
  @Override
  public Set<String> startsAfter() {
    return GatewayConfig.descriptors()
        .map(ServiceDescriptor::name)
        .filter(name -> !name.equals(NAME))
        .collect(toUnmodifiableSet());
  }

  @Override
  public Service service(Env env, Clock clock) {
    return new GatewayService(GatewayConfig.from(env), clock);
  }

  @Override
  public List<SampleRequest> samples() {
    return List.of(SampleRequest.get("/events"), SampleRequest.get("/api/v1/events"));
  }
}
