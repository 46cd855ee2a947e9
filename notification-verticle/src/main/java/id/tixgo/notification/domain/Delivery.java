package id.tixgo.notification.domain;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * How far a mail is.
 *
 * @param messageId the same at each attempt, so that a mail that arrives twice is known as one
 * @param attempts how many have begun
 * @param onItsWay whether the last one's end isn't stored; after a crash it is made again
 * @param since when somebody asked for it to be sent
 * @param next when it is tried; empty for one that waits to be asked for, or is over
 * @param reason what came of the last attempt that was none
 * @param unsure after how many attempts, since somebody asked, nobody knows whether it was taken
 */
public record Delivery(
    String messageId,
    int attempts,
    boolean onItsWay,
    Optional<Instant> since,
    Optional<Instant> next,
    Optional<String> reason,
    Optional<Instant> sentAt,
    int unsure) {
  public Delivery {
    requireNonNull(messageId);
    requireNonNull(since);
    requireNonNull(next);
    requireNonNull(reason);
    requireNonNull(sentAt);
  }

  /** Of one that nobody has asked for. */
  public static Delivery none(String messageId) {
    return new Delivery(
        messageId,
        0,
        false,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        0);
  }

  /** To be sent as soon as can be. */
  public Delivery queued(Instant now) {
    return new Delivery(
        messageId,
        attempts,
        false,
        Optional.of(now),
        Optional.of(now),
        reason,
        Optional.empty(),
        0);
  }

  /** With one more attempt, which {@code next} keeps due until its end is stored. */
  Delivery begun(Instant now) {
    return new Delivery(
        messageId,
        attempts + 1,
        true,
        since.or(() -> Optional.of(now)),
        next.or(() -> Optional.of(now)),
        reason,
        Optional.empty(),
        unsure);
  }

  /** Cut off by the end of TixGo: whether it was taken isn't known, and it is made again. */
  Delivery cutOff() {
    return new Delivery(messageId, attempts, false, since, next, reason, sentAt, unsure);
  }

  Delivery sent(Instant now) {
    return new Delivery(
        messageId,
        attempts,
        false,
        since,
        Optional.empty(),
        Optional.empty(),
        Optional.of(now),
        unsure);
  }

  Delivery later(String why, Instant at) {
    return new Delivery(
        messageId,
        attempts,
        false,
        since,
        Optional.of(at),
        Optional.of(why),
        Optional.empty(),
        unsure);
  }

  Delivery over(String why) {
    return new Delivery(
        messageId,
        attempts,
        false,
        since,
        Optional.empty(),
        Optional.of(why),
        Optional.empty(),
        unsure);
  }

  /** After one more attempt of which nobody knows what came. */
  Delivery lost() {
    return new Delivery(messageId, attempts, onItsWay, since, next, reason, sentAt, unsure + 1);
  }
}
