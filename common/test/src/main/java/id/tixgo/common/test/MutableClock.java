package id.tixgo.common.test;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands still until a test moves it; in UTC. For any thread. */
public final class MutableClock extends Clock {
  private final AtomicReference<Instant> now;

  /** Stands at the present time. */
  public MutableClock() {
    this(Instant.now());
  }

  public MutableClock(Instant start) {
    this.now = new AtomicReference<>(requireNonNull(start));
  }

  public void advance(Duration step) {
    now.updateAndGet(instant -> instant.plus(step));
  }

  @Override
  public Instant instant() {
    return now.get();
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException();
  }
}
