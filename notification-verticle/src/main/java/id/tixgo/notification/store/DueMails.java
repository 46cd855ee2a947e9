package id.tixgo.notification.store;

import id.tixgo.notification.domain.Letter;
import id.tixgo.notification.domain.Notification;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * When stored mails are to be sent, the earliest first; of those that are due, those that can come
 * too late before all others.
 */
final class DueMails {
  private static final int MOST = 256;

  private final TimedIds hurried = new TimedIds();
  private final TimedIds others = new TimedIds();

  /** One is stored as it is now. */
  void see(Notification stored) {
    forget(stored.id());
    boolean hurries = stored.letter().flatMap(Letter::until).isPresent();
    TimedIds alike = hurries ? hurried : others;
    stored.delivery().next().ifPresent(at -> alike.put(stored.id(), at));
  }

  void forget(long id) {
    hurried.remove(id);
    others.remove(id);
  }

  /** Some of those that are due. */
  List<Long> before(Instant now) {
    return Stream.of(hurried, others).flatMap(all -> all.upTo(now)).limit(MOST).toList();
  }

  /** All, in no order. */
  Stream<Long> all() {
    return Stream.of(hurried, others).flatMap(all -> all.all().stream());
  }

  int size() {
    return hurried.size() + others.size();
  }
}
