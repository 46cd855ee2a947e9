package id.tixgo.launcher.doctor;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.config.ConfigException;
import id.tixgo.common.config.Env;
import id.tixgo.common.config.TlsConfig;
import id.tixgo.common.service.Service.Address;
import id.tixgo.common.service.ServiceDescriptor;
import id.tixgo.common.service.ServiceDescriptors;
import id.tixgo.launcher.Launch;
import id.tixgo.launcher.LogConfig;
import id.tixgo.launcher.ServiceRegistry;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What would be started, read from its settings as a start reads them.
 *
 * @param services those that are looked at, in the order of their start
 * @param addresses where those of them listen whose settings can be read, and metrics are shown
 * @param refusals the sentences with which a start would end
 */
record Installation(
    Env env, List<ServiceDescriptor> services, List<Address> addresses, List<String> refusals) {
  Installation {
    requireNonNull(env);
    services = List.copyOf(services);
    addresses = List.copyOf(addresses);
    refusals = List.copyOf(refusals);
  }

  /** Throws {@link ConfigException} when there is no service of one of the names. */
  static Installation of(List<String> names, Env env) {
    Set<String> refusals = new LinkedHashSet<>();
    Set<Address> addresses = new LinkedHashSet<>();
    List<ServiceDescriptor> services = services(names, env, refusals);
    read(() -> LogConfig.from(env), refusals);
    for (ServiceDescriptor service : services) {
      List<String> alone = List.of(service.name());
      read(() -> addresses.addAll(Launch.of(alone, env).addresses()), refusals);
    }
    return new Installation(env, services, List.copyOf(addresses), List.copyOf(refusals));
  }

  /** When it is the setting that names no service, it is of those that can't be read. */
  private static List<ServiceDescriptor> services(
      List<String> names, Env env, Set<String> refusals) {
    try {
      return ServiceRegistry.chosen(names, env);
    } catch (ConfigException e) {
      if (!names.equals(List.of(ServiceRegistry.ALL))) {
        throw e;
      }
      refusals.add(e.getMessage());
      return ServiceDescriptors.all();
    }
  }

  private static void read(Runnable reading, Set<String> refusals) {
    try {
      reading.run();
    } catch (ConfigException e) {
      refusals.add(e.getMessage());
    }
  }

  /** How public ports speak HTTPS; empty where they don't, or the settings can't be read. */
  Optional<TlsConfig> tls() {
    try {
      return TlsConfig.from(env);
    } catch (ConfigException e) {
      return Optional.empty();
    }
  }

  boolean has(String service) {
    return services.stream().anyMatch(one -> one.name().equals(service));
  }
}
