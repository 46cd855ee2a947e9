package id.tixgo.simulator;

import id.tixgo.common.config.ConfigException;
import id.tixgo.common.config.Env;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The simulator as a process; its settings are environment variables. */
public final class SimulatorMain {
  private static final Logger LOG = LoggerFactory.getLogger("tixgo-simulator");
  private static final int BAD_SETTING = 2;

  private SimulatorMain() {}

  public static void main(String[] arguments) {
    try {
      SimulatorConfig config = SimulatorConfig.from(new Env(System.getenv()), Clock.systemUTC());
      Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1).setWorkerPoolSize(1));
      Simulator.start(vertx, config)
          .onSuccess(simulator -> welcome(simulator, config))
          .onFailure(failure -> exit("can't listen: " + failure.getMessage()));
    } catch (ConfigException e) {
      exit(e.getMessage());
    }
  }

  private static void welcome(Simulator simulator, SimulatorConfig config) {
    LOG.info(
        "simulates Midtrans, Xendit and Digiflazz at {}, tells {} and {}; takes mails at port {}; nothing"
            + " leaves",
        simulator.baseUrl(),
        config.webhookUrl(),
        config.digiflazz().webhookUrl(),
        simulator.smtpPort());
  }

  /** One sentence, no stack trace. */
  private static void exit(String sentence) {
    System.err.println("tixgo-simulator: " + sentence);
    Runtime.getRuntime().halt(BAD_SETTING);
  }
}
