package id.tixgo.launcher.doctor;

import static java.util.Objects.requireNonNull;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What {@code /health/ready} says.
 *
 * @param service the name of the service; {@code management} for the port of metrics; empty for
 *     what is nothing of TixGo
 * @param down what it needs and hasn't got
 * @param ahead by how much its clock is ahead of ours, to half a second; empty when it doesn't tell
 *     the time
 */
record HealthReport(String service, List<String> down, Optional<Duration> ahead) {
  private static final Duration HALF_A_SECOND = Duration.ofMillis(500);

  HealthReport {
    requireNonNull(service);
    down = List.copyOf(down);
    requireNonNull(ahead);
  }

  /**
   * @param dateMs the answer's {@code Date}, which leaves out parts of a second; 0 when it has none
   */
  static HealthReport of(JsonObject body, long dateMs, Instant now) {
    Optional<Duration> ahead =
        Optional.of(dateMs)
            .filter(date -> date != 0)
            .map(date -> Duration.between(now, Instant.ofEpochMilli(date).plus(HALF_A_SECOND)));
    return new HealthReport(service(body), down(body), ahead);
  }

  private static String service(JsonObject body) {
    if (body.getValue("services") instanceof JsonArray) {
      return "management";
    }
    boolean ours = body.containsKey("status") && body.getValue("service") instanceof String;
    return ours ? body.getString("service").replaceFirst("-service$", "") : "";
  }

  private static List<String> down(JsonObject body) {
    return rows(body)
        .filter(check -> "DOWN".equals(check.getValue("status")))
        .map(check -> String.valueOf(check.getValue("id")))
        .toList();
  }

  private static Stream<JsonObject> rows(JsonObject body) {
    return body.getValue("checks") instanceof JsonArray checks
        ? checks.stream().filter(JsonObject.class::isInstance).map(JsonObject.class::cast)
        : Stream.empty();
  }
}
