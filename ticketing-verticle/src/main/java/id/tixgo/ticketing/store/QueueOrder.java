package id.tixgo.ticketing.store;

import java.time.Instant;
import java.util.Comparator;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Stream;

/** The order of those who wait for one event's sale, and of those who were let in; as stored. */
final class QueueOrder {
  private final ConcurrentSkipListMap<Long, Long> numberToUser = new ConcurrentSkipListMap<>();
  private final ConcurrentSkipListSet<TimeInside> inside =
      new ConcurrentSkipListSet<>(
          Comparator.comparing(TimeInside::until).thenComparing(TimeInside::userId));
  private final QueueRanks ranks = new QueueRanks();
  private final RecentCount lately = new RecentCount();

  private record TimeInside(Instant until, long userId) {}

  void join(long number, long userId) {
    if (numberToUser.put(number, userId) == null) {
      ranks.add(number, 1);
    }
  }

  void letIn(long number, long userId, Instant at, Instant until) {
    if (leave(number)) {
      lately.count(at.getEpochSecond());
    }
    inside.add(new TimeInside(until, userId));
  }

  /** Whether somebody waited with that number. */
  boolean leave(long number) {
    boolean waited = numberToUser.remove(number) != null;
    if (waited) {
      ranks.add(number, -1);
    }
    return waited;
  }

  void end(long userId, Instant until) {
    inside.remove(new TimeInside(until, userId));
  }

  int position(long number) {
    return ranks.upTo(number);
  }

  double letInLately(Instant now) {
    return lately.perSecond(now.getEpochSecond());
  }

  boolean isEmpty() {
    return numberToUser.isEmpty() && inside.isEmpty();
  }

  /** Users, by their numbers. */
  Stream<Long> waiting() {
    return numberToUser.values().stream();
  }

  /** Users, by the end of their time. */
  Stream<Long> letIn() {
    return inside.stream().map(TimeInside::userId);
  }
}
