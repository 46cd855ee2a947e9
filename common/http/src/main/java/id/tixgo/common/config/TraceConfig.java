package id.tixgo.common.config;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where traces are sent, by the names that OpenTelemetry has for its settings.
 *
 * @param endpoint of an OTLP receiver over HTTP; empty where nobody wants them
 * @param headers that it is sent, for access
 * @param serviceName in the place of {@code tixgo-<service>}
 * @param attributes of this process
 * @param sampler which traces are sent
 */
public record TraceConfig(
    Optional<URI> endpoint,
    Map<String, String> headers,
    Optional<String> serviceName,
    Map<String, String> attributes,
    Sampler sampler,
    int timeoutMs,
    int delayMs) {
  private static final String ENDPOINT = "OTEL_EXPORTER_OTLP_ENDPOINT";
  private static final String RATIO = "OTEL_TRACES_SAMPLER_ARG";
  private static final List<String> SAMPLERS =
      List.of(
          "parentbased_always_on",
          "parentbased_always_off",
          "parentbased_traceidratio",
          "always_on",
          "always_off",
          "traceidratio");

  /**
   * Which traces are sent.
   *
   * @param asCaller whether a caller's word counts
   * @param ratio of those that nobody said anything of, 0 to 1
   */
  public record Sampler(boolean asCaller, double ratio) {
    /** What others began goes on, nothing begins. */
    public static final Sampler NONE = new Sampler(true, 0);

    /**
     * Whether a trace is sent.
     *
     * @param caller whether the caller wants to see it; empty when nobody said
     */
    public boolean wants(Optional<Boolean> caller, String traceId) {
      return caller.filter(said -> asCaller).orElseGet(() -> isAmong(traceId));
    }

    /** The same for a trace in every process. */
    private boolean isAmong(String traceId) {
      if (ratio <= 0) {
        return false;
      }
      long number = Long.parseUnsignedLong(traceId, 16, 32, 16) & Long.MAX_VALUE;
      return ratio >= 1 || number < (long) (ratio * Long.MAX_VALUE);
    }
  }

  public TraceConfig {
    requireNonNull(endpoint);
    headers = Map.copyOf(headers);
    requireNonNull(serviceName);
    attributes = Map.copyOf(attributes);
    requireNonNull(sampler);
  }

  static TraceConfig from(Env env) {
    Optional<URI> endpoint = env.text(ENDPOINT).map(set -> env.url(ENDPOINT, set));
    env.choice("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf", List.of("http/protobuf"));
    return new TraceConfig(
        endpoint,
        pairs(env, "OTEL_EXPORTER_OTLP_HEADERS"),
        env.text("OTEL_SERVICE_NAME"),
        pairs(env, "OTEL_RESOURCE_ATTRIBUTES"),
        sampler(env, endpoint.isPresent()),
        env.number("OTEL_EXPORTER_OTLP_TIMEOUT", 10_000, 100, 600_000),
        env.number("OTEL_BSP_SCHEDULE_DELAY", 5_000, 10, 600_000));
  }

  /** Whom nobody listens to, begins nothing; what others began goes on. */
  private static Sampler sampler(Env env, boolean sends) {
    String name = env.choice("OTEL_TRACES_SAMPLER", SAMPLERS.get(0), SAMPLERS);
    double ratio = name.endsWith("off") ? 0 : name.endsWith("ratio") ? ratio(env) : 1;
    boolean asCaller = name.startsWith("parentbased");
    return sends ? new Sampler(asCaller, ratio) : Sampler.NONE;
  }

  private static double ratio(Env env) {
    String text = env.text(RATIO, "1");
    if (!text.matches("1|1\\.0+|0|0?\\.\\d+")) {
      throw new ConfigException(RATIO + " must be a number from 0 to 1, like 0.05.");
    }
    return Double.parseDouble(text);
  }

  private static Map<String, String> pairs(Env env, String name) {
    Map<String, String> pairs = new LinkedHashMap<>();
    for (String pair : env.list(name, "")) {
      int equals = pair.indexOf('=');
      if (equals < 1) {
        throw new ConfigException(name + " must be like key=value, with commas between.");
      }
      pairs.put(pair.substring(0, equals).strip(), pair.substring(equals + 1).strip());
    }
    return pairs;
  }

  /** Where spans go. */
  public Optional<String> receiver() {
    return endpoint.map(URI::toString).map(base -> base.replaceFirst("/$", "") + "/v1/traces");
  }
}
