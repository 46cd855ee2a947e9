package id.tixgo.simulator.midtrans;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Times until which something can be paid, as merchants write them. */
final class MidtransExpiry {
  static final Duration USUAL = Duration.ofHours(24);
  private static final long MOST = 100_000;
  private static final DateTimeFormatter START =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss Z");

  private MidtransExpiry() {}

  /**
   * The end of {@code {start, duration, unit}}; what isn't said is as usual.
   *
   * @param start the name of the member that says when it begins
   * @throws IllegalArgumentException with a message, if it can't be read
   */
  static Optional<Instant> end(JsonObject expiry, String start, String duration, Instant now) {
    if (expiry == null) {
      return Optional.empty();
    }
    long count = expiry.getLong(duration, 0L);
    if (count < 1 || count > MOST) {
      throw new IllegalArgumentException("expiry duration is invalid");
    }
    Instant begin =
        Optional.ofNullable(expiry.getString(start)).map(MidtransExpiry::time).orElse(now);
    return Optional.of(begin.plus(unit(expiry.getString("unit", "minute")).multipliedBy(count)));
  }

  private static Instant time(String text) {
    try {
      return OffsetDateTime.parse(text, START).toInstant();
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException("expiry start_time format is invalid", e);
    }
  }

  private static Duration unit(String unit) {
    return switch (unit) {
      case "second", "seconds" -> Duration.ofSeconds(1);
      case "minute", "minutes" -> Duration.ofMinutes(1);
      case "hour", "hours" -> Duration.ofHours(1);
      case "day", "days" -> Duration.ofDays(1);
      default -> throw new IllegalArgumentException("expiry unit is invalid");
    };
  }
}
