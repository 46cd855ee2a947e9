package id.tixgo.notification.domain;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.caller.Caller;
import id.tixgo.common.caller.Role;
import id.tixgo.common.scope.Once;
import id.tixgo.common.time.Timestamps;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The rules of notifications: who may see and change which. */
public final class Notifications {
  private final NotificationStore store;
  private final Clock clock;

  public Notifications(NotificationStore store, Clock clock) {
    this.store = requireNonNull(store);
    this.clock = requireNonNull(clock);
  }

  /** Fails with {@code USER_UNKNOWN}. */
  public Future<Notification> create(long userId, String message, Once<Notification> once) {
    return store.add(userId, message, now(), once);
  }

  /** One that the caller may see, who has none when he is a service; fails with NOT_FOUND. */
  public Notification find(long id, Optional<Caller> caller) {
    return store
        .find(id)
        .filter(known -> onlyOf(caller).filter(user -> user != known.userId()).isEmpty())
        .orElseThrow(NotificationRefusals::notFound);
  }

  /** Those that the caller may see, of a user if one is named. */
  public Future<List<Notification>> list(
      Optional<Caller> caller, Optional<Long> userId, Predicate<Notification> wanted) {
    Optional<Long> only = onlyOf(caller);
    boolean none = only.isPresent() && userId.isPresent() && !only.equals(userId);
    return none ? Future.succeededFuture(List.of()) : store.list(only.or(() -> userId), wanted);
  }

  /** Whose notifications the caller sees; empty for everybody's. */
  private static Optional<Long> onlyOf(Optional<Caller> caller) {
    return caller.filter(user -> user.role() != Role.ADMIN).map(Caller::id);
  }

  /**
   * Gives it another text.
   *
   * @param status what it is said to be; of one that failed, pending lays it down to be sent
   */
  public Future<Notification> say(long id, Optional<String> message, Optional<MailStatus> status) {
    Instant now = now();
    return store.change(id, known -> said(known.atRest(), message, status, now));
  }

  private static Notification said(
      Notification known, Optional<String> message, Optional<MailStatus> status, Instant now) {
    Notification worded = known.saying(message.orElse(known.message()), now);
    if (status.isEmpty() || status.get() == known.status()) {
      return worded;
    }
    if (known.status() != MailStatus.FAILED || status.get() != MailStatus.PENDING) {
      throw NotificationRefusals.statusFollows(known.status());
    }
    return worded.laidDown(now);
  }

  public Future<Notification> delete(long id) {
    return store.remove(id, Notification::atRest);
  }

  private Instant now() {
    return Timestamps.now(clock);
  }
}
