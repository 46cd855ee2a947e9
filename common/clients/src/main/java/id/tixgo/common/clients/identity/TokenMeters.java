package id.tixgo.common.clients.identity;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.metrics.Meters;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

/**
 * By whose word tokens were good or not.
 *
 * @param kept Identity's, from before
 * @param asked Identity's, of now
 * @param graced Identity's from before, as it couldn't be reached
 */
record TokenMeters(LongAdder kept, LongAdder asked, LongAdder graced) {
  TokenMeters {
    requireNonNull(kept);
    requireNonNull(asked);
    requireNonNull(graced);
  }

  TokenMeters(Meters meters, Supplier<Long> size) {
    this(counter(meters, "kept"), counter(meters, "asked"), counter(meters, "grace"));
    meters.gauge("tixgo.token.cache.size", "Tokens of which Identity's word is kept", size);
  }

  private static LongAdder counter(Meters meters, String answer) {
    return meters.counter(
        "tixgo.tokens", "Tokens that were looked at, by whose word", "answer", answer);
  }
}
