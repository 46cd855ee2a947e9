package id.tixgo.common.http.limits;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** Nanoseconds that stand still until a test moves them. */
final class SetClock implements LongSupplier {
  private final AtomicLong now = new AtomicLong(Duration.ofHours(1).toNanos());

  void advance(Duration step) {
    now.addAndGet(step.toNanos());
  }

  @Override
  public long getAsLong() {
    return now.get();
  }
}
