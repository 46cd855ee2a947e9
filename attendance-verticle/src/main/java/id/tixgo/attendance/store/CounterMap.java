package id.tixgo.attendance.store;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** How many there are of each of some things. Changed by one thread at a time, read by any. */
final class CounterMap<K> {
  private final ConcurrentMap<K, AtomicLong> thingToCount;

  CounterMap() {
    this(new ConcurrentHashMap<>());
  }

  private CounterMap(ConcurrentMap<K, AtomicLong> thingToCount) {
    this.thingToCount = thingToCount;
  }

  /** Of names that are one whatever their case; the first spelling is shown. */
  static CounterMap<String> ofNames() {
    return new CounterMap<>(new ConcurrentSkipListMap<>(String.CASE_INSENSITIVE_ORDER));
  }

  void add(K thing, long step) {
    AtomicLong count = thingToCount.get(thing);
    if (count == null) {
      thingToCount.put(thing, new AtomicLong(step));
    } else {
      count.addAndGet(step);
    }
  }

  /** Things and their counts; a count of none is none. */
  Map<K, Long> counts() {
    return counts(thing -> true);
  }

  /** The counts of some things. */
  Map<K, Long> counts(Predicate<K> wanted) {
    return thingToCount.entrySet().stream()
        .filter(entry -> wanted.test(entry.getKey()))
        .map(entry -> Map.entry(entry.getKey(), entry.getValue().get()))
        .filter(entry -> entry.getValue() != 0)
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
