package id.tixgo.launcher.doctor;

import id.tixgo.common.config.ConfigException;
import id.tixgo.common.management.ManagementConfig;
import id.tixgo.common.service.Exposure;
import id.tixgo.common.service.Service.Address;
import id.tixgo.common.service.ServiceDescriptor;
import id.tixgo.common.service.ServiceDescriptors;
import id.tixgo.common.store.StoreConfig;
import id.tixgo.common.store.StoredServiceDescriptor;
import id.tixgo.launcher.archive.BackupPlan;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What there is to be looked at. */
final class Checks {
  private Checks() {}

  static List<Check> of(Installation installation) {
    List<Check> checks = new ArrayList<>();
    checks.add(VersionCheck.ofThisJvm());
    checks.add(ClassArchiveCheck.ofThisJvm());
    checks.add(new SettingsCheck(installation));
    checks.add(new SecretsCheck(installation.env()));
    installation.tls().map(CertificateCheck::new).ifPresent(checks::add);
    checks.add(new MemoryCheck(installation, runs(installation)));
    checks.addAll(disk(installation));
    installation.addresses().forEach(address -> checks.add(port(installation, address)));
    ServiceDescriptors.all().forEach(s -> neighbour(installation, s).ifPresent(checks::add));
    return checks;
  }

  /** Asked before any port is tried, which would look the same for a moment. */
  private static boolean runs(Installation installation) {
    return installation.addresses().stream().anyMatch(Probe.patient(installation.tls())::finds);
  }

  /** Where nothing is kept, or the settings don't say where, there is no disk to look at. */
  private static List<Check> disk(Installation installation) {
    if (installation.services().stream().noneMatch(StoredServiceDescriptor.class::isInstance)) {
      return List.of();
    }
    try {
      StoreConfig config = StoreConfig.from(installation.env());
      return config.directory().map(path -> disk(installation, path, config)).orElse(List.of());
    } catch (ConfigException e) {
      return List.of();
    }
  }

  private static List<Check> disk(Installation installation, Path path, StoreConfig config) {
    DataDirectory directory = new DataDirectory(path);
    return List.of(
        new FolderCheck(directory),
        new SpaceCheck(directory),
        new SyncCheck(directory, config.synced()),
        new BackupCheck(BackupPlan.from(installation.env()), Clock.systemUTC()));
  }

  /** Metrics are done without where their port is taken, unless it was named. */
  private static Check port(Installation installation, Address address) {
    boolean service = installation.has(address.service());
    boolean needed = service || ManagementConfig.from(installation.env()).wanted();
    return new PortCheck(address, needed, Probe.patient(installation.tls()));
  }

  /** What is neither here nor named isn't missed: a door does without what sells. */
  private static Optional<Check> neighbour(Installation installation, ServiceDescriptor service) {
    String name = service.name();
    String variable = name.toUpperCase(Locale.ROOT) + "_BASE_URL";
    if (service.exposure().isEmpty() || installation.env().text(variable).isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(neighbour(installation, service.exposure().get(), name));
  }

  private static Check neighbour(Installation installation, Exposure exposure, String name) {
    return new NeighbourCheck(
        name, () -> exposure.base(installation.env(), name), Probe.patient(installation.tls()));
  }
}
