package id.tixgo.launcher;

import id.tixgo.common.config.ConfigException;
import id.tixgo.common.config.Env;
import id.tixgo.common.service.Service;
import id.tixgo.common.service.ServiceDescriptor;
import id.tixgo.common.service.ServiceDescriptors;
import id.tixgo.common.store.StoredServiceDescriptor;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Chooses among the services of the house. */
public final class ServiceRegistry {
  /** All services, or those that {@code SERVICES} names. */
  public static final String ALL = "all";

  private ServiceRegistry() {}

  /** Those that keep something, in the order of their start. */
  public static List<StoredServiceDescriptor> stored() {
    return ServiceDescriptors.all().stream()
        .filter(StoredServiceDescriptor.class::isInstance)
        .map(StoredServiceDescriptor.class::cast)
        .toList();
  }

  /** The services of these names with their settings; throws {@link ConfigException}. */
  static List<Service> of(List<String> names, Env env, Clock clock) {
    return chosen(names, env).stream().map(service -> service.service(env, clock)).toList();
  }

  /** Those of these names, in the order of their start; throws {@link ConfigException}. */
  public static List<ServiceDescriptor> chosen(List<String> names, Env env) {
    Set<String> chosen = names.equals(List.of(ALL)) ? fromSettings(env) : known("", names);
    return ServiceDescriptors.all().stream()
        .filter(service -> chosen.contains(service.name()))
        .toList();
  }

  private static Set<String> fromSettings(Env env) {
    String all = String.join(",", ServiceDescriptors.names());
    return known("SERVICES: ", env.list("SERVICES", all));
  }

  private static Set<String> known(String where, List<String> names) {
    List<String> all = ServiceDescriptors.names();
    if (names.isEmpty() || !all.containsAll(names)) {
      throw new ConfigException(
          where + "Say which services to start: " + String.join(", ", all) + " or all.");
    }
    return new LinkedHashSet<>(names);
  }
}
