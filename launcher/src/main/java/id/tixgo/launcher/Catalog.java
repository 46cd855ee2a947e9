package id.tixgo.launcher;

import id.tixgo.attendance.AttendanceConfig;
import id.tixgo.attendance.AttendanceService;
import id.tixgo.common.config.ConfigException;
import id.tixgo.common.config.Env;
import id.tixgo.common.launch.Service;
import id.tixgo.event.EventConfig;
import id.tixgo.event.EventService;
import id.tixgo.identity.IdentityConfig;
import id.tixgo.identity.IdentityService;
import id.tixgo.portal.PortalConfig;
import id.tixgo.portal.PortalService;
import java.time.Clock;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;

/** The services of the house, by name. A new service is one more line here. */
final class Catalog {
  static final String ALL = "all";

  private static final Map<String, BiFunction<Env, Clock, Service>> NAME_TO_SERVICE =
      new LinkedHashMap<>();

  static {
    NAME_TO_SERVICE.put("identity", (e, c) -> new IdentityService(IdentityConfig.from(e), c));
    NAME_TO_SERVICE.put("event", (e, c) -> new EventService(EventConfig.from(e), c));
    NAME_TO_SERVICE.put("attendance", (e, c) -> new AttendanceService(AttendanceConfig.from(e), c));
    NAME_TO_SERVICE.put("portal", (e, c) -> new PortalService(PortalConfig.from(e), c));
  }

  private Catalog() {}

  static Set<String> names() {
    return Collections.unmodifiableSet(NAME_TO_SERVICE.keySet());
  }

  /** The services to start, those that others need first. */
  static List<Service> of(String name, Env env) {
    return of(name, env, Clock.systemUTC());
  }

  static List<Service> of(String name, Env env, Clock clock) {
    if (!name.equals(ALL) && !NAME_TO_SERVICE.containsKey(name)) {
      throw new ConfigException(
          "Say which service to start: "
              + String.join(", ", NAME_TO_SERVICE.keySet())
              + " or all.");
    }
    return NAME_TO_SERVICE.entrySet().stream()
        .filter(entry -> name.equals(ALL) || name.equals(entry.getKey()))
        .map(entry -> entry.getValue().apply(env, clock))
        .toList();
  }
}
