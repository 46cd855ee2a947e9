package id.tixgo.launcher.process;

import id.tixgo.common.test.RunningSystem;
import id.tixgo.simulator.Simulator;
import id.tixgo.simulator.SimulatorConfig;
import io.vertx.core.Vertx;
import java.util.Map;

/** A payment gateway without money, which tells Payment at its port. */
final class SimulatedGateway implements AutoCloseable {
  private final Vertx vertx = Vertx.vertx();
  private final Simulator simulator;

  SimulatedGateway(String paymentPort) {
    String webhook = "http://127.0.0.1:" + paymentPort + "/webhooks/payment";
    simulator = RunningSystem.await(Simulator.start(vertx, SimulatorConfig.forTests(webhook)));
  }

  String baseUrl() {
    return simulator.baseUrl();
  }

  /** By which Payment finds it. */
  Map<String, String> settings() {
    return Map.of(
        "PAYMENT_GATEWAYS",
        "midtrans,manual",
        "MIDTRANS_SERVER_KEY",
        "SB-Mid-server-TixGoSimulator",
        "MIDTRANS_SNAP_URL",
        baseUrl(),
        "MIDTRANS_API_URL",
        baseUrl());
  }

  @Override
  public void close() {
    RunningSystem.await(simulator.close());
    RunningSystem.await(vertx.close());
  }
}
