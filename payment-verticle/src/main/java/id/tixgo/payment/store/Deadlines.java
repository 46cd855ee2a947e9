package id.tixgo.payment.store;

import id.tixgo.payment.domain.Ask;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.LongPredicate;

/** When stored things are to be asked about, the earliest first. */
final class Deadlines {
  private static final int MOST = 256;

  private final Map<Long, Deadline> idToDeadline = new ConcurrentHashMap<>();
  private final ConcurrentSkipListSet<Deadline> inOrder =
      new ConcurrentSkipListSet<>(
          Comparator.comparing(Deadline::at).thenComparingLong(Deadline::id));

  private record Deadline(Instant at, long id) {}

  /** Something is stored as it is now. */
  void see(long id, Ask ask) {
    see(id, ask.at());
  }

  /**
   * The same.
   *
   * @param at empty when nothing is due any more
   */
  void see(long id, Optional<Instant> at) {
    Deadline before = idToDeadline.remove(id);
    if (before != null) {
      inOrder.remove(before);
    }
    at.map(due -> new Deadline(due, id)).ifPresent(this::add);
  }

  private void add(Deadline deadline) {
    idToDeadline.put(deadline.id(), deadline);
    inOrder.add(deadline);
  }

  /** Some of those that are due. */
  List<Long> due(Instant now) {
    return due(now, id -> true);
  }

  /** The same of those that are wanted. */
  List<Long> due(Instant now, LongPredicate wanted) {
    return inOrder.stream()
        .takeWhile(deadline -> !now.isBefore(deadline.at()))
        .map(Deadline::id)
        .filter(wanted::test)
        .limit(MOST)
        .toList();
  }
}
