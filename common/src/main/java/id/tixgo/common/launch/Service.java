package id.tixgo.common.launch;

import io.vertx.core.Future;
import io.vertx.core.Vertx;

/** One of the house's services, ready to be started in any JVM. */
public interface Service {
  /** The name on the command line, of its contract and of its module. */
  String name();

  Address address();

  /**
   * Deploys its verticles, one a core, then fills its store; completes with the deployment when all
   * of them listen and can answer.
   */
  Future<String> deploy(Vertx vertx, int cores);

  /** Closes its store, after its verticles are gone. */
  Future<Void> close();

  /**
   * Where a service listens.
   *
   * @param portVariable the setting that moves it
   */
  record Address(String portVariable, String host, int port) {}
}
