package id.tixgo.launcher.doctor;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import id.tixgo.common.service.Service.Address;
import id.tixgo.common.service.ServiceDescriptor;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Whether a start can read its settings; what it would refuse has its sentence. */
record SettingsCheck(Installation installation) implements Check {
  SettingsCheck {
    requireNonNull(installation);
  }

  @Override
  public String subject() {
    return "The settings";
  }

  @Override
  public List<Finding> look() {
    List<Finding> bad =
        Stream.concat(installation.refusals().stream(), sharedPorts()).map(Finding::fail).toList();
    return bad.isEmpty() ? List.of(Finding.ok(all())) : bad;
  }

  private String all() {
    return installation.services().stream()
        .map(ServiceDescriptor::name)
        .collect(joining(", ", "The settings can be read: ", "."));
  }

  private Stream<String> sharedPorts() {
    Map<Integer, List<Address>> portToAddresses =
        installation.addresses().stream()
            .filter(address -> address.port() > 0)
            .collect(groupingBy(Address::port, TreeMap::new, toList()));
    return portToAddresses.entrySet().stream()
        .filter(entry -> entry.getValue().size() > 1)
        .map(entry -> sharing(entry.getKey(), entry.getValue()));
  }

  private static String sharing(int port, List<Address> addresses) {
    return addresses.stream()
        .map(Address::portVariable)
        .collect(joining(" and ", "", " are the same, " + port + ": give each a port of its own."));
  }
}
