package id.tixgo.ticketing.domain;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * How quickly buyers are let in to an event's sale: never more than so many a second, and so many
 * at once, in whatever time; and none while a minute's worth of them are in and haven't been
 * served.
 *
 * @param perSecond 0 for all who come, without a waiting room
 * @param right how long who was let in may book
 */
public record AdmissionRate(int perSecond, Duration right) {
  private static final long SECOND_US = 1_000_000;
  private static final int COUNTED_SECONDS = 60;
  private static final Duration LONGEST = Duration.ofSeconds(10);

  public AdmissionRate {
    requireNonNull(right);
  }

  public boolean isLimited() {
    return perSecond > 0;
  }

  /** Whether one more may be let in. */
  boolean allows(SaleQueue queue, Instant now) {
    return !isFull(queue) && !now.isBefore(next(queue, now).minus(burst()));
  }

  /** Whether others have to be served first. */
  boolean isFull(SaleQueue queue) {
    return queue.inside() >= perSecond * COUNTED_SECONDS;
  }

  /** When the next one would be due after one who is let in now. */
  Instant after(SaleQueue queue, Instant now) {
    Instant next = next(queue, now);
    Instant from = next.isAfter(now) ? next : now;
    return from.plus(betweenUs(), ChronoUnit.MICROS);
  }

  /** It is due within seconds, unless the clock was put back. */
  private static Instant next(SaleQueue queue, Instant now) {
    return queue.next().isAfter(now.plus(LONGEST)) ? now : queue.next();
  }

  /** Those of a second may come at once. */
  private Duration burst() {
    return Duration.of(betweenUs() * (perSecond - 1), ChronoUnit.MICROS);
  }

  private long betweenUs() {
    return (SECOND_US + perSecond - 1) / perSecond;
  }
}
