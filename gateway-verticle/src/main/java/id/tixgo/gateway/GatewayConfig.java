package id.tixgo.gateway;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.auth.TokenConfig;
import id.tixgo.common.config.Env;
import id.tixgo.common.config.HttpConfig;
import id.tixgo.common.service.Service.Address;
import id.tixgo.common.service.ServiceDescriptor;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/**
 * What Gateway is told by its environment, and by the descriptors of the services: these are on its
 * class path wherever the services themselves run.
 *
 * @param explorer whether the GraphQL schema may be asked for, and GraphiQL is there
 */
public record GatewayConfig(
    Address address,
    List<ShownService> services,
    boolean explorer,
    TokenConfig tokens,
    HttpConfig http) {
  public GatewayConfig {
    requireNonNull(address);
    services = List.copyOf(services);
    requireNonNull(tokens);
    requireNonNull(http);
  }

  public static GatewayConfig from(Env env) {
    return new GatewayConfig(
        Address.external(env, "gateway", 8090),
        descriptors().flatMap(service -> shown(service, env)).toList(),
        env.flag("GRAPHQL_EXPLORER", false),
        TokenConfig.from(env),
        HttpConfig.from(env));
  }

  static Stream<ServiceDescriptor> descriptors() {
    return ServiceLoader.load(ServiceDescriptor.class).stream().map(ServiceLoader.Provider::get);
  }

  private static Stream<ShownService> shown(ServiceDescriptor service, Env env) {
    return service.exposure().map(e -> ShownService.of(service.name(), e, env)).stream();
  }
}
