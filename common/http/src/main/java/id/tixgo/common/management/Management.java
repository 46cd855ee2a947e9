package id.tixgo.common.management;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.config.Env;
import id.tixgo.common.metrics.JvmMeters;
import id.tixgo.common.metrics.Meters;
import id.tixgo.common.service.Service;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Metrics and health of all services of one JVM, on a port of their own for who runs them: {@code
 * /metrics}, {@code /health}, {@code /health/ready}. Deployed before the services.
 */
public final class Management implements Service {
  private static final Logger LOG = LoggerFactory.getLogger(Management.class);

  private final Address address;
  private final boolean wanted;
  private final List<String> services;

  private Management(Address address, boolean wanted, List<String> services) {
    this.address = requireNonNull(address);
    this.wanted = wanted;
    this.services = List.copyOf(services);
  }

  /** Of the named services; empty when the settings want none. */
  public static Optional<Management> of(Env env, List<String> services) {
    ManagementConfig config = ManagementConfig.from(env);
    return config.address().map(at -> new Management(at, config.wanted(), services));
  }

  @Override
  public Address address() {
    return address;
  }

  @Override
  public Future<String> deploy(Vertx vertx, int cores) {
    Meters meters = Meters.install(vertx);
    JvmMeters.bind(meters);
    return watch(vertx, meters, cores).compose(id -> listen(vertx, meters).map(id));
  }

  /** Verticles take event loops in turn, so that each has one. */
  private static Future<String> watch(Vertx vertx, Meters meters, int loops) {
    LongConsumer lag =
        meters.timer("tixgo.event.loop.lag", "How late an event loop is with what is due");
    return vertx.deployVerticle(
        () -> new EventLoopLag(lag), new DeploymentOptions().setInstances(loops));
  }

  private Future<?> listen(Vertx vertx, Meters meters) {
    return vertx
        .deployVerticle(new ManagementVerticle(address, meters, services))
        .onSuccess(id -> LOG.info("metrics are at {}:{}/metrics", address.host(), address.port()))
        .<Object>map(id -> id)
        .recover(this::withoutPort);
  }

  /** Several JVMs on one machine have one default: whoever comes first has it. */
  private Future<Object> withoutPort(Throwable failure) {
    if (wanted || !Address.isTaken(failure)) {
      return Future.failedFuture(failure);
    }
    LOG.warn(
        "{}: port {} on {} is in use by another program; no metrics are shown",
        address.portVariable(),
        address.port(),
        address.host());
    return Future.succeededFuture(failure);
  }

  @Override
  public Future<Void> close() {
    return Future.succeededFuture();
  }
}
