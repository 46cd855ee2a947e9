package id.tixgo.notification.store;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.store.Appender;
import id.tixgo.notification.domain.Delivery;
import id.tixgo.notification.domain.Letter;
import id.tixgo.notification.domain.LetterSummary;
import id.tixgo.notification.domain.MailStatus;
import id.tixgo.notification.domain.Notification;
import id.tixgo.notification.domain.Recipient;
import id.tixgo.notification.store.FactTable.FactTold;
import java.time.Instant;
import java.util.Optional;

/** Makes letters of what other services tell, one a fact. For transactions. */
public final class News {
  private final NotificationState state;
  private final MessageIds messageIds;
  private final LetterSummary summary;
  private final boolean sends;

  /**
   * @param sends whether there is a server, so that they leave by themselves
   */
  public News(
      NotificationState state, MessageIds messageIds, LetterSummary summary, boolean sends) {
    this.state = requireNonNull(state);
    this.messageIds = requireNonNull(messageIds);
    this.summary = requireNonNull(summary);
    this.sends = sends;
  }

  /**
   * Writes to a user of a fact that is news; of whom Identity hasn't told yet it will tell.
   *
   * @param fact its name, no other's
   */
  void tell(Appender entries, String fact, long userId, Letter letter, Instant at) {
    if (begin(entries, fact, at)) {
      write(entries, userId, letter, at);
    }
  }

  /** Whether a fact is news: it wasn't told, and didn't happen before the service first ran. */
  boolean begin(Appender entries, String fact, Instant at) {
    boolean isNews = state.facts.isNews(fact, at);
    if (isNews) {
      entries.add(new FactTold(fact));
    }
    return isNews;
  }

  /** Writes to a user, unless he has no address or is deleted. */
  void write(Appender entries, long userId, Letter letter, Instant at) {
    Optional<Recipient> reader = state.recipients.staged(userId);
    if (reader.map(Recipient::email).filter(Optional::isEmpty).isEmpty()) {
      entries.add(letter(userId, letter, reader.flatMap(Recipient::locale), at));
    }
  }

  private Notification letter(long userId, Letter letter, Optional<String> locale, Instant at) {
    Delivery delivery = Delivery.none(messageIds.next());
    return new Notification(
        state.notifications.next(),
        userId,
        summary.of(letter, letter.value(Letter.EVENT).flatMap(state.places::stagedEvent), locale),
        Optional.of(letter),
        MailStatus.PENDING,
        sends ? delivery.queued(at) : delivery,
        at,
        Optional.empty());
  }
}
