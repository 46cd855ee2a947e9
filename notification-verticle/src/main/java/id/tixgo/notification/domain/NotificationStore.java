package id.tixgo.notification.domain;

import id.tixgo.common.scope.Once;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Notifications, and whom they are for. */
public interface NotificationStore {
  /** Keeps a new one; fails with {@code USER_UNKNOWN}. */
  Future<Notification> add(long userId, String message, Instant now, Once<Notification> once);

  Optional<Notification> find(long id);

  /**
   * Those that are wanted, in the order of their numbers.
   *
   * @param userId whose; empty for everybody's
   */
  Future<List<Notification>> list(Optional<Long> userId, Predicate<Notification> wanted);

  /** Fails with {@code NOT_FOUND}, and with what the change throws. */
  Future<Notification> change(long id, UnaryOperator<Notification> change);

  /**
   * Fails with {@code NOT_FOUND}.
   *
   * @param guard may refuse by throwing
   */
  Future<Notification> remove(long id, Consumer<Notification> guard);

  Optional<Recipient> recipient(long userId);

  /** Some of those that are due: what can come too late first, then the longest first. */
  List<Long> due(Instant now);
}
