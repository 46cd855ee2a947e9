package id.tixgo.common.config;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * How every service's HTTP edge behaves.
 *
 * @param requestTimeoutMs the time that a request has, its calls to neighbours included
 * @param upstreamTimeoutMs the longest that one call to a neighbour may take
 * @param restartWaitMs how long requests wait for a neighbour that is started again; 0 for not at
 *     all
 * @param idleTimeoutSeconds a connection with no traffic for this long is closed
 * @param bodyLimitBytes the largest request body
 * @param shedAboveMs for how long requests may queue before some are refused; 0 for any time
 * @param corsOrigins the origins that browsers may call from; empty for none, {@code *} for any
 * @param trustedProxies who may say whom a request comes from
 * @param rateLimits whether a client may ask too much
 * @param serviceToken what services show each other
 * @param tls how public ports speak HTTPS, and whom to believe among our own; empty where they
 *     don't
 * @param connections how many may be connected, and how slow they may be
 * @param tracing where traces are sent, and which
 */
public record HttpConfig(
    int requestTimeoutMs,
    int upstreamTimeoutMs,
    int restartWaitMs,
    int idleTimeoutSeconds,
    int bodyLimitBytes,
    int shedAboveMs,
    List<String> corsOrigins,
    TrustedProxies trustedProxies,
    boolean rateLimits,
    ServiceToken serviceToken,
    Optional<TlsConfig> tls,
    ConnectionLimits connections,
    TraceConfig tracing) {
  private static final String SHED_ABOVE = "SHED_ABOVE_MS";
  private static final String ORIGIN = "https?://([A-Za-z0-9.-]+|\\[[0-9A-Fa-f:.]+])(:\\d{1,5})?";

  public HttpConfig {
    corsOrigins = List.copyOf(corsOrigins);
    requireNonNull(trustedProxies);
    requireNonNull(serviceToken);
    requireNonNull(tls);
    requireNonNull(connections);
    requireNonNull(tracing);
  }

  /** How long a client keeps an unused connection: given up well before its neighbour does. */
  public int keepAliveSeconds() {
    return Math.max(1, idleTimeoutSeconds / 2);
  }

  public static HttpConfig from(Env env) {
    return new HttpConfig(
        env.number("REQUEST_TIMEOUT_MS", 10_000, 100, 600_000),
        env.number("UPSTREAM_TIMEOUT_MS", 5_000, 50, 600_000),
        env.number("RESTART_WAIT_MS", 0, 0, 600_000),
        env.number("IDLE_TIMEOUT_SECONDS", 60, 1, 3600),
        env.number("BODY_LIMIT_BYTES", 65_536, 1024, 16_777_216),
        shedAboveMs(env),
        corsOrigins(env),
        TrustedProxies.from(env),
        env.choice("RATE_LIMITS", "on", List.of("on", "off")).equals("on"),
        ServiceToken.from(env),
        TlsConfig.from(env),
        ConnectionLimits.from(env),
        TraceConfig.from(env));
  }

  private static int shedAboveMs(Env env) {
    return env.text(SHED_ABOVE, "").equals("off") ? 0 : env.number(SHED_ABOVE, 200, 5, 10_000);
  }

  private static List<String> corsOrigins(Env env) {
    List<String> origins = env.list("CORS_ORIGINS", "");
    boolean any = origins.equals(List.of("*"));
    if (!any && !origins.stream().allMatch(origin -> origin.matches(ORIGIN))) {
      throw new ConfigException(
          "CORS_ORIGINS must be * alone, or origins like https://tixgo.example with commas"
              + " between.");
    }
    return origins;
  }
}
