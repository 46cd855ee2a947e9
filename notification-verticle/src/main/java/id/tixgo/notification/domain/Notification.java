package id.tixgo.notification.domain;

import static java.util.Objects.requireNonNull;

import io.vertx.core.shareddata.Shareable;
import java.time.Instant;
import java.util.Optional;

/**
 * A message to a user, and what became of it.
 *
 * @param id from 1, never used twice
 * @param userId Identity's number of who is told
 * @param message its text; of a letter what it says in a sentence
 * @param letter what TixGo writes by itself
 */
public record Notification(
    long id,
    long userId,
    String message,
    Optional<Letter> letter,
    MailStatus status,
    Delivery delivery,
    Instant createdAt,
    Optional<Instant> updatedAt)
    implements Shareable {
  private static final int MOST_UNSURE = 3;
  private static final String LOST = "Nobody knows whether it arrived, three times: ";

  public Notification {
    requireNonNull(message);
    requireNonNull(letter);
    requireNonNull(status);
    requireNonNull(delivery);
    requireNonNull(createdAt);
    requireNonNull(updatedAt);
  }

  public boolean isPending() {
    return status == MailStatus.PENDING;
  }

  /** Whether it was sent or had failed before then, and is so still. */
  public boolean wasOver(Instant then) {
    return overSince().filter(at -> at.isBefore(then)).isPresent();
  }

  /** When it was sent or had failed; empty while it waits. */
  public Optional<Instant> overSince() {
    return isPending() ? Optional.empty() : Optional.of(updatedAt.orElse(createdAt));
  }

  /** Refuses what can't be done while a mail server is being told it. */
  Notification atRest() {
    if (delivery.onItsWay()) {
      throw NotificationRefusals.onItsWay();
    }
    return this;
  }

  /** With another text; fails for one that is sent, and for a letter. */
  Notification saying(String text, Instant now) {
    if (status == MailStatus.SENT) {
      throw NotificationRefusals.alreadySent();
    }
    if (letter.isPresent() && !text.equals(message)) {
      throw NotificationRefusals.ownWords();
    }
    return with(text, status, delivery, now);
  }

  /** To be sent as soon as can be. */
  public Notification queued(Instant now) {
    return with(message, MailStatus.PENDING, delivery.queued(now), now);
  }

  /** One that failed, to be sent all the same; fails for any other. */
  Notification again(Instant now) {
    if (status != MailStatus.FAILED) {
      throw NotificationRefusals.notFailed(status);
    }
    return queued(now);
  }

  /** Failed, and waiting to be asked for again. */
  Notification laidDown(Instant now) {
    return with(message, MailStatus.PENDING, Delivery.none(delivery.messageId()), now);
  }

  Notification begun(Instant now) {
    return with(message, status, delivery.begun(now), now);
  }

  /** Due again, and free to be changed, where TixGo ended while a mail server was told it. */
  public Notification cutOff(Instant now) {
    return with(message, status, delivery.cutOff(), now);
  }

  /** After an attempt of which that came. */
  Notification after(Posted posted, RetryPlan retries, Instant now) {
    if (posted instanceof Posted.Later later) {
      return later(later.why(), retries, now);
    }
    if (posted instanceof Posted.Unsure unsure) {
      return with(message, status, delivery.lost(), now).unsure(unsure.why(), retries, now);
    }
    return posted instanceof Posted.Refused refused
        ? failed(refused.why(), now)
        : with(message, MailStatus.SENT, delivery.sent(now), now);
  }

  /** A reader has it thrice by now, if a server takes such mails. */
  private Notification unsure(String why, RetryPlan retries, Instant now) {
    return delivery.unsure() < MOST_UNSURE ? later(why, retries, now) : failed(LOST + why, now);
  }

  private Notification later(String why, RetryPlan retries, Instant now) {
    return retries
        .next(delivery, now)
        .map(at -> with(message, MailStatus.PENDING, delivery.later(why, at), now))
        .orElseGet(() -> failed(why, now));
  }

  private Notification failed(String why, Instant now) {
    return with(message, MailStatus.FAILED, delivery.over(why), now);
  }

  private Notification with(String text, MailStatus state, Delivery how, Instant now) {
    return new Notification(id, userId, text, letter, state, how, createdAt, Optional.of(now));
  }
}
