package id.tixgo.common.launch;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.openapi.contract.OpenAPIContract;

/** One of the house's services, ready to be started in any JVM. */
public interface Service {
  /** The name on the command line, of its contract and of its module. */
  String name();

  Address address();

  /** Deploys its verticles; completes when all of them listen. */
  Future<?> deploy(Vertx vertx, int instances);

  /**
   * Where a service listens.
   *
   * @param portVariable the setting that moves it
   */
  record Address(String portVariable, String host, int port) {}

  /** A service's contract, read from {@code openapi/<name>.json} on the class path. */
  static Future<OpenAPIContract> contract(Vertx vertx, String name) {
    return OpenAPIContract.from(vertx, "openapi/" + name + ".json");
  }
}
