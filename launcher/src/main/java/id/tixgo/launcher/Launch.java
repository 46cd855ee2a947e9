package id.tixgo.launcher;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.config.ConfigException;
import id.tixgo.common.config.Env;
import id.tixgo.common.management.Management;
import id.tixgo.common.service.Service;
import id.tixgo.launcher.archive.BackupPlan;
import id.tixgo.launcher.archive.ScheduledBackups;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Services on their way up, running, and down again. */
public final class Launch {
  private static final Logger LOG = LoggerFactory.getLogger(Launch.class);

  private final Optional<Management> management;
  private final List<Service> services;
  private final Optional<ScheduledBackups> backups;
  private final VertxFactory runtimes;
  private final int cores = Runtime.getRuntime().availableProcessors();
  private final Deque<String> deployments = new ConcurrentLinkedDeque<>();
  private volatile Optional<Service> starting = Optional.empty();
  private volatile boolean stopping;

  private Launch(
      Optional<Management> management,
      List<Service> services,
      Optional<ScheduledBackups> backups,
      VertxFactory runtimes) {
    this.management = requireNonNull(management);
    this.services = List.copyOf(services);
    this.backups = requireNonNull(backups);
    this.runtimes = requireNonNull(runtimes);
  }

  /** Reads the settings of the named services; throws {@link ConfigException}. */
  public static Launch of(List<String> names, Env env) {
    List<Service> services = ServiceRegistry.of(names, env, Clock.systemUTC());
    List<String> chosen = services.stream().map(Service::name).toList();
    return new Launch(
        Management.of(env, chosen), services, backups(chosen, env), VertxFactory.from(env));
  }

  /** Made where the stores are: a process that keeps nothing may not even see them. */
  private static Optional<ScheduledBackups> backups(List<String> services, Env env) {
    boolean keeps = ServiceRegistry.stored().stream().anyMatch(s -> services.contains(s.name()));
    return BackupPlan.from(env)
        .filter(plan -> keeps)
        .map(plan -> new ScheduledBackups(plan, Clock.systemUTC()));
  }

  /** Where its services will listen, and metrics are shown. */
  public List<Service.Address> addresses() {
    return inOrder().stream().flatMap(service -> service.addresses().stream()).toList();
  }

  /** Completes when every service listens. Can be stopped from the beginning. */
  public Future<Vertx> start() {
    Future<Vertx> running = runtimes.vertx(cores);
    Runtime.getRuntime().addShutdownHook(new Shutdown(this, running));
    return running
        .compose(vertx -> deploy(vertx).map(vertx))
        .onSuccess(vertx -> backups.ifPresent(made -> made.start(vertx)))
        .onSuccess(vertx -> Banner.print(vertx, services, cores));
  }

  /** Undeploys last to first, so that each can still ask those it needs while it drains. */
  Future<Void> undeploy(Vertx vertx) {
    stopping = true;
    backups.ifPresent(ScheduledBackups::close);
    Future<Void> undeployed = Future.succeededFuture();
    for (String id : deployments) {
      undeployed = undeployed.eventually(() -> vertx.undeploy(id));
    }
    return undeployed;
  }

  /** Closes the stores, after all requests have ended. */
  Future<Void> close() {
    Future<Void> closed = Future.succeededFuture();
    for (Service service : services) {
      closed = closed.eventually(service::close);
    }
    return closed.onComplete(done -> LOG.info("stopped"));
  }

  /** Whether a start that fails now was meant to. */
  boolean isStopping() {
    return stopping;
  }

  /** A failed start in one sentence. */
  String sentence(Throwable failure) {
    if (Service.Address.isTaken(failure) && starting.isPresent()) {
      return starting.get().address().taken();
    }
    if (failure instanceof ConfigException) {
      return failure.getMessage();
    }
    return starting.map(Service::name).orElse("cluster") + " could not start: " + failure;
  }

  private Future<Void> deploy(Vertx vertx) {
    Future<Void> deployed = Future.succeededFuture();
    for (Service service : inOrder()) {
      deployed = deployed.compose(before -> deploy(vertx, service));
    }
    return deployed;
  }

  private List<Service> inOrder() {
    return Stream.<Service>concat(management.stream(), services.stream()).toList();
  }

  private Future<Void> deploy(Vertx vertx, Service service) {
    starting = Optional.of(service);
    return service.deploy(vertx, cores).onSuccess(deployments::addFirst).mapEmpty();
  }
}
