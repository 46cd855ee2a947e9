package id.tixgo.common.http.limits;

import static java.util.Objects.requireNonNull;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * Attempts on names, held against the name at an address, the address and the name. A name at an
 * address where it once succeeded has only its own attempts held against it: neither a stranger who
 * knows a name nor a neighbour who tries others keeps its owner out. For any thread.
 */
public final class Attempts {
  private static final int MOST_KNOWN = 20_000;
  private static final Duration KNOWN_FOR = Duration.ofDays(30);
  private static final int LONGEST_NAME = 254;

  private final RateLimit limit;
  private final RateLimits limits;
  private final GrowingDelay byNameAtAddress;
  private final GrowingDelay byAddress;
  private final GrowingDelay byName;
  private final Cache<String, Boolean> known =
      Caffeine.newBuilder()
          .maximumSize(MOST_KNOWN)
          .expireAfterWrite(KNOWN_FOR)
          .executor(Runnable::run)
          .build();

  /** What is held against each of the three. */
  public record Rules(
      GrowingDelay.Rule nameAtAddress, GrowingDelay.Rule address, GrowingDelay.Rule name) {}

  /**
   * @param nanos a clock that never goes back, at zero or later
   */
  public Attempts(RateLimit limit, RateLimits limits, Rules rules, LongSupplier nanos) {
    this.limit = requireNonNull(limit);
    this.limits = requireNonNull(limits);
    this.byNameAtAddress = new GrowingDelay(rules.nameAtAddress(), nanos);
    this.byAddress = new GrowingDelay(rules.address(), nanos);
    this.byName = new GrowingDelay(rules.name(), nanos);
  }

  /** Throws {@code RATE_LIMITED} when the next attempt has to wait. */
  public void admit(String name, String address) {
    String pair = pair(name, address);
    check(byNameAtAddress, pair);
    if (known.getIfPresent(pair) == null) {
      check(byAddress, AddressBlock.of(address));
      check(byName, key(name));
    }
  }

  private void check(GrowingDelay delay, String key) {
    long wait = delay.admit(key);
    if (wait > 0) {
      throw limits.refusal(limit, delay.free(), wait);
    }
  }

  /** Holds an attempt against whoever made it. */
  public void count(String name, String address) {
    String pair = pair(name, address);
    byNameAtAddress.count(pair);
    if (known.getIfPresent(pair) == null) {
      byAddress.count(AddressBlock.of(address));
      byName.count(key(name));
    }
  }

  /** Knows the name at that address from now on, and holds nothing against it there any more. */
  public void succeeded(String name, String address) {
    String pair = pair(name, address);
    known.put(pair, true);
    byNameAtAddress.forgive(pair);
  }

  private static String pair(String name, String address) {
    return key(name) + ' ' + AddressBlock.of(address);
  }

  /** Names are the same in any case; no longer text is anyone's. */
  private static String key(String name) {
    String known = name.substring(0, Math.min(name.length(), LONGEST_NAME));
    return known.toLowerCase(Locale.ROOT);
  }
}
