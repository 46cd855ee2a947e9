package id.tixgo.common.http.limits;

import static java.util.Objects.requireNonNull;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Tries that are held against those who make them: some are free, and after them each has to wait
 * twice as long as the one before it. With time they are forgotten, one after another. Of those who
 * are seldom heard of the oldest are forgotten at once, so that nobody fills the memory with names.
 * For any thread.
 */
public final class GrowingDelay {
  static final int MOST_KEYS = 20_000;
  private static final long FIRST = Duration.ofSeconds(1).toNanos();

  private final Rule rule;
  private final LongSupplier nanos;
  private final Cache<String, Tries> keyToTries =
      Caffeine.newBuilder().maximumSize(MOST_KEYS).executor(Runnable::run).build();

  /**
   * How much is held against whom, and for how long.
   *
   * @param free how many tries go unpunished
   * @param forgets after which time there is one less
   * @param longest how long a try waits at most
   */
  public record Rule(int free, Duration forgets, Duration longest) {
    long level(Tries tries, long now) {
      long each = forgets.toNanos();
      return (Math.max(0, tries.forgottenAt() - now) + each - 1) / each;
    }

    long delay(long level) {
      long doublings = Math.min(level - free, 30);
      return Math.min(FIRST << doublings, longest.toNanos());
    }
  }

  /**
   * @param forgottenAt when none will be left
   * @param openAt when there may be another
   */
  private record Tries(long forgottenAt, long openAt) {
    static final Tries NONE = new Tries(0, 0);
  }

  /**
   * @param nanos a clock that never goes back, at zero or later
   */
  public GrowingDelay(Rule rule, LongSupplier nanos) {
    this.rule = requireNonNull(rule);
    this.nanos = requireNonNull(nanos);
  }

  public int free() {
    return rule.free();
  }

  /**
   * Lets a try through and returns zero, or returns the nanoseconds that it has to wait. Of several
   * at the same time one is let through, once the free ones are used up.
   */
  public long admit(String key) {
    long now = nanos.getAsLong();
    Tries tries = Optional.ofNullable(keyToTries.getIfPresent(key)).orElse(Tries.NONE);
    long level = rule.level(tries, now);
    if (tries.openAt() > now || level < rule.free()) {
      return Math.max(0, tries.openAt() - now);
    }
    Tries taken = new Tries(tries.forgottenAt(), now + rule.delay(level));
    return keyToTries.asMap().replace(key, tries, taken) ? 0 : admit(key);
  }

  /** Holds a try against whoever made it. */
  public void count(String key) {
    long now = nanos.getAsLong();
    keyToTries.asMap().compute(key, (same, tries) -> more(tries == null ? Tries.NONE : tries, now));
  }

  private Tries more(Tries tries, long now) {
    long until = Math.max(tries.forgottenAt(), now) + rule.forgets().toNanos();
    Tries counted = new Tries(until, tries.openAt());
    long level = rule.level(counted, now);
    return level < rule.free() ? counted : new Tries(until, now + rule.delay(level));
  }

  /** Holds nothing against him any more. */
  public void forgive(String key) {
    keyToTries.invalidate(key);
  }

  /** How many are kept, once those are gone that have to go. */
  long size() {
    keyToTries.cleanUp();
    return keyToTries.estimatedSize();
  }
}
