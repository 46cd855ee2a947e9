package id.tixgo.notification.store;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.store.Retention;
import id.tixgo.notification.store.NotificationTable.NotificationsForgotten;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Forgets mails that were sent or have failed long ago. The names of the facts that they told stay:
 * a feed that is read anew tells nobody twice.
 */
public final class MailRetention {
  private final NotificationTable notifications;
  private final Retention retention;
  private final Optional<Duration> kept;

  /**
   * @param kept how long a mail stays after it was sent or has failed; empty for ever
   */
  public MailRetention(NotificationState state, Retention retention, Optional<Duration> kept) {
    this.notifications = state.notifications;
    this.retention = requireNonNull(retention);
    this.kept = requireNonNull(kept);
  }

  /** Forgets some of those that are old; completes with whether there may be more. */
  public Future<Boolean> step(Instant now) {
    return kept.map(now::minus).map(this::forget).orElseGet(() -> Future.succeededFuture(false));
  }

  private Future<Boolean> forget(Instant then) {
    return retention.forget(notifications.over(then), ids -> forgotten(ids, then));
  }

  /** One that somebody has had sent again meanwhile stays. */
  private NotificationsForgotten forgotten(List<Long> ids, Instant then) {
    return new NotificationsForgotten(
        ids.stream()
            .filter(id -> notifications.staged(id).filter(known -> known.wasOver(then)).isPresent())
            .toList());
  }
}
