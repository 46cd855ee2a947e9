package id.tixgo.launcher;

import id.tixgo.common.service.ServiceDescriptors;
import id.tixgo.common.test.FreePort;
import id.tixgo.common.test.RunningSystem;
import id.tixgo.simulator.Simulator;
import id.tixgo.simulator.SimulatorConfig;
import io.vertx.core.Vertx;
import java.util.HashMap;
import java.util.Map;

/** A simulated Midtrans, and all services, of which Payment takes money there. */
final class PortalSimulator implements AutoCloseable {
  private final Vertx vertx = Vertx.vertx();
  private final String paymentPort = FreePort.next();
  final Simulator simulator =
      RunningSystem.await(
          Simulator.start(
              vertx,
              SimulatorConfig.forTests("http://127.0.0.1:" + paymentPort + "/webhooks/payment")));

  /**
   * @param gateways {@code PAYMENT_GATEWAYS}
   * @param more other settings
   */
  RunningSystem services(String gateways, Map<String, String> more) {
    Map<String, String> settings = new HashMap<>(more);
    settings.put("PAYMENT_PORT", paymentPort);
    settings.put("PAYMENT_GATEWAYS", gateways);
    settings.put("MIDTRANS_SERVER_KEY", "SB-Mid-server-TixGoSimulator");
    settings.put("MIDTRANS_SNAP_URL", simulator.baseUrl());
    settings.put("MIDTRANS_API_URL", simulator.baseUrl());
    return new RunningSystem(ServiceDescriptors.names(), settings);
  }

  @Override
  public void close() {
    RunningSystem.await(simulator.close());
    RunningSystem.await(vertx.close());
  }
}
