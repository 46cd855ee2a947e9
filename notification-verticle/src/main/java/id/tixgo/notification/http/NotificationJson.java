package id.tixgo.notification.http;

import id.tixgo.notification.domain.Delivery;
import id.tixgo.notification.domain.Notification;
import java.time.Instant;

/**
 * A notification as clients see it.
 *
 * @param error why it isn't sent; null for who isn't staff
 */
record NotificationJson(
    long id,
    long userId,
    String message,
    String status,
    Instant createdAt,
    Instant updatedAt,
    int attempts,
    Instant nextAttemptAt,
    Instant sentAt,
    String error) {
  /**
   * @param all whether the reader may know what a mail server said
   */
  static NotificationJson of(Notification known, boolean all) {
    Delivery delivery = known.delivery();
    return new NotificationJson(
        known.id(),
        known.userId(),
        known.message(),
        known.status().json(),
        known.createdAt(),
        known.updatedAt().orElse(null),
        delivery.attempts(),
        delivery.next().orElse(null),
        delivery.sentAt().orElse(null),
        delivery.reason().filter(told -> all).orElse(null));
  }
}
