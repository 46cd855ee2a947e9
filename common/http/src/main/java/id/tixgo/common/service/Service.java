package id.tixgo.common.service;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.config.Env;
import id.tixgo.common.config.TlsConfig;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.net.BindException;
import java.util.List;
import java.util.Locale;

/** One of the house's services with its settings, ready to be started in any JVM. */
public interface Service {
  Address address();

  /** All addresses that it listens at, the first among them. */
  default List<Address> addresses() {
    return List.of(address());
  }

  default String name() {
    return address().service();
  }

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
   * @param external whether others than services reach it
   * @param secured whether it speaks HTTPS there
   */
  record Address(
      String service,
      String portVariable,
      String host,
      int port,
      boolean external,
      boolean secured) {
    public Address {
      requireNonNull(service);
      requireNonNull(portVariable);
      requireNonNull(host);
    }

    /** Of a service that is reached from outside. */
    public static Address external(Env env, String service, int defaultPort) {
      boolean secured = env.text(TlsConfig.CERTIFICATE).isPresent();
      String host = env.text("BIND_HOST", "0.0.0.0");
      return of(env, service, portVariable(service), host, defaultPort, true, secured);
    }

    /** Of a service that only other services reach. */
    public static Address internal(Env env, String service, int defaultPort) {
      return internal(env, service, portVariable(service), defaultPort);
    }

    /** The same of another of its addresses, which a setting of its own moves. */
    public static Address internal(Env env, String service, String portVariable, int defaultPort) {
      String host = env.text("INTERNAL_HOST", "127.0.0.1");
      return of(env, service, portVariable, host, defaultPort, false, false);
    }

    private static Address of(
        Env env,
        String service,
        String portVariable,
        String host,
        int defaultPort,
        boolean external,
        boolean secured) {
      int port = env.number(portVariable, defaultPort, 0, 65_535);
      return new Address(service, portVariable, host, port, external, secured);
    }

    /** That another program listens there, in a sentence. */
    public String taken() {
      return portVariable + ": port " + port + " on " + host + " is in use by another program.";
    }

    /** Whether a failure to listen means that another program does, on any transport. */
    public static boolean isTaken(Throwable failure) {
      return failure instanceof BindException
          || String.valueOf(failure.getMessage()).contains("Address already in use");
    }

    private static String portVariable(String service) {
      return service.toUpperCase(Locale.ROOT) + "_PORT";
    }
  }
}
