package id.tixgo.notification.store;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.clients.identity.PasswordForgotten;
import id.tixgo.common.clients.identity.UserFacts;
import id.tixgo.common.store.Appender;
import id.tixgo.common.store.feed.FeedMessage;
import id.tixgo.common.store.feed.FeedSubscriber;
import id.tixgo.notification.domain.Letter;
import id.tixgo.notification.domain.LetterKind;
import id.tixgo.notification.domain.Recipient;
import id.tixgo.notification.store.NotificationTable.NotificationRemoved;
import id.tixgo.notification.store.RecipientTable.RecipientGone;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** What Identity tells of users: who can be told, where and in which language. */
public final class ToldReaders implements FeedSubscriber {
  private static final Letter WELCOME = Letter.of(LetterKind.WELCOME, Map.of());

  private final NotificationState state;
  private final News news;

  public ToldReaders(NotificationState state, News news) {
    this.state = requireNonNull(state);
    this.news = requireNonNull(news);
  }

  @Override
  public void apply(FeedMessage message, Appender entries) {
    switch (message.type()) {
      case UserFacts.CREATED -> {
        UserFacts user = message.data(UserFacts.class);
        known(user, entries);
        news.tell(entries, "user_created:" + user.id(), user.id(), WELCOME, message.at());
      }
      case UserFacts.CHANGED -> known(message.data(UserFacts.class), entries);
      case PasswordForgotten.TYPE ->
          forgotten(message.data(PasswordForgotten.class), message.at(), entries);
      case UserFacts.DELETED -> gone(message.data(UserFacts.class).id(), entries);
      default -> {}
    }
  }

  private void known(UserFacts user, Appender entries) {
    Recipient now =
        new Recipient(user.id(), user.username(), user.email(), user.fullName(), user.locale());
    if (!state.recipients.staged(user.id()).filter(now::equals).isPresent()) {
      entries.add(now);
    }
  }

  private void forgotten(PasswordForgotten told, Instant at, Appender entries) {
    Letter letter =
        new Letter(
            LetterKind.PASSWORD,
            Map.of(Letter.RESET, told.resetId()),
            Optional.of(told.expiresAt()));
    news.tell(entries, "password_forgotten:" + told.resetId(), told.userId(), letter, at);
  }

  /** Nothing is left that was said to him. */
  private void gone(long userId, Appender entries) {
    state.notifications.stagedIdsOf(userId).forEach(id -> entries.add(new NotificationRemoved(id)));
    entries.add(new RecipientGone(userId));
  }

  /** Whoever is told of again is known by the same number. */
  @Override
  public void forget(Appender entries) {}
}
