package id.tixgo.common.service;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;

/** The services on the class path, as their modules describe them, in the order of their start. */
public final class ServiceDescriptors {
  private static final List<ServiceDescriptor> ALL = inOrder();

  private ServiceDescriptors() {}

  public static List<ServiceDescriptor> all() {
    return ALL;
  }

  public static List<String> names() {
    return ALL.stream().map(ServiceDescriptor::name).toList();
  }

  /** What any service may hear on the bus. */
  public static List<Class<? extends Record>> busRecords() {
    List<Class<? extends Record>> records = new ArrayList<>();
    ALL.forEach(service -> records.addAll(service.busRecords()));
    return records;
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
