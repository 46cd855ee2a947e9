package id.tixgo.notification.domain;

import static java.util.Objects.requireNonNull;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Mails that a server is being told. So many at once, and besides them some of which it has said
 * nothing for long: these hold up few others. For one thread.
 */
final class MailsOnTheirWay {
  private static final int AT_ONCE = 8;
  private static final Duration LONG = Duration.ofSeconds(10);

  /** With those that take long; mail servers take as many connections from one client. */
  private static final int MOST = 24;

  private final Map<Long, Attempt> idToAttempt = new HashMap<>();

  private record Attempt(Future<Notification> done, Instant begun) {
    Attempt {
      requireNonNull(done);
      requireNonNull(begun);
    }
  }

  Optional<Future<Notification>> of(long id) {
    return Optional.ofNullable(idToAttempt.get(id)).map(Attempt::done);
  }

  void begin(long id, Future<Notification> done, Instant now) {
    idToAttempt.put(id, new Attempt(done, now));
  }

  void end(long id) {
    idToAttempt.remove(id);
  }

  /** How many more may leave. */
  int left(Instant now) {
    Instant then = now.minus(LONG);
    long quick = idToAttempt.values().stream().filter(a -> a.begun().isAfter(then)).count();
    return Math.max(0, Math.min(AT_ONCE - (int) quick, MOST - idToAttempt.size()));
  }

  /** Completes when what came of all of them is stored. */
  Future<Void> all() {
    return Future.join(idToAttempt.values().stream().map(Attempt::done).toList()).mapEmpty();
  }
}
