package id.tixgo.common.http.limits;

import static java.util.Objects.requireNonNull;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * What each of many has left of the same allowance, by the generic cell rate algorithm: of each one
 * a single number is kept, the time at which he will have all of it again. Of those that are seldom
 * heard of the oldest are forgotten, so that nobody fills the memory with names. For any thread.
 */
final class Allowances {
  static final int MOST_KEYS = 20_000;

  private final long interval;
  private final long whole;
  private final LongSupplier nanos;
  private final Cache<String, AtomicLong> keyToWholeAt =
      Caffeine.newBuilder().maximumSize(MOST_KEYS).executor(Runnable::run).build();

  /**
   * @param nanos a clock that never goes back, at zero or later
   */
  Allowances(Allowance allowance, LongSupplier nanos) {
    this.interval = allowance.interval().toNanos();
    this.whole = interval * allowance.atOnce();
    this.nanos = requireNonNull(nanos);
  }

  /**
   * Takes some and returns zero, or takes none and returns the nanoseconds until they are there.
   */
  long take(String key, int count) {
    AtomicLong wholeAt = wholeAt(key);
    long now = nanos.getAsLong();
    while (true) {
      long before = wholeAt.get();
      long after = Math.max(before, now) + count * interval;
      if (after - now > whole) {
        return after - now - whole;
      }
      if (wholeAt.compareAndSet(before, after)) {
        return 0;
      }
    }
  }

  private AtomicLong wholeAt(String key) {
    AtomicLong known = keyToWholeAt.getIfPresent(key);
    return known == null ? keyToWholeAt.get(key, first -> new AtomicLong()) : known;
  }

  /** How many are kept, once those are gone that have to go. */
  long size() {
    keyToWholeAt.cleanUp();
    return keyToWholeAt.estimatedSize();
  }
}
