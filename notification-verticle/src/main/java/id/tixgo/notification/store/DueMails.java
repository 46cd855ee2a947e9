package id.tixgo.notification.store;

import id.tixgo.notification.domain.Notification;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;

/** When stored mails are to be sent, the earliest first. */
final class DueMails {
  private static final int MOST = 256;

  private final Map<Long, Due> idToDue = new ConcurrentHashMap<>();
  private final ConcurrentSkipListSet<Due> inOrder =
      new ConcurrentSkipListSet<>(Comparator.comparing(Due::at).thenComparingLong(Due::id));

  private record Due(Instant at, long id) {}

  /** One is stored as it is now. */
  void see(Notification stored) {
    forget(stored.id());
    stored.delivery().next().map(at -> new Due(at, stored.id())).ifPresent(this::add);
  }

  private void add(Due due) {
    idToDue.put(due.id(), due);
    inOrder.add(due);
  }

  void forget(long id) {
    Due before = idToDue.remove(id);
    if (before != null) {
      inOrder.remove(before);
    }
  }

  /** Some of those that are due. */
  List<Long> before(Instant now) {
    return inOrder.stream()
        .takeWhile(due -> !now.isBefore(due.at()))
        .limit(MOST)
        .map(Due::id)
        .toList();
  }

  int size() {
    return idToDue.size();
  }
}
