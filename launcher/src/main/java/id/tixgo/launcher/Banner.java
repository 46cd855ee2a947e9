package id.tixgo.launcher;

import id.tixgo.common.service.Service;
import io.vertx.core.Vertx;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is said once at start: enough to judge a benchmark by, and where things are. */
final class Banner {
  private static final Logger LOG = LoggerFactory.getLogger("tixgo");

  private Banner() {}

  static void print(Vertx vertx, List<Service> services, int cores) {
    LOG.info(
        "Java {}, Vert.x {}, transport {}, {} event loops, {}, flags {}",
        Runtime.version(),
        Vertx.class.getPackage().getImplementationVersion(),
        vertx.isNativeTransportEnabled() ? "native" : "NIO",
        cores,
        vertx.isClustered() ? "clustered" : "not clustered",
        ManagementFactory.getRuntimeMXBean().getInputArguments());
    services.forEach(
        s -> LOG.info("{} listens on {}:{}", s.name(), s.address().host(), s.address().port()));
    LOG.info("started in {} ms", ManagementFactory.getRuntimeMXBean().getUptime());
  }
}
