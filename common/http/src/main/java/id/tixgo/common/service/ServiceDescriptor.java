package id.tixgo.common.service;

import id.tixgo.common.config.ConfigException;
import id.tixgo.common.config.Env;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the launcher, the archives and the tests know of a service. Each service's module has one,
 * found by {@link java.util.ServiceLoader}.
 */
public interface ServiceDescriptor {
  /** The name on the command line, of its contract, container and store; lower-case letters. */
  String name();

  /** The services that start before it, when they run in the same JVM: whose feeds it follows. */
  Set<String> startsAfter();

  /** Reads its settings; throws {@link ConfigException}. */
  Service service(Env env, Clock clock);

  /** What Gateway shows of it; nothing unless it says so. */
  default Optional<Exposure> exposure() {
    return Optional.empty();
  }

  /** The records that it publishes on the bus. */
  default List<Class<? extends Record>> busRecords() {
    return List.of();
  }

  /** Requests of a usual day, in order: their classes are loaded ahead of a real start. */
  default List<SampleRequest> samples() {
    return List.of();
  }
}
