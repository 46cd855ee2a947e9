package id.tixgo.notification.store;

import id.tixgo.common.store.audit.AuditRule;
import id.tixgo.common.store.feed.FeedPosition;
import id.tixgo.notification.domain.Notification;
import id.tixgo.notification.domain.OwnWords;
import id.tixgo.notification.store.NotificationTable.NotificationRemoved;
import id.tixgo.notification.store.RecipientTable.RecipientGone;
import id.tixgo.notification.store.WordsTable.OwnWordsRemoved;
import java.util.List;
import java.util.stream.Stream;

/** What the audit says of notifications and of organisers' own words: not what they say. */
final class NotificationAudit {
  private static final String NOTIFICATION = "notification";
  private static final String WORDS = "words";
  private static final String[] SHOWN = {"user_id", "status"};

  private NotificationAudit() {}

  static List<AuditRule<?>> rules(NotificationState state) {
    return List.of(
        AuditRule.of(Notification.class, NOTIFICATION, known -> Stream.of(known.id()))
            .from(known -> state.notifications.staged(known.id()))
            .showing(SHOWN),
        AuditRule.of(NotificationRemoved.class, NOTIFICATION, gone -> Stream.of(gone.id()))
            .from(gone -> state.notifications.staged(gone.id()))
            .gone()
            .showing(SHOWN),
        AuditRule.of(OwnWords.class, WORDS, own -> Stream.of(own.eventId()))
            .from(own -> state.words.staged(own.eventId(), own.language()))
            .showing("language"),
        AuditRule.of(OwnWordsRemoved.class, WORDS, gone -> Stream.of(gone.eventId()))
            .from(gone -> state.words.staged(gone.eventId(), gone.language()))
            .gone()
            .showing("language"),
        AuditRule.of(RecipientGone.class, "recipient", gone -> Stream.of(gone.userId())),
        AuditRule.of(FeedPosition.class, "feed", position -> Stream.of(position.feed())));
  }
}
