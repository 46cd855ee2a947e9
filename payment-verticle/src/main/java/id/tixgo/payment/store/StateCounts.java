package id.tixgo.payment.store;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.store.StagedMap;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** How many there are in each state, kept as they change: never counted from rows. */
final class StateCounts {
  private final StagedMap<Long> stateToCount;
  private final Consumer<String> seen;
  private final Set<String> known = ConcurrentHashMap.newKeySet();

  /**
   * @param seen hears of each state once, when something comes into it for the first time
   */
  StateCounts(StagedMap<Long> stateToCount, Consumer<String> seen) {
    this.stateToCount = requireNonNull(stateToCount);
    this.seen = requireNonNull(seen);
  }

  /** How many there are; any thread may ask. */
  long of(String state) {
    return stateToCount.get(state).orElse(0L);
  }

  /**
   * For projections.
   *
   * @param before the state in which it was; empty when it is new
   */
  void move(Optional<String> before, String after) {
    before.ifPresent(state -> add(state, -1));
    add(after, 1);
    if (known.add(after)) {
      seen.accept(after);
    }
  }

  private void add(String state, long more) {
    stateToCount.put(state, stateToCount.staged(state).orElse(0L) + more);
  }
}
