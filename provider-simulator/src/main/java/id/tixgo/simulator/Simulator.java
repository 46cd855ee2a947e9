package id.tixgo.simulator;

import static java.util.Objects.requireNonNull;

import io.vertx.core.Future;
import io.vertx.core.Vertx;

/** The gateways, running: {@code Simulator.start(vertx, config)}. */
public final class Simulator {
  private final Vertx vertx;
  private final String deployment;
  private final String baseUrl;
  private final int smtpPort;

  private Simulator(Vertx vertx, String deployment, String baseUrl, int smtpPort) {
    this.vertx = requireNonNull(vertx);
    this.deployment = requireNonNull(deployment);
    this.baseUrl = requireNonNull(baseUrl);
    this.smtpPort = smtpPort;
  }

  /** Completes once it listens; everything runs on one event loop. */
  public static Future<Simulator> start(Vertx vertx, SimulatorConfig config) {
    SimulatorVerticle verticle = new SimulatorVerticle(config);
    return vertx
        .deployVerticle(verticle)
        .map(
            id ->
                new Simulator(
                    vertx,
                    id,
                    "http://" + config.host() + ":" + verticle.port(),
                    verticle.smtpPort()));
  }

  /** The address of all: Snap, Core, Xendit, the pay pages and {@code /_sim}. */
  public String baseUrl() {
    return baseUrl;
  }

  /** Where it takes mails. */
  public int smtpPort() {
    return smtpPort;
  }

  public Future<Void> close() {
    return vertx.undeploy(deployment);
  }
}
