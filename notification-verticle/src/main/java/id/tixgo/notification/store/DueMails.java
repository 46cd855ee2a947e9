package id.tixgo.notification.store;

import id.tixgo.notification.domain.Letter;
import id.tixgo.notification.domain.Notification;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Stream;

/**
 * When stored mails are to be sent, the earliest first; of those that are due, those that can come
 * too late before all others.
 */
final class DueMails {
  private static final int MOST = 256;

  private final Map<Long, Due> idToDue = new ConcurrentHashMap<>();
  private final ConcurrentSkipListSet<Due> hurried = inOrder();
  private final ConcurrentSkipListSet<Due> others = inOrder();

  private record Due(Instant at, long id, boolean hurries) {}

  private static ConcurrentSkipListSet<Due> inOrder() {
    return new ConcurrentSkipListSet<>(Comparator.comparing(Due::at).thenComparingLong(Due::id));
  }

  /** One is stored as it is now. */
  void see(Notification stored) {
    forget(stored.id());
    boolean hurries = stored.letter().flatMap(Letter::until).isPresent();
    stored.delivery().next().map(at -> new Due(at, stored.id(), hurries)).ifPresent(this::add);
  }

  private void add(Due due) {
    idToDue.put(due.id(), due);
    alike(due).add(due);
  }

  void forget(long id) {
    Due before = idToDue.remove(id);
    if (before != null) {
      alike(before).remove(before);
    }
  }

  private ConcurrentSkipListSet<Due> alike(Due due) {
    return due.hurries() ? hurried : others;
  }

  /** Some of those that are due. */
  List<Long> before(Instant now) {
    return Stream.of(hurried, others)
        .flatMap(all -> all.stream().takeWhile(due -> !now.isBefore(due.at())))
        .limit(MOST)
        .map(Due::id)
        .toList();
  }

  /** All, in no order. */
  Set<Long> all() {
    return Set.copyOf(idToDue.keySet());
  }

  int size() {
    return idToDue.size();
  }
}
