package id.tixgo.notification.domain;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/**
 * When a mail is tried again: after each attempt twice as long as after the one before, an hour at
 * most, each time a quarter more or less, so that mails that failed together don't come together
 * again.
 *
 * @param first after the first attempt
 * @param chance from 0 to 1
 */
public record RetryPlan(Duration first, DoubleSupplier chance) {
  /** For so long it is tried. */
  public static final Duration LONGEST = Duration.ofDays(3);

  private static final Duration MOST = Duration.ofHours(1);
  private static final int DOUBLINGS = 20;

  public RetryPlan {
    requireNonNull(first);
    requireNonNull(chance);
  }

  /** Empty when it was tried for long enough. */
  Optional<Instant> next(Delivery tried, Instant now) {
    Instant end = tried.since().orElse(now).plus(LONGEST);
    return Optional.of(now.plus(pause(tried.attempts()))).filter(at -> at.isBefore(end));
  }

  private Duration pause(int attempts) {
    long doubled = first.toMillis() << Math.min(Math.max(attempts - 1, 0), DOUBLINGS);
    double share = 0.75 + chance.getAsDouble() / 2;
    return Duration.ofMillis(Math.round(Math.min(doubled, MOST.toMillis()) * share));
  }
}
