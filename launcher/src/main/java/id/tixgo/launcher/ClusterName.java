package id.tixgo.launcher;

import id.tixgo.common.config.ConfigException;
import id.tixgo.common.config.Env;
import id.tixgo.common.config.ServiceToken;

/**
 * What a cluster is called, which is how its members know each other: who doesn't say it isn't let
 * in. It follows from {@code CLUSTER_SECRET} and doesn't tell that.
 */
public final class ClusterName {
  private static final String VARIABLE = "CLUSTER_SECRET";
  private static final int SHORTEST = 32;

  private ClusterName() {}

  /**
   * Where no secret is set it follows from {@code SERVICE_TOKEN}, which all services have alike.
   */
  public static String from(Env env) {
    ServiceToken secret =
        env.text(VARIABLE).map(ClusterName::checked).orElseGet(() -> ServiceToken.from(env));
    return "tixgo-" + secret.sign("cluster name", new byte[0]);
  }

  private static ServiceToken checked(String secret) {
    if (secret.length() < SHORTEST) {
      throw new ConfigException(
          VARIABLE
              + " has "
              + secret.length()
              + " characters, but must have at least "
              + SHORTEST
              + ".");
    }
    return new ServiceToken(secret);
  }
}
