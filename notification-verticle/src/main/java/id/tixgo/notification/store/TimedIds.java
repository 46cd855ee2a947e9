package id.tixgo.notification.store;

import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Stream;

/** Numbers by a time each, the earliest first. */
final class TimedIds {
  private final Map<Long, Instant> idToTime = new ConcurrentHashMap<>();
  private final ConcurrentSkipListSet<Timed> inOrder =
      new ConcurrentSkipListSet<>(Comparator.comparing(Timed::at).thenComparingLong(Timed::id));

  private record Timed(Instant at, long id) {}

  void put(long id, Instant at) {
    remove(id);
    idToTime.put(id, at);
    inOrder.add(new Timed(at, id));
  }

  void remove(long id) {
    Instant before = idToTime.remove(id);
    if (before != null) {
      inOrder.remove(new Timed(before, id));
    }
  }

  /** Those of a time, and of before it. */
  Stream<Long> upTo(Instant time) {
    return inOrder.stream().takeWhile(timed -> !timed.at().isAfter(time)).map(Timed::id);
  }

  /** All, in no order. */
  Set<Long> all() {
    return Set.copyOf(idToTime.keySet());
  }

  int size() {
    return idToTime.size();
  }
}
