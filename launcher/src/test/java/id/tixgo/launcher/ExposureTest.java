package id.tixgo.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tixgo.common.config.Env;
import id.tixgo.common.service.Exposure;
import id.tixgo.common.service.ServiceDescriptor;
import id.tixgo.common.service.ServiceDescriptors;
import java.time.Clock;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What Gateway shows of the services, held against the services. */
class ExposureTest {
  private static final Env NOTHING_SET =
      new Env(Map.of("JWT_SECRET", "0123456789abcdef0123456789abcdef"));

  @Test
  void portsShouldBeThoseOfTheServices() {
    for (ServiceDescriptor service : ServiceDescriptors.all()) {
      int port = service.service(NOTHING_SET, Clock.systemUTC()).address().port();
      service.exposure().ifPresent(shown -> assertEquals(port, shown.port(), service.name()));
    }
  }

  @Test
  void pathsShouldBeShownByOneServiceAndNeverBeInternal() {
    Set<String> known = new HashSet<>();
    ServiceDescriptors.all().stream()
        .flatMap(service -> service.exposure().stream())
        .map(Exposure::paths)
        .forEach(
            paths ->
                paths.forEach(
                    path -> {
                      assertTrue(path.matches("(/[a-z-]+)+"), path);
                      assertTrue(!path.startsWith("/internal") && known.add(path), path);
                    }));
  }
}
