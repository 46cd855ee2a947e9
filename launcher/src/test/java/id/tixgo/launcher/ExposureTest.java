package id.tixgo.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tixgo.common.config.Env;
import id.tixgo.common.service.Exposure;
import id.tixgo.common.service.ServiceDescriptor;
import id.tixgo.common.service.ServiceDescriptors;
import id.tixgo.portal.PortalVerticle;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What gateways show of the services, held against the services. */
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

  @Test
  void everyCallForProgramsShouldBeShown() throws IOException {
    List<String> shown =
        ServiceDescriptors.all().stream()
            .flatMap(service -> service.exposure().stream())
            .flatMap(exposure -> exposure.paths().stream())
            .toList();
    for (ServiceDescriptor service : ServiceDescriptors.all()) {
      if (service.exposure().isPresent()) {
        String below = service.exposure().orElseThrow().below();
        assertEquals(List.of(), hidden(service.name(), below, shown), service.name());
      }
    }
  }

  @Test
  void portalShouldShowNothingThatGatewayDoesNot() {
    assertTrue(paths("event").containsAll(PortalVerticle.EVENT_PATHS));
    assertTrue(paths("ticketing").containsAll(PortalVerticle.TICKETING_PATHS));
    assertTrue(paths("payment").containsAll(PortalVerticle.PAYMENT_PATHS));
    assertTrue(paths("notification").containsAll(PortalVerticle.NOTIFICATION_PATHS));
    PortalVerticle.WALLET_PATHS.forEach(
        path -> assertTrue(paths("wallet").contains("/wallet" + path), path));
    PortalVerticle.REPORT_PATHS.forEach(
        path ->
            assertTrue(
                paths("report").stream().anyMatch(begin -> isBelow("/report" + path, begin)),
                path));
  }

  private static List<String> paths(String service) {
    return ServiceDescriptors.all().stream()
        .filter(one -> one.name().equals(service))
        .flatMap(one -> one.exposure().stream())
        .flatMap(exposure -> exposure.paths().stream())
        .toList();
  }

  private static List<String> hidden(String service, String below, List<String> shown)
      throws IOException {
    try (InputStream contract =
        ExposureTest.class.getResourceAsStream("/openapi/" + service + ".json")) {
      return new JsonObject(Buffer.buffer(contract.readAllBytes()))
          .getJsonObject("paths").fieldNames().stream()
              .filter(path -> !path.equals("/") && !path.startsWith("/internal"))
              .filter(path -> shown.stream().noneMatch(begin -> isBelow(below + path, begin)))
              .toList();
    }
  }

  private static boolean isBelow(String path, String begin) {
    return path.equals(begin) || path.startsWith(begin + "/") || path.startsWith(begin + ".");
  }
}
