package id.tixgo.launcher;

import id.tixgo.common.config.ConfigException;
import id.tixgo.common.config.Env;
import id.tixgo.common.service.Service;
import id.tixgo.common.service.ServiceDescriptor;
import id.tixgo.common.store.StoredServiceDescriptor;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;

/** The services of the house, as their modules describe them, in the order in which they start. */
public final class ServiceRegistry {
  /** All services, or those that {@code SERVICES} names. */
  static final String ALL = "all";

  private static final List<ServiceDescriptor> DESCRIPTORS = inOrder();

  private ServiceRegistry() {}

  public static List<ServiceDescriptor> all() {
    return DESCRIPTORS;
  }

  /** Those that keep something, in the same order. */
  public static List<StoredServiceDescriptor> stored() {
    return DESCRIPTORS.stream()
        .filter(StoredServiceDescriptor.class::isInstance)
        .map(StoredServiceDescriptor.class::cast)
        .toList();
  }

  static List<String> names() {
    return DESCRIPTORS.stream().map(ServiceDescriptor::name).toList();
  }

  /** What any service may hear on the bus. */
  public static List<Class<? extends Record>> busRecords() {
    List<Class<? extends Record>> records = new ArrayList<>();
    DESCRIPTORS.forEach(service -> records.addAll(service.busRecords()));
    return records;
  }

  /** The services of these names with their settings; throws {@link ConfigException}. */
  static List<Service> of(List<String> names, Env env, Clock clock) {
    Set<String> chosen = names.equals(List.of(ALL)) ? fromSettings(env) : known("", names);
    return DESCRIPTORS.stream()
        .filter(service -> chosen.contains(service.name()))
        .map(service -> service.service(env, clock))
        .toList();
  }

  private static Set<String> fromSettings(Env env) {
    return known("SERVICES: ", env.list("SERVICES", String.join(",", names())));
  }

  private static Set<String> known(String where, List<String> names) {
    if (names.isEmpty() || !names().containsAll(names)) {
      throw new ConfigException(
          where + "Say which services to start: " + String.join(", ", names()) + " or all.");
    }
    return new LinkedHashSet<>(names);
  }

  private static List<ServiceDescriptor> inOrder() {
    List<ServiceDescriptor> waiting =
        new ArrayList<>(
            ServiceLoader.load(ServiceDescriptor.class).stream()
                .map(ServiceLoader.Provider::get)
                .sorted(Comparator.comparing(ServiceDescriptor::name))
                .toList());
    List<ServiceDescriptor> ordered = new ArrayList<>();
    while (!waiting.isEmpty()) {
      ordered.add(next(waiting));
    }
    return List.copyOf(ordered);
  }

  private static ServiceDescriptor next(List<ServiceDescriptor> waiting) {
    Set<String> names = new LinkedHashSet<>();
    waiting.forEach(service -> names.add(service.name()));
    ServiceDescriptor next =
        waiting.stream()
            .filter(service -> service.startsAfter().stream().noneMatch(names::contains))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("a circle of services: " + names));
    waiting.remove(next);
    return next;
  }
}
