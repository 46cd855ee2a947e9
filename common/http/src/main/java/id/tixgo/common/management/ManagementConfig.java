package id.tixgo.common.management;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.config.Env;
import id.tixgo.common.service.Service.Address;
import java.util.Optional;

/**
 * Where a JVM shows metrics and health to its operator.
 *
 * @param address empty when it shows none
 * @param wanted whether the operator named the port: then it must be free
 */
public record ManagementConfig(Optional<Address> address, boolean wanted) {
  static final String SERVICE = "management";
  private static final String PORT = "MANAGEMENT_PORT";
  private static final int DEFAULT_PORT = 9090;
  private static final String OFF = "off";

  public ManagementConfig {
    requireNonNull(address);
  }

  public static ManagementConfig from(Env env) {
    boolean off = env.text(PORT, "").equals(OFF);
    return new ManagementConfig(
        off
            ? Optional.empty()
            : Optional.of(Address.internal(env, SERVICE, DEFAULT_PORT)).filter(a -> a.port() > 0),
        env.text(PORT).isPresent());
  }
}
